import type { ClauseNumber } from './clause.ts';
import type { Text } from './text.ts';

/** A clause of the standard: what it asks for, what a machine can say of it, and which frameworks ask for the same. */
export interface ClauseInfo {
  readonly number: ClauseNumber;
  /** The article that the clause belongs to: 7, 8, 11 or 12. */
  readonly article: number;
  /** The clause as the standard words it. */
  readonly text: Text;
  /** What remains for a person to attest, because no machine sees it. */
  readonly attest: Text;
  /** Controls of known frameworks that ask for the same, by the framework's name. */
  readonly mappings: Readonly<Record<string, readonly string[]>>;
}
