import { dayIn } from '../../model/days.ts';
import type { AzureResourceInUse } from '../../model/azure/service-in-use.ts';
import type { RegisterEntry } from '../../model/register.ts';
import type { LeftServices } from '../../model/services/service-review.ts';
import { isAwsUnit, isAzureUnit, isEntraUnit, type Unit } from '../../model/unit.ts';
import type { AnalysisDefinition, AnalysisSources, AnySources, AzureSources } from '../analysis.ts';
import type { Stored, StoredIn } from './stored.ts';
import { awsLayers } from './aws-answers.ts';
import { storedParts, storedThings } from './stored-things.ts';
import { hasEnded } from './review-uses.ts';
import { registerIndex } from './register-index.ts';

/** `any.leftServices`: what is left of services whose use has ended. */
export const leftServices: AnalysisDefinition<'any.leftServices'> = {
  per: 'any-tenant',
  requires: [],
  uses: [...awsLayers, ...storedParts, 'aws.regions', 'azure.resources'],
  analyse: (sources) => {
    const { register, deployment } = sources.standard;
    const today = dayIn(sources.asOf, deployment.timeZone);
    const own = register.filter((entry) => isAbout(entry, sources.unit));
    const ended = own.filter((entry) => hasEnded(entry, today));
    // Where nobody keeps a register nobody asks for deletions.
    if (register.length === 0) return { left: [], unread: [], clean: [], present: [] };
    return remains(ended, own, storedIn(sources));
  },
};

/** A row is about a unit if it has keys of the unit's provider, and leaves the account in. */
function isAbout({ keys, accounts }: RegisterEntry, unit: Unit): boolean {
  if (isEntraUnit(unit)) return false;
  const [own, account] = isAzureUnit(unit)
    ? [keys.azure, unit.subscription]
    : isAwsUnit(unit)
      ? [keys.aws, unit.account]
      : [[], ''];
  return own.length > 0 && (accounts.length === 0 || accounts.includes(account));
}

/** Whatever the keys of ended rows name alone; what a row still in use is about as well belongs to that one. */
function remains(
  ended: readonly RegisterEntry[],
  own: readonly RegisterEntry[],
  { provider, stored, unread, knows }: StoredIn,
): LeftServices {
  const index = registerIndex(own);
  const isEnded = new Set(ended);
  const rowsOf = (key: string): readonly RegisterEntry[] => index.rowsOf(provider, key).map(({ entry }) => entry);
  const left = stored.flatMap(({ keys, thing }) => {
    const rows = keys.map((key) => index.rowsOf(provider, key).filter((row) => row.isForRegion(thing.region)));
    // The backup of a database is the database's, whoever keeps it.
    const owners = rows.findLast((each) => each.length > 0)?.map(({ entry }) => entry) ?? [];
    const [entry] = owners;
    return entry && owners.every((row) => isEnded.has(row)) ? [{ entry, thing }] : [];
  });
  const gaps = unread.flatMap(({ keys, kind, unread: gap }) =>
    (keys === 'any' ? ended : [...new Set(keys.flatMap(rowsOf))])
      .filter((row) => isEnded.has(row))
      .map((entry) => ({ entry, kind, unread: gap })),
  );
  const dirty = new Set([...left, ...gaps].map(({ entry }) => entry));
  return {
    left,
    unread: gaps,
    clean: ended.filter((entry) => !dirty.has(entry) && knows(entry)),
    present: stored.map(({ thing }) => thing.id),
  };
}

function storedIn(sources: AnySources): StoredIn {
  if (isEntraUnit(sources.unit)) return { provider: 'azure', stored: [], unread: [], knows: () => true };
  if (isAwsUnit(sources.unit)) return storedThings(sources as AnalysisSources);
  const { part, unread } = sources as AzureSources;
  const gap = unread('azure.resources');
  return {
    provider: 'azure',
    knows: () => true,
    stored: (part('azure.resources') ?? []).map(ofResource),
    unread: gap && gap.code !== 'NotSelected' ? [{ keys: 'any', kind: 'azure-resource', unread: gap }] : [],
  };
}

/** Every resource of an ended service may hold data: there is no telling which does not. */
function ofResource({ id, name, type, location }: AzureResourceInUse): Stored {
  return {
    keys: [type],
    thing: { kind: type, id, name, region: location, operation: 'Microsoft.Resources/resources' },
  };
}
