import { mainService } from '../../model/aws/service-names.ts';
import { keySpecificity } from '../../model/azure/key-specificity.ts';
import type { RegisterEntry } from '../../model/register.ts';
import { keyClaims } from './key-conflicts.ts';
import { patternsMeet } from './patterns-meet.ts';

/** A detection key of a row. */
export interface KeyOfRow {
  readonly key: string;
  readonly id: RegisterEntry['id'];
}

/** Two keys that differ and recognise a service in the same accounts and regions: of what both recognise, `winner` holds. */
export interface KeyOverlap {
  readonly winner: KeyOfRow;
  readonly loser: KeyOfRow;
  /** Whether it holds for its key, or because its row is the first in the register. */
  readonly isMoreSpecific: boolean;
}

/** A key in lower case, and the rows that have it. */
interface Holders {
  readonly key: string;
  readonly rows: readonly { readonly row: number; readonly entry: RegisterEntry; readonly key: string }[];
}

/** The overlaps between the rows of a register in which nothing is wrong, one by one: of thousands there may be millions. */
export function* keyOverlaps(entries: readonly RegisterEntry[]): Generator<KeyOverlap, undefined> {
  const services = holdersBy(entries, 'aws', (key) => mainService(key));
  const namespaces = holdersBy(entries, 'azure', (key) => key.split('/')[0] ?? key);
  for (const keys of services.values()) yield* pairsOf(keys, []).flatMap(overlaps);
  for (const keys of namespaces.values()) {
    // Whole types that differ never meet, and there may be thousands of them.
    const { patterns = [], types = [] } = Object.groupBy(keys, ({ key }) => (key.includes('*') ? 'patterns' : 'types'));
    yield* pairsOf(patterns, types)
      .filter(([one, other]) => patternsMeet(one.key, other.key))
      .flatMap(overlaps);
  }
}

function holdersBy(
  entries: readonly RegisterEntry[],
  provider: 'aws' | 'azure',
  group: (key: string) => string,
): Map<string, Holders[]> {
  const all = entries.flatMap((entry, row) => entry.keys[provider].map((key) => ({ row, entry, key })));
  const byKey = Map.groupBy(all, ({ key }) => key.toLowerCase());
  return Map.groupBy(
    [...byKey].map(([key, rows]) => ({ key, rows })),
    ({ key }) => group(key),
  );
}

/** Each of `keys` with those behind it, and with all of `others`. */
function* pairsOf(
  keys: readonly Holders[],
  others: readonly Holders[],
): Generator<readonly [Holders, Holders], undefined> {
  for (const [index, one] of keys.entries()) {
    for (const other of keys.slice(index + 1)) yield [one, other];
    for (const other of others) yield [one, other];
  }
}

/** Rows that share a key do not meet, or they would be wrong: whom a row of the other key meets has the first. */
function overlaps([one, other]: readonly [Holders, Holders]): KeyOverlap[] {
  const claims = keyClaims();
  const byRow = new Map(one.rows.map((each) => [each.row, each]));
  for (const { row, entry } of one.rows) claims.claim('', row, entry);
  return other.rows.flatMap((each): KeyOverlap[] => {
    const rival = byRow.get(claims.claim('', each.row, each.entry) ?? -1);
    if (!rival || byRow.has(each.row)) return [];
    const difference = keySpecificity(rival.key) - keySpecificity(each.key);
    const isFirst = difference > 0 || (!(difference < 0) && rival.row < each.row);
    const [winner, loser] = isFirst ? [rival, each] : [each, rival];
    return [
      {
        winner: { key: winner.key, id: winner.entry.id },
        loser: { key: loser.key, id: loser.entry.id },
        isMoreSpecific: keySpecificity(rival.key) !== keySpecificity(each.key),
      },
    ];
  });
}
