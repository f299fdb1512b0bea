/** What of its permissions a demo user or role does not use; everything else it used yesterday. */
export interface DemoUse {
  /** Prefixes of services, with the days since the last use, or `never`. */
  readonly unused?: Readonly<Record<string, number | 'never'>>;
  /** Tracked actions that were never used, by the service's prefix. */
  readonly unusedActions?: Readonly<Record<string, readonly string[]>>;
}
