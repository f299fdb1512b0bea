/** The clauses of the standard that Tenken maps its checks to, by number. Their texts stand in `lib/standard`. */
export const clauseNumbers = [
  '7.1',
  '7.2',
  '7.3',
  '7.4',
  '7.5',
  '8.1',
  '8.2',
  '8.3',
  '8.4',
  '11.1',
  '11.2',
  '11.3',
  '11.4',
  '12.1',
  '12.2',
  '12.3',
  '12.4',
] as const;

/** One of {@link clauseNumbers}. */
export type ClauseNumber = (typeof clauseNumbers)[number];
