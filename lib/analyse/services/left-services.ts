import { dayIn } from '../../model/days.ts';
import type { RegisterEntry } from '../../model/register.ts';
import type { LeftServices } from '../../model/services/service-review.ts';
import type { AnalysisDefinition, AnySources, EntraSources } from '../analysis.ts';
import { awsLayers } from './aws-answers.ts';
import { azureStored } from './azure-stored.ts';
import { registerIndex, type IndexedRow } from './register-index.ts';
import { hasEnded } from './review-uses.ts';
import { isAws, isEntra } from './sources-of.ts';
import type { StoredIn } from './stored.ts';
import { storedThings } from './stored-things.ts';

/** `any.leftServices`: what is left of services whose use has ended. */
export const leftServices: AnalysisDefinition<'any.leftServices'> = {
  per: 'any-tenant',
  requires: [],
  uses: [...awsLayers, 'aws.regions', 'azure.resources', 'azure.storedData'],
  analyse: (sources) => {
    const { register, deployment } = sources.standard;
    // Where nobody keeps a register nobody asks for deletions; a tenant of Entra stores nothing that is listed.
    if (register.length === 0 || isEntra(sources)) return { left: [], unread: [], clean: [], present: [] };
    const account = isAws(sources) ? sources.account : sources.unit.subscription;
    return remains(register, storedIn(sources), { account, today: dayIn(sources.asOf, deployment.timeZone) });
  },
};

/** Whatever the keys of ended rows name alone; what a row still in use is about as well belongs to that one. */
function remains(
  register: readonly RegisterEntry[],
  { provider, stored, unread, knows }: StoredIn,
  { account, today }: { readonly account: string; readonly today: string },
): LeftServices {
  const index = registerIndex(register);
  const isOver = (entry: RegisterEntry): boolean => hasEnded(entry, today);
  const rowsOf = (key: string): readonly IndexedRow[] =>
    index.rowsOf(provider, key).filter((row) => row.isForAccount(account));
  const ended = index.rows
    .filter((row) => row.entry.keys[provider].length > 0 && row.isForAccount(account) && isOver(row.entry))
    .map(({ entry }) => entry);
  const left = stored.flatMap(({ keys, thing }) => {
    // What an ended service left is left wherever it is, unless a row still in use is about that region.
    const rows = keys.map((key) => rowsOf(key).filter((row) => isOver(row.entry) || row.isForRegion(thing.region)));
    // The backup of a database is the database's, whoever keeps it.
    const owners = rows.findLast((each) => each.length > 0)?.map(({ entry }) => entry) ?? [];
    const [entry] = owners;
    return entry && owners.every(isOver) ? [{ entry, thing }] : [];
  });
  const gaps = unread.flatMap(({ keys, kind, unread: gap }) => {
    const about = keys === 'any' ? ended : [...new Set(keys.flatMap(rowsOf))].map(({ entry }) => entry).filter(isOver);
    return about.map((entry) => ({ entry, kind, unread: gap }));
  });
  const dirty = new Set([...left, ...gaps].map(({ entry }) => entry));
  return {
    left,
    unread: gaps,
    clean: ended.filter((entry) => !dirty.has(entry) && knows(entry)),
    present: stored.map(({ thing }) => thing.id),
  };
}

function storedIn(sources: Exclude<AnySources, EntraSources>): StoredIn {
  return isAws(sources) ? storedThings(sources) : azureStored(sources);
}
