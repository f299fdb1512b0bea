import { registerIndex, type IndexedRow } from '../analyse/services/register-index.ts';
import { hasEnded } from '../analyse/services/review-uses.ts';
import { registerGaps, type RegisterGap, type RegisterRow } from '../model/facts/register-row.ts';
import type { ServiceFact } from '../model/facts/service-fact.ts';
import type { RegisterEntry } from '../model/register.ts';
import type { UseLayer } from '../model/services/service-use.ts';

const layers: readonly UseLayer[] = ['billing', 'api', 'inventory', 'stored', 'application', 'access'];
const providers = ['aws', 'azure', 'entra'] as const;

/**
 * The register against reality: every service in use, over all accounts, beside the row of the register that it falls under; and
 * the rows that were seen in use nowhere. What comes along by itself is listed only where a row is about it. `today` is an ISO date.
 * Worst gap first, then by name.
 */
export function registerTable(
  facts: readonly ServiceFact[],
  register: readonly RegisterEntry[],
  today: string,
): readonly RegisterRow[] {
  const entries = new Map(register.map((entry) => [entry.id, entry]));
  const asked = facts.filter(({ automatic, entry }) => !automatic || entry !== undefined);
  const groups = Map.groupBy(asked, ({ provider, key, entry = '' }) => JSON.stringify([provider, key, entry]));
  const seen = [...groups.values()].flatMap(([first, ...rest]) => (first ? [seenRow([first, ...rest], entries)] : []));
  const known = new Set(facts.flatMap(({ entry }) => entry ?? []));
  const unseen = registerIndex(register)
    .rows.filter(({ entry }) => !known.has(entry.id))
    .map((row) => unseenRow(row, facts, today));
  return [...seen, ...unseen].toSorted(worstFirst);
}

function seenRow(
  facts: readonly [ServiceFact, ...ServiceFact[]],
  entries: ReadonlyMap<string, RegisterEntry>,
): RegisterRow {
  const [{ service, provider, key, category, entry }] = facts;
  const [firstSeen] = facts.flatMap((fact) => fact.firstSeen ?? []).toSorted();
  const lastSeen = facts
    .flatMap((fact) => fact.lastSeen ?? [])
    .toSorted()
    .at(-1);
  const found = new Set(facts.flatMap(({ evidence }) => evidence.map(({ layer }) => layer)));
  const gaps = new Set<RegisterGap>(facts.flatMap((fact) => fact.gaps));
  const owners = each(facts.flatMap(({ owner }) => owner ?? []));
  return {
    name: service,
    provider,
    key,
    ...(category && { category }),
    ...ofEntry(entry === undefined ? undefined : entries.get(entry), owners[0]),
    accounts: each(facts.map(({ account }) => account)),
    regions: each(facts.map(({ region }) => region)),
    usedBy: each(facts.flatMap(({ usedBy }) => usedBy ?? [])),
    ...(firstSeen !== undefined && { firstSeen }),
    ...(lastSeen !== undefined && { lastSeen }),
    layers: layers.filter((layer) => found.has(layer)),
    gaps: registerGaps.filter((gap) => gaps.has(gap)),
  };
}

/** That nobody uses it is how it should be where nobody may. */
function unseenRow({ entry, isForAccount }: IndexedRow, facts: readonly ServiceFact[], today: string): RegisterRow {
  const own = providers.filter((provider) => entry.keys[provider].length > 0);
  const [provider, another] = own;
  const watched = new Set([...own, ...entry.keys.tenants.flatMap(seenFrom)]);
  const isWatched = facts.some((fact) => watched.has(fact.provider) && isForAccount(fact.account));
  const isDone = entry.state === 'forbidden' || hasEnded(entry, today);
  return {
    name: entry.name,
    ...(provider && !another && { provider }),
    ...ofEntry(entry),
    accounts: [],
    regions: [],
    usedBy: [],
    layers: [],
    gaps: isWatched ? (isDone ? [] : ['unseen']) : ['unwatched'],
  };
}

/** Where an account or tenant of a provider would be seen: twelve digits are AWS's, and a GUID is Microsoft's. */
function seenFrom(tenant: string): readonly ServiceFact['provider'][] {
  return /^\d{12}$/.test(tenant) ? ['aws'] : ['azure', 'entra'];
}

/** Whom nobody registered a tag may name. */
function ofEntry(
  entry: RegisterEntry | undefined,
  tagged?: string,
): Pick<RegisterRow, 'entry' | 'entryName' | 'state' | 'owner' | 'departments'> {
  if (!entry) return { departments: [], ...(tagged !== undefined && { owner: tagged }) };
  const { id, name, state, owner, departments } = entry;
  return { entry: id, entryName: name, state, ...(owner !== undefined && { owner }), departments };
}

function each(words: readonly string[]): readonly string[] {
  return [...new Set(words)].toSorted();
}

function worstFirst(a: RegisterRow, b: RegisterRow): number {
  return rankOf(a) - rankOf(b) || compare(keyOf(a), keyOf(b));
}

/** Of what nobody registered, models and what is bought in a marketplace first: data goes to others there. */
function rankOf({ gaps: [worst], category }: RegisterRow): number {
  if (!worst) return registerGaps.length * 2;
  return registerGaps.indexOf(worst) * 2 + (worst === 'unregistered' && category ? 0 : 1);
}

function keyOf({ name, provider, key, entry }: RegisterRow): string {
  return [name.toLowerCase(), name, provider ?? '', key ?? '', entry ?? ''].join('\n');
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
