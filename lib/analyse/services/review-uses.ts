import { dayOf } from '../../model/days.ts';
import type { RegisterEntry } from '../../model/register.ts';
import type { ReviewedUse, UseGap } from '../../model/services/service-review.ts';
import type { ServiceUse } from '../../model/services/service-use.ts';
import { registerIndex, type IndexedRow } from './register-index.ts';

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
  const standings = new Map<IndexedRow, Standing>();
  const standingOf = (row: IndexedRow): Standing => {
    const known = standings.get(row) ?? standingOn(row.entry, today);
    standings.set(row, known);
    return known;
  };
  return uses.map((use): ReviewedUse => {
    if (register.length === 0) return { use, gaps: nothing };
    const row = rowFor(use, index.rowsOf(use.provider, use.key));
    // Nobody chose what comes with every account; a row that names it nevertheless holds.
    if (!row) return { use, gaps: use.isAutomatic ? nothing : unregistered };
    return { use, entry: row.entry, gaps: gapsOf(use, row, standingOf(row)) };
  });
}

const nothing: readonly UseGap[] = [];
const unregistered: readonly UseGap[] = ['unregistered'];

/** Of several rows about one service the one that approves of it here; else one for this account; else the first. */
function rowFor({ account, region }: ServiceUse, rows: readonly IndexedRow[]): IndexedRow | undefined {
  if (rows.length < 2) return rows[0];
  const here = rows.filter((row) => row.isForAccount(account));
  return here.find((row) => row.isForRegion(region)) ?? here[0] ?? rows[0];
}

/** What a row says of every use on a day. */
interface Standing {
  readonly refusal?: 'forbidden' | 'ended';
  readonly gaps: readonly UseGap[];
}

function standingOn(entry: RegisterEntry, today: string): Standing {
  if (entry.state === 'forbidden') return { refusal: 'forbidden', gaps: ['forbidden'] };
  if (hasEnded(entry, today)) return { refusal: 'ended', gaps: ['ended'] };
  const isUnchecked = !entry.contractCheck || !entry.securityCheck;
  const isOverdue = isOver(entry.validUntil, today) || isOver(entry.nextReview, today);
  return { gaps: [...(isUnchecked ? (['unchecked'] as const) : []), ...(isOverdue ? (['overdue'] as const) : [])] };
}

function gapsOf({ account, region, sightings }: ServiceUse, row: IndexedRow, { refusal, gaps }: Standing) {
  // Copies that are left over are no use: they are found as what they are.
  if (refusal === 'ended') return sightings.some(({ layer }) => layer !== 'stored') ? gaps : nothing;
  if (refusal) return gaps;
  const outside: UseGap[] = [];
  if (!row.isForRegion(region)) outside.push('outside-regions');
  if (!row.isForAccount(account)) outside.push('outside-accounts');
  return outside.length === 0 ? gaps : [...outside, ...gaps];
}

function isOver(day: string | undefined, today: string): boolean {
  return day !== undefined && day < today;
}
