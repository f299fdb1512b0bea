import type { Unread } from '../unread.ts';

/** A subscription that the scan sees. */
export interface KnownSubscription {
  /** GUID in lower case. */
  readonly id: string;
  readonly name: string;
  /** The tenant that it trusts. */
  readonly tenant: string;
  /** `Enabled`, `Warned`, `PastDue`, `Disabled`, `Deleted` */
  readonly state: string;
  /** Tenants that manage it beside (Azure Lighthouse). */
  readonly managedByTenants: readonly string[];
}

/** What a subscription still holds, and whether it is in use at all. */
export interface SubscriptionRemains {
  /** The subscription itself; undefined where the list of all that the scan sees does not name it. */
  readonly subscription: KnownSubscription | undefined;
  /** How many resources stand in it; undefined where they were not read. */
  readonly resources: number | undefined;
  /** How many deleted resources can be recovered, and how many backups there are, as far as they were read. */
  readonly stored: number;
  /** What was not read of both. */
  readonly unread: readonly Unread[];
}
