/** An era of the Japanese calendar. */
export interface Era {
  /** As people write it: `令和`, `R`. */
  readonly names: readonly string[];
  /** The Gregorian year before its first. */
  readonly before: number;
  /** ISO dates of its first and last day; the last of an era may be the first of the next. */
  readonly first: string;
  readonly last: string;
}

/** From 1873 on, when Japan took up the Gregorian calendar. */
export const eras: readonly Era[] = [
  { names: ['令和', 'R'], before: 2018, first: '2019-05-01', last: '9999-12-31' },
  { names: ['平成', 'H'], before: 1988, first: '1989-01-08', last: '2019-04-30' },
  { names: ['昭和', 'S'], before: 1925, first: '1926-12-25', last: '1989-01-07' },
  { names: ['大正', 'T'], before: 1911, first: '1912-07-30', last: '1926-12-25' },
  { names: ['明治', 'M'], before: 1867, first: '1873-01-01', last: '1912-07-30' },
];
