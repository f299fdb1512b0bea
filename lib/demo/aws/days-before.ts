/** Tells moments as days before "now". */
export type DaysBefore = (days: number) => Date;

/** Counts days back from `now`. */
export function daysBefore(now: Date): DaysBefore {
  return (days) => new Date(now.getTime() - days * 86_400_000);
}
