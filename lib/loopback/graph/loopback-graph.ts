import type { GraphLicence, GraphPermission } from '../../model/entra/graph-operations.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { Hits } from '../hit-counter.ts';

/** What goes wrong, as it does with Microsoft Graph. Nothing, when absent. */
export interface GraphFaults {
  readonly latencyMs?: number;
  /** The limits that Microsoft documents, for a small tenant. */
  readonly throttle?: boolean;
  /** Application permissions that were not consented to. */
  readonly withheld?: readonly GraphPermission[];
  /** Licences that the tenant does not have. */
  readonly unlicensed?: readonly GraphLicence[];
  readonly failures?: Hits & { readonly status?: 500 | 502 | 503 | 504 };
  /** The connection is broken before the answer. */
  readonly dropped?: Hits;
  /** The second page of every collection is empty, and has a next one. */
  readonly emptyPages?: boolean;
  /** Objects of a page at most, whatever is asked for. */
  readonly pageSize?: number;
  /** Operations whose next page is said to be on another host, or is always the same. */
  readonly hostileNextLink?: readonly string[];
  readonly endless?: readonly string[];
}

/** What a loopback Graph is made of. */
export interface LoopbackGraphOptions {
  /** Units of tenants; others are left aside. */
  readonly snapshots: readonly Snapshot[];
  readonly faults?: GraphFaults;
  /** Default: any free port. */
  readonly port?: number;
  /** The host that next pages are said to be at. Default: Microsoft Graph's own. */
  readonly graphHost?: string;
}

/** One request, or one within a batch. `status` is 0 when the connection was broken. */
export interface GraphCall {
  readonly operation: string;
  readonly tenant: string;
  readonly status: number;
  readonly batched: boolean;
  readonly acceptLanguage: string;
}

/** A running loopback Graph. */
export interface LoopbackGraph {
  readonly url: string;
  /** Sends scans here. */
  readonly environment: Readonly<Record<string, string>>;
  readonly calls: readonly GraphCall[];
  /** Requests over HTTP: a batch is one. */
  readonly requests: number;
  /** Replaces all faults; counters and buckets begin anew. */
  setFaults(faults: GraphFaults): void;
  close(): Promise<void>;
}
