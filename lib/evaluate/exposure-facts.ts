import type { ExposureFact, ReachFact } from '../model/facts/exposure-fact.ts';
import { allowedAt, unallowed } from '../model/network/allowed-ports.ts';
import type { Exposure, Reach } from '../model/network/exposure.ts';
import { ownerOf } from '../model/owner-of.ts';
import type { AllowedPort, Standard } from '../model/standard.ts';
import { globalRegion, type AwsUnit, type AzureUnit } from '../model/unit.ts';

/** The exposures of a region or subscription as facts; what is closed, and what is part of another resource, is left out. */
export function exposureFacts(
  unit: AwsUnit | AzureUnit,
  exposures: readonly Exposure[],
  organizationalUnits: readonly string[] | undefined,
  { allowedPorts, owners }: Pick<Standard, 'allowedPorts' | 'owners'>,
  asOf: Date,
): readonly ExposureFact[] {
  const { provider } = unit;
  const account = provider === 'aws' ? unit.account : unit.subscription;
  return exposures
    .filter(({ partOf, ofOther, verdict }) => partOf === undefined && !ofOther && verdict !== 'closed')
    .map((exposure) => {
      const { kind, arn, name, verdict, reaches, blockedBy, unread, tags, location } = exposure;
      const allowed = allowedAt(allowedPorts, { account, tags, organizationalUnits }, asOf);
      const owner = ownerOf(tags, owners);
      return {
        provider,
        account,
        region: provider === 'aws' ? unit.region : location || globalRegion,
        kind,
        id: arn,
        name,
        ...(owner !== undefined && { owner }),
        verdict,
        reaches: reaches.map((reach) => reachFact(reach, allowed)),
        ...(blockedBy && { blockedBy }),
        unread: unread.map(({ operation }) => operation),
      };
    });
}

function reachFact(reach: Reach, allowed: readonly AllowedPort[]): ReachFact {
  const { path, strength, ...rest } = reach;
  return {
    ...rest,
    strength,
    allowed: unallowed(reach, allowed) === 'nothing',
    path: path.map(({ id }) => id),
  };
}
