import type { Snapshot } from './snapshot.ts';
import type { Standard } from './standard.ts';
import type { Text } from './text.ts';

/** The parts of a unit's snapshot that a case states; the rest is filled in. */
export type CaseSnapshot = Partial<Pick<Snapshot, 'responses' | 'errors' | 'collectedAt' | 'unit'>>;

/**
 * One worked example of a check: the cloud's answers, and the verdict per resource name. Cases are run by one test and
 * rendered in the catalogue, so an example cannot lie.
 */
export interface CheckCase {
  readonly name: Text;
  readonly given: CaseSnapshot;
  /** Of a case about a region: what the account's global services answer. */
  readonly global?: Snapshot['responses'];
  readonly standard?: Partial<Standard>;
  /** Verdict by the last part of the resource's id; resources that are not named must not be judged. */
  readonly expect: Readonly<Record<string, 'fail' | 'pass' | 'unknown'>>;
}
