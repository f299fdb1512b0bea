import { interpretPart, mainOperation, type PartReading } from '../interpret/interpret-part.ts';
import { parts } from '../interpret/parts.ts';
import type { PartName } from '../model/parts.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { globalRegion, isAwsUnit } from '../model/unit.ts';

/** The snapshots of one tenant, and the parts of the model made from them. Each part is made once, whoever reads it. */
export interface TenantModel {
  /** The account's global services, where they were collected. */
  readonly global: Snapshot | undefined;
  readonly regions: readonly Snapshot[];
  /** A part as it belongs to `subject`: a region's own, or its account's. */
  read<N extends PartName>(name: N, subject: Snapshot): PartReading<N>;
}

/** Arranges the snapshots of one AWS account. */
export function tenantModel(snapshots: readonly Snapshot[]): TenantModel {
  const regional = snapshots.filter(({ unit }) => isAwsUnit(unit) && unit.region !== globalRegion);
  const global = snapshots.find(({ unit }) => isAwsUnit(unit) && unit.region === globalRegion);
  const made = new Map<Snapshot, Map<PartName, PartReading<PartName>>>();
  return {
    global,
    regions: regional,
    read<N extends PartName>(name: N, subject: Snapshot): PartReading<N> {
      const home = parts[name].per === 'aws-region' ? subject : global;
      if (!home) return { read: false, unread: [notCollected(mainOperation(name))] };
      const ofHome = made.get(home) ?? new Map<PartName, PartReading<PartName>>();
      made.set(home, ofHome);
      const reading = ofHome.get(name) ?? interpretPart(name, home);
      ofHome.set(name, reading);
      return reading as PartReading<N>;
    },
  };
}

function notCollected(operation: string): { operation: string; code: string; message: string } {
  return {
    operation,
    code: 'NotCollected',
    message: 'the snapshot has no unit for the global services of the account',
  };
}
