const dayInMilliseconds = 86_400_000;

/** Whole days from one moment to a later one, rounded down; negative when `from` is later. */
export function daysBetween(from: Date, to: Date): number {
  return Math.floor((to.getTime() - from.getTime()) / dayInMilliseconds);
}

/** The day of a moment, in UTC, as an ISO date: `2026-01-31`. */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}

/** The day of a moment where the organisation is, as an ISO date; `timeZone` by its IANA name. */
export function dayIn(moment: Date, timeZone: string): string {
  // Swedish writes dates as ISO 8601 does.
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(moment);
}
