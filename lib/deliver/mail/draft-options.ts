import type { Summary } from '../../model/results.ts';
import type { Locale } from '../../model/text.ts';

/** How one draft of a notification is written. */
export interface DraftOptions {
  readonly locale: Locale;
  /** Where the report can be opened. */
  readonly link: string | undefined;
  /** The summary of the run before, for the difference to it. */
  readonly previous?: Pick<Summary, 'failed' | 'unknown'> | undefined;
  /** How many findings and gaps are listed. */
  readonly length: number;
}
