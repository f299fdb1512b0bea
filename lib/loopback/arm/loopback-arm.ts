import type { Snapshot } from '../../model/snapshot.ts';
import type { Hits } from '../hit-counter.ts';

/** What goes wrong, as it does with Azure Resource Manager. Nothing, when absent. */
export interface ArmFaults {
  readonly latencyMs?: number;
  /** The limits that Microsoft documents. */
  readonly throttle?: boolean;
  /** Operations that the caller may not read. */
  readonly denied?: readonly string[];
  readonly failures?: Hits & {
    readonly status?: 429 | 500 | 502 | 503 | 504;
    /** Seconds that the caller is asked to wait; default: none. */
    readonly retryAfter?: number;
  };
  /** The connection is broken before the answer. */
  readonly dropped?: Hits;
  /** Rows of a page at most. */
  readonly pageSize?: number;
  /** Operations whose next page is said to be on another host, or is always the same. */
  readonly hostileNextLink?: readonly string[];
  readonly endless?: readonly string[];
  /** Operations that answer with success, and without what was asked for. */
  readonly malformed?: readonly string[];
}

/** What a loopback ARM is made of. */
export interface LoopbackArmOptions {
  /** Units of subscriptions; others are left aside. */
  readonly snapshots: readonly Snapshot[];
  readonly faults?: ArmFaults;
  /** Default: any free port. */
  readonly port?: number;
}

/** One request. `status` is 0 when the connection was broken. */
export interface ArmCall {
  readonly operation: string;
  readonly subscription: string;
  readonly status: number;
}

/** A running loopback ARM. */
export interface LoopbackArm {
  readonly url: string;
  /** Sends scans here. */
  readonly environment: Readonly<Record<string, string>>;
  readonly calls: readonly ArmCall[];
  /** Replaces all faults; counters and buckets begin anew. */
  setFaults(faults: ArmFaults): void;
  close(): Promise<void>;
}
