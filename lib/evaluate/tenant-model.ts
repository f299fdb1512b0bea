import { analyses, isAnalysed } from '../analyse/analyses.ts';
import type { AnySources, RegionPart } from '../analyse/analysis.ts';
import { identityCenterOf } from '../interpret/aws/identity-center.ts';
import { organizationAccessOf } from '../interpret/aws/organization-access.ts';
import { organizationOf } from '../interpret/aws/organization.ts';
import { interpretPart, mainOperation, type PartReading } from '../interpret/interpret-part.ts';
import type { Organization } from '../model/aws/organization.ts';
import type { AnalysedPart, InterpretedPart, PartName, Parts } from '../model/parts.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Standard } from '../model/standard.ts';
import { globalRegion, isAwsUnit, isAzureUnit, isEntraUnit } from '../model/unit.ts';
import type { Unread } from '../model/unread.ts';
import { partSources } from './part-sources.ts';

/** The snapshots of one tenant, and the parts of the model made from them. Each part is made once, whoever reads it. */
export interface TenantModel {
  /** The account's global services, or the subscription or tenant as a whole, where they were collected. */
  readonly global: Snapshot | undefined;
  readonly regions: readonly Snapshot[];
  /** A part as it belongs to `subject`: a region's own, or its account's. */
  read<N extends PartName>(name: N, subject: Snapshot): PartReading<N>;
}

/**
 * Arranges the snapshots of one AWS account, of one Azure subscription or of one Entra tenant. `organization` is the unit of the account's
 * organization, where it was collected.
 */
export function tenantModel(snapshots: readonly Snapshot[], standard: Standard, organization?: Snapshot): TenantModel {
  const regional = snapshots.filter(({ unit }) => isAwsUnit(unit) && unit.region !== globalRegion);
  const global = snapshots.find(({ unit }) => !isAwsUnit(unit) || unit.region === globalRegion);
  const above = organizationAbove(global, organization);
  const identityCenter = identityCenterOf(organization);
  const organizationAccess = organizationAccessOf(organization);
  const made = new Map<Snapshot, Map<PartName, PartReading<PartName>>>();
  const read = <N extends PartName>(name: N, subject: Snapshot): PartReading<N> => {
    const home = partSources(name).per === 'aws-region' ? subject : global;
    if (!home) return { read: false, unread: [notCollected(firstOperation(name))] };
    const ofHome = made.get(home) ?? new Map<PartName, PartReading<PartName>>();
    made.set(home, ofHome);
    const known = ofHome.get(name);
    if (known) return known as PartReading<N>;
    const reading = isAnalysed(name) ? analyse(name, home) : interpretPart(name, home);
    ofHome.set(name, reading);
    return reading as PartReading<N>;
  };
  const analyse = (name: AnalysedPart, home: Snapshot): PartReading<AnalysedPart> => {
    const readings = analyses[name].requires.map((each) => read(each, home));
    const [first, ...rest] = readings.flatMap((reading) => ('unread' in reading ? reading.unread : []));
    if (first) return { read: false, unread: [first, ...rest] };
    const left = readings.find((reading) => 'skipped' in reading);
    if (left) return left;
    const valueOf = <N extends InterpretedPart>(part: N, subject: Snapshot): Parts[N] | undefined => {
      const reading = read(part, subject);
      return reading.read ? reading.value : undefined;
    };
    const sources = {
      asOf: new Date(home.collectedAt),
      standard,
      part: <N extends InterpretedPart>(part: N) => valueOf(part, home),
      unread: (part: InterpretedPart) => whyUnread(part, read(part, home)),
    };
    return attempt(name, () => {
      const { unit } = home;
      if (isEntraUnit(unit)) return run(name, { ...sources, unit });
      if (isAzureUnit(unit)) return run(name, { ...sources, unit });
      if (!isAwsUnit(unit)) throw new TypeError(`nothing of ${unit.provider} is analysed`);
      return run(name, {
        ...sources,
        unit,
        account: unit.account,
        organization: above,
        identityCenter,
        organizationAccess,
        regional: <N extends InterpretedPart>(part: N) =>
          regional.map((region) => valueOf(part, region)).filter((value): value is Parts[N] => value !== undefined),
        inRegions: <N extends InterpretedPart>(part: N) =>
          regional.flatMap((snapshot) =>
            isAwsUnit(snapshot.unit) ? regionPart(snapshot.unit.region, read(part, snapshot)) : [],
          ),
      });
    });
  };
  return { global, regions: regional, read };
}

function regionPart<N extends InterpretedPart>(region: string, reading: PartReading<N>): RegionPart<N> {
  if (reading.read) return { region, value: reading.value };
  return 'unread' in reading ? { region, unread: reading.unread[0] } : { region };
}

/** Parts of a provider are only ever asked of its units (see `judge`). */
function run(name: AnalysedPart, sources: AnySources): Parts[AnalysedPart] {
  const { analyse } = analyses[name] as { analyse(sources: AnySources): Parts[AnalysedPart] };
  return analyse(sources);
}

function whyUnread(name: InterpretedPart, reading: PartReading<InterpretedPart>): Unread | undefined {
  if (reading.read) return undefined;
  return 'unread' in reading ? reading.unread[0] : notSelected(mainOperation(name));
}

/**
 * The organization that an account is in: from the organization's own unit, if the account is in that one; else what the
 * account itself was told.
 */
function organizationAbove(
  global: Snapshot | undefined,
  unit: Snapshot | undefined,
): Organization | 'none' | undefined {
  const own = organizationOf(global);
  const whole = organizationOf(unit);
  if (typeof whole !== 'object' || own === 'none') return own;
  return own === undefined || own.id === whole.id ? whole : own;
}

/** An analysis that throws has a fault of its own: what rests on it is unknown, and the rest is not. */
function attempt(name: AnalysedPart, analyse: () => Parts[AnalysedPart]): PartReading<AnalysedPart> {
  try {
    return { read: true, value: analyse() };
  } catch (error) {
    const message = `${name}: ${error instanceof Error ? error.message : String(error)}`;
    return { read: false, unread: [{ operation: 'tenken:Analyse', code: 'AnalysisFailed', message }] };
  }
}

function firstOperation(name: PartName): string {
  const [required] = isAnalysed(name) ? analyses[name].requires : [];
  return mainOperation(required ?? (name as InterpretedPart));
}

function notSelected(operation: string): Unread {
  return { operation, code: 'NotSelected', message: 'the scan was not asked to read it' };
}

function notCollected(operation: string): Unread {
  return {
    operation,
    code: 'NotCollected',
    message: 'the snapshot has no unit for the global services of the account',
  };
}
