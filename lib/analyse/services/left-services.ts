import { dayOf } from '../../model/days.ts';
import type { AzureResourceInUse } from '../../model/azure/service-in-use.ts';
import type { RegisterEntry } from '../../model/register.ts';
import type { LeftServices } from '../../model/services/service-review.ts';
import { isAwsUnit, isAzureUnit, isEntraUnit, type Unit } from '../../model/unit.ts';
import type { AnalysisDefinition, AnalysisSources, AnySources, AzureSources } from '../analysis.ts';
import type { Stored, StoredIn } from './stored.ts';
import { storedThings } from './stored-things.ts';
import { hasEnded } from './review-uses.ts';
import { registerIndex } from './register-index.ts';

/** `any.leftServices`: what is left of services whose use has ended. */
export const leftServices: AnalysisDefinition<'any.leftServices'> = {
  per: 'any-tenant',
  requires: [],
  uses: ['aws.buckets', 'azure.resources'],
  analyse: (sources) => {
    const today = dayOf(sources.asOf);
    const { register } = sources.standard;
    const ended = register.filter((entry) => hasEnded(entry, today) && isAbout(entry, sources.unit));
    if (ended.length === 0) return { left: [], unread: [], clean: [] };
    return remains(ended, register, storedIn(sources));
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

/** Whatever an ended row's keys name; a thing that a row still in use is about as well belongs to that one. */
function remains(
  ended: readonly RegisterEntry[],
  register: readonly RegisterEntry[],
  { provider, stored, unread }: StoredIn,
): LeftServices {
  const index = registerIndex(register);
  const isEnded = new Set(ended);
  const rowsOf = (keys: readonly string[]): readonly RegisterEntry[] => [
    ...new Set(keys.flatMap((key) => index.rowsOf(provider, key))),
  ];
  const left = stored.flatMap(({ keys, thing }) => {
    const [main = ''] = keys;
    const rows = rowsOf([main]).length > 0 ? rowsOf([main]) : rowsOf(keys);
    const [entry] = rows;
    return entry && rows.every((row) => isEnded.has(row)) ? [{ entry, thing }] : [];
  });
  const gaps = unread.flatMap(({ keys, kind, unread: gap }) =>
    (keys === 'any' ? ended : rowsOf(keys))
      .filter((row) => isEnded.has(row))
      .map((entry) => ({ entry, kind, unread: gap })),
  );
  const dirty = new Set([...left, ...gaps].map(({ entry }) => entry));
  return { left, unread: gaps, clean: ended.filter((entry) => !dirty.has(entry)) };
}

function storedIn(sources: AnySources): StoredIn {
  if (isAwsUnit(sources.unit)) return storedThings(sources as AnalysisSources);
  const { part, unread } = sources as AzureSources;
  const gap = unread('azure.resources');
  return {
    provider: 'azure',
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
