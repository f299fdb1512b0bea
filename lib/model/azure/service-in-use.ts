/** A resource of a subscription, as the list of all its resources names it. */
export interface AzureResourceInUse {
  readonly id: string;
  readonly name: string;
  /** In lower case: `microsoft.sql/servers/databases`. */
  readonly type: string;
  /** In lower case without spaces; `global` for what stands nowhere. */
  readonly location: string;
  readonly tags: Readonly<Record<string, string>>;
  /** ISO 8601, where the list says it. */
  readonly created?: string;
  /** The resource that made it and looks after it. */
  readonly managedBy?: string;
}

/** One type of resource in one location. */
export interface ServiceInUse {
  /** What Microsoft calls the service. */
  readonly service: string;
  /** In lower case. */
  readonly type: string;
  readonly location: string;
  readonly count: number;
  /** Ids of some of them. */
  readonly examples: readonly string[];
  /** All of them were made by Azure or another resource, and not by a person. */
  readonly isAutomatic: boolean;
  /** The standard calls the type one that comes along by itself. */
  readonly isIgnored: boolean;
  /** Whether the standard names the type, and the location; undefined where it restricts none. */
  readonly isTypeApproved: boolean | undefined;
  readonly isLocationApproved: boolean | undefined;
}

/** What a subscription uses, by type and location. */
export interface ServicesInUse {
  readonly services: readonly ServiceInUse[];
}
