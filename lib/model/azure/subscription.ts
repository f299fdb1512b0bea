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
