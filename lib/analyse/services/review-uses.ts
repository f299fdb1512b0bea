import type { RegisterEntry } from '../../model/register.ts';
import type { ReviewedUse, UseGap } from '../../model/services/service-review.ts';
import type { ServiceUse, Sighting } from '../../model/services/service-use.ts';
import { registerIndex, type IndexedRow, type RegisterIndex } from './register-index.ts';

/** Whether the use of a service has ended by a day (ISO date): its data must be gone. */
export function hasEnded({ state, endedOn }: RegisterEntry, today: string): boolean {
  return state === 'retired' || (endedOn !== undefined && endedOn < today);
}

/** Holds uses against a register as it stands on a day (ISO date). A register of no rows says nothing: there are no gaps. */
export function reviewUses(
  uses: readonly ServiceUse[],
  register: readonly RegisterEntry[],
  today: string,
): readonly ReviewedUse[] {
  const index = registerIndex(register);
  const standings = new Map<IndexedRow, Standing>();
  const standingOf = (row: IndexedRow): Standing => {
    const known = standings.get(row) ?? standingOn(row.entry, today);
    standings.set(row, known);
    return known;
  };
  return uses.map((use): ReviewedUse => {
    if (register.length === 0) return { use, gaps: nothing };
    const row = rowFor(use, rowsAbout(use, index), today);
    // Nobody chose what comes with every account; a row that names it nevertheless holds.
    if (!row) return { use, gaps: use.isAutomatic ? nothing : unregistered };
    return { use, entry: row.entry, gaps: gapsOf(use, row, standingOf(row)) };
  });
}

const nothing: readonly UseGap[] = [];
const unregistered: readonly UseGap[] = ['unregistered'];

/** Rows that name the service itself say more than those that name whoever provides it. */
function rowsAbout({ provider, key, vendor }: ServiceUse, index: RegisterIndex): readonly IndexedRow[] {
  const rows = index.rowsOf(provider, key);
  return rows.length > 0 || vendor === undefined ? rows : index.rowsOfVendor(vendor);
}

/**
 * Of several rows about one service the one for this account and region; else one for this account; else one that approves of
 * it elsewhere: what is forbidden or has ended in another account says nothing here.
 */
function rowFor({ account, region }: ServiceUse, rows: readonly IndexedRow[], today: string): IndexedRow | undefined {
  const here = rows.filter((row) => row.isForAccount(account));
  const elsewhere = ({ entry }: IndexedRow): boolean => entry.state !== 'forbidden' && !hasEnded(entry, today);
  return here.find((row) => row.isForRegion(region)) ?? here[0] ?? rows.find(elsewhere);
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
  if (refusal === 'ended') return sightings.some((each) => isUseAfter(each, row.entry.endedOn)) ? gaps : nothing;
  if (refusal) return gaps;
  const outside: UseGap[] = [];
  if (!row.isForRegion(region)) outside.push('outside-regions');
  if (!row.isForAccount(account)) outside.push('outside-accounts');
  return outside.length === 0 ? gaps : [...outside, ...gaps];
}

/** Copies that are left over are no use, they are found as what they are; nor is what was used before the last day. */
function isUseAfter({ layer, lastSeen }: Sighting, endedOn: string | undefined): boolean {
  return layer !== 'stored' && (lastSeen === undefined || endedOn === undefined || lastSeen.slice(0, 10) > endedOn);
}

function isOver(day: string | undefined, today: string): boolean {
  return day !== undefined && day < today;
}
