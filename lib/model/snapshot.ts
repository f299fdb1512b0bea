import type { Unit } from './unit.ts';

/** The version of the snapshot format that this code reads and writes. */
export const snapshotSchema = 'tenken.snapshot/1';

/** An operation that could not be read, and why. `input` says for which resource, if it is called once per resource. */
export interface CollectError {
  /** `service:Operation`, as in {@link Snapshot.responses}. */
  readonly operation: string;
  /** The service's own code (`AccessDenied`, `ThrottlingException` …) or the network's (`ECONNREFUSED` …). */
  readonly code: string;
  readonly message: string;
  readonly input?: Readonly<Record<string, unknown>>;
  /** The operation that was really refused, where this one was never asked because its answer says what to ask about. */
  readonly because?: string;
}

/**
 * The code of an error that says: a scan asks about so many and no more, and this one came after. It is a choice of ours,
 * no gap in what can be read.
 */
export const overBudget = 'OverBudget';

/** An operation that was deliberately not called. */
export interface Skipped {
  readonly operation: string;
  readonly reason: SkipReason;
}

/** Why an operation was not called: the region holds no network interface, no check asked, or another answer ruled it out. */
export type SkipReason = 'empty-region' | 'not-selected' | 'not-needed';

/** One answer of an operation that is called once per resource. */
export interface KeyedResponse {
  readonly input: Readonly<Record<string, unknown>>;
  readonly output: unknown;
}

/**
 * The cloud's own answers about one unit. A response is the merged output of all pages, in the shape of the service's
 * SDK, dates as ISO 8601 strings and blobs as base64; or a list of {@link KeyedResponse} for operations called once
 * per resource. What is in neither `responses`, `errors` nor `skipped` was not collected, and counts as unread.
 */
export interface Snapshot {
  readonly schema: typeof snapshotSchema;
  readonly unit: Unit;
  /** ISO 8601. Ages in days are counted up to this moment, never to the clock's. */
  readonly collectedAt: string;
  readonly responses: Readonly<Record<string, unknown>>;
  readonly errors: readonly CollectError[];
  readonly skipped?: readonly Skipped[];
}
