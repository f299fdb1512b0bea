import type { ClauseNumber } from './clause.ts';
import type { Evidence, Remediation } from './judgement.ts';
import type { Hop } from './network/hop.ts';
import type { Resource } from './resource.ts';
import type { Severity } from './severity.ts';
import type { Text } from './text.ts';
import type { Unread } from './unread.ts';

/**
 * Where a finding stands against the previous run: seen for the first time, seen before, gone (a scan that could read
 * the resource no longer finds it), back again, or covered by an approved exception.
 */
export const findingStates = ['new', 'open', 'resolved', 'reopened', 'excepted'] as const;

/** One of {@link findingStates}. */
export type FindingState = (typeof findingStates)[number];

/** The exception that covers a finding. */
export interface AppliedException {
  readonly id: string;
  readonly reason: string;
  readonly owner: string;
  readonly approvedBy: string;
  /** ISO date. */
  readonly expires: string;
}

/** One line of findings.ndjson. The order of the fields is the order in the file. */
export interface Finding {
  /** `f_` and 20 letters: stable across runs (see `findingId`). */
  readonly id: string;
  readonly check: string;
  readonly clauses: readonly ClauseNumber[];
  readonly status: 'fail' | 'unknown';
  readonly severity: Severity;
  readonly resource: Resource;
  readonly title: Text;
  readonly detail: Text;
  readonly evidence: readonly Evidence[];
  readonly remediation: readonly Remediation[];
  /** The way that a connection takes, or would take; only of findings about networks. */
  readonly path?: readonly Hop[];
  /** Only when `status` is `unknown`. */
  readonly unread?: readonly Unread[];
  /** ISO 8601. */
  readonly firstSeen: string;
  /** ISO 8601. */
  readonly lastSeen: string;
  /** When the first run that no longer found it was taken, ISO 8601; only while it is resolved. */
  readonly resolvedAt?: string;
  readonly state: FindingState;
  readonly exception?: AppliedException;
}
