import { registerGaps } from '../../../model/facts/register-row.ts';
import type { RegisterData } from '../register-data.ts';
import type { ViewState } from './view-state.ts';

/** The columns of the register against reality that it can be ordered by. */
export const registerOrders = [
  'standing',
  'service',
  'cloud',
  'row',
  'owner',
  'accounts',
  'regions',
  'usedBy',
  'seen',
] as const;

/** One of {@link registerOrders}. */
export type RegisterOrder = (typeof registerOrders)[number];

/** The places of the rows that meet every condition, in the order asked for. */
export function selectRows(data: RegisterData, { gap, cloud, service, by }: ViewState): readonly number[] {
  const { columns } = data;
  const wanted = service
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const gapPlace = registerGaps.findIndex((name) => name === gap);
  const isOfGap = (place: number): boolean => {
    const own = columns.gaps[place]!;
    if (gap === '') return true;
    return gap === 'fine' ? own.length === 0 : own.includes(gapPlace);
  };
  const places = columns.name.map((_name, place) => place);
  return places
    .filter(
      (place) =>
        isOfGap(place) &&
        (cloud === '' || columns.provider[place] === cloud) &&
        (wanted.length === 0 || holds(textOf(data, place), wanted)),
    )
    .toSorted(order(data, by));
}

function holds(text: string, wanted: readonly string[]): boolean {
  return wanted.every((word) => text.includes(word));
}

/** Everything of a row that somebody may look for. */
function textOf({ columns, words }: RegisterData, place: number): string {
  const lists = [columns.departments, columns.accounts, columns.regions, columns.usedBy];
  return [
    columns.name[place],
    columns.key[place],
    columns.entry[place],
    columns.entryName[place],
    columns.owner[place],
    ...lists.flatMap((list) => list[place]!.map((word) => words[word])),
  ]
    .join('\n')
    .toLowerCase();
}

/** As the report has them, the worst first, unless another column is asked for; what is not known comes last. */
function order({ columns, words }: RegisterData, by: string): (a: number, b: number) => number {
  const texts: Partial<Record<string, (place: number) => string>> = {
    service: (place) => columns.name[place]!.toLowerCase(),
    cloud: (place) => columns.provider[place]!,
    row: (place) => columns.entry[place]!,
    owner: (place) => columns.owner[place]!,
    usedBy: (place) => words[columns.usedBy[place]![0] ?? -1] ?? '',
  };
  const text = texts[by];
  if (text) return (a, b) => compare(text(a), text(b)) || a - b;
  if (by === 'accounts') return (a, b) => columns.accounts[b]!.length - columns.accounts[a]!.length || a - b;
  if (by === 'regions') return (a, b) => columns.regions[b]!.length - columns.regions[a]!.length || a - b;
  // The latest first, which puts what was never seen last.
  if (by === 'seen') return (a, b) => -plain(columns.lastSeen[a]!, columns.lastSeen[b]!) || a - b;
  return (a, b) => a - b;
}

function compare(a: string, b: string): number {
  return Number(a === '') - Number(b === '') || plain(a, b);
}

function plain(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
