import { dayOf } from '../../model/days.ts';
import type { RegisterEntry } from '../../model/register.ts';
import type { ReviewedUse, UseGap } from '../../model/services/service-review.ts';
import type { ServiceUse } from '../../model/services/service-use.ts';
import { registerIndex } from './register-index.ts';

/** Whether the use of a service has ended by a day (ISO date): its data must be gone. */
export function hasEnded({ state, endedOn }: RegisterEntry, today: string): boolean {
  return state === 'retired' || (endedOn !== undefined && endedOn < today);
}

/** Holds uses against a register as it stands on the day of `asOf`. A register of no rows says nothing: there are no gaps. */
export function reviewUses(
  uses: readonly ServiceUse[],
  register: readonly RegisterEntry[],
  asOf: Date,
): readonly ReviewedUse[] {
  const index = registerIndex(register);
  const today = dayOf(asOf);
  return uses.map((use): ReviewedUse => {
    if (register.length === 0) return { use, gaps: [] };
    const entry = rowFor(use, index.rowsOf(use.provider, use.key));
    // Nobody chose what comes with every account; a row that names it nevertheless holds.
    if (!entry) return { use, gaps: use.isAutomatic ? [] : ['unregistered'] };
    return { use, entry, gaps: gapsOf(use, entry, today) };
  });
}

/** Of several rows about one service the one that approves of it here; else one for this account; else the first. */
function rowFor(use: ServiceUse, rows: readonly RegisterEntry[]): RegisterEntry | undefined {
  const here = rows.filter((row) => isForAccount(use, row));
  return here.find((row) => isForRegion(use, row)) ?? here[0] ?? rows[0];
}

function gapsOf(use: ServiceUse, entry: RegisterEntry, today: string): readonly UseGap[] {
  if (entry.state === 'forbidden') return ['forbidden'];
  // Copies that are left over are no use: they are found as what they are.
  if (hasEnded(entry, today)) return use.sightings.some(({ layer }) => layer !== 'stored') ? ['ended'] : [];
  const gaps: readonly (readonly [UseGap, boolean])[] = [
    ['outside-regions', !isForRegion(use, entry)],
    ['outside-accounts', !isForAccount(use, entry)],
    ['unchecked', !entry.contractCheck || !entry.securityCheck],
    ['overdue', isOver(entry.validUntil, today) || isOver(entry.nextReview, today)],
  ];
  return gaps.flatMap(([gap, isThere]) => (isThere ? [gap] : []));
}

function isForAccount({ account }: ServiceUse, { accounts }: RegisterEntry): boolean {
  return accounts.length === 0 || accounts.some((each) => each.toLowerCase() === account.toLowerCase());
}

/** What stands nowhere is in no place that nobody approved. */
function isForRegion({ region }: ServiceUse, { regions }: RegisterEntry): boolean {
  const plain = (word: string): string => word.toLowerCase().replaceAll(' ', '');
  return region === 'global' || regions.length === 0 || regions.some((each) => plain(each) === plain(region));
}

function isOver(day: string | undefined, today: string): boolean {
  return day !== undefined && day < today;
}
