import type { RegisterState } from '../register.ts';
import type { UseGap } from '../services/service-review.ts';
import type { ServiceUse, UseLayer } from '../services/service-use.ts';

/**
 * What the register and reality lack of each other, the worst first: the gaps of uses, and of rows of the register `unseen` (in use
 * nowhere that was scanned) and `unwatched` (nothing that was scanned would have shown a use).
 */
export const registerGaps = [
  'forbidden',
  'ended',
  'unregistered',
  'outside-regions',
  'outside-accounts',
  'unchecked',
  'overdue',
  'unseen',
  'unwatched',
] as const satisfies readonly (UseGap | 'unseen' | 'unwatched')[];

/** One of {@link registerGaps}. */
export type RegisterGap = (typeof registerGaps)[number];

/** A service in all accounts, as the register has it and as it was seen; or a row of the register that was seen nowhere. */
export interface RegisterRow {
  /** What the provider calls the service; of a row seen nowhere, what the register calls it. */
  readonly name: string;
  /** Absent where a row seen nowhere has keys of several clouds, or of none. */
  readonly provider?: ServiceUse['provider'];
  /** What the register's keys are compared with; absent where the row was seen nowhere. */
  readonly key?: string;
  readonly category?: ServiceUse['category'];
  /** Id of the row of the register; absent where there is none. */
  readonly entry?: string;
  /** What the register calls it. */
  readonly entryName?: string;
  readonly state?: RegisterState;
  /** Who answers for it by the register; where it is not in there, by a tag. */
  readonly owner?: string;
  readonly departments: readonly string[];
  /** Accounts, subscriptions and tenants where it was seen. */
  readonly accounts: readonly string[];
  /** Regions and locations where it was seen. */
  readonly regions: readonly string[];
  /** Who used it, each once, where anything says so. */
  readonly usedBy: readonly string[];
  /** ISO 8601. */
  readonly firstSeen?: string;
  readonly lastSeen?: string;
  readonly layers: readonly UseLayer[];
  /** Of all its uses, the worst first; empty where all is well, and where there is no register. */
  readonly gaps: readonly RegisterGap[];
}
