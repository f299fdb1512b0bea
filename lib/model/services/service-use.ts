/**
 * What tells of a use. `billing`: money; `api`: calls on record; `inventory`: resources that stand there; `stored`: copies and
 * backups that outlive what they were made of; `application`: an enterprise application in a tenant; `access`: its provider's
 * own account is let in, connected, or given a copy.
 */
export type UseLayer = 'billing' | 'api' | 'inventory' | 'stored' | 'application' | 'access';

/** One piece of evidence of a use. */
export interface Sighting {
  readonly layer: UseLayer;
  /** The operation whose answer says it. */
  readonly operation: string;
  /** The object in that answer: an ARN, a principal, a billing name. */
  readonly ref: string;
  /** ISO 8601; absent where the answer does not say. */
  readonly firstSeen?: string;
  readonly lastSeen?: string;
  /** How many resources, where they are counted. */
  readonly count?: number;
  /** Who used or made it, where the answer says: an ARN, a user principal name. */
  readonly by?: string;
  /** Calls that may all have been refused: a use was tried, and nothing shows that one succeeded. */
  readonly attemptOnly?: true;
}

/** What of a provider an account, subscription or tenant uses in one place. */
export interface ServiceUse {
  readonly provider: 'aws' | 'azure' | 'entra';
  /** AWS account, Azure subscription or Entra tenant. */
  readonly account: string;
  /** Region or location; `global` for what stands nowhere. */
  readonly region: string;
  /** What detection keys of the register are compared with: a service prefix, a type of resource or an application id, in lower case. */
  readonly key: string;
  /** Account or tenant of whoever provides it, in lower case, where one is known: rows name those, too. */
  readonly vendor?: string;
  /** What people call it. */
  readonly name: string;
  /** Models and assistants; things bought in a marketplace. */
  readonly category?: 'ai' | 'marketplace';
  /** Ids of some of its resources. */
  readonly examples: readonly string[];
  /** At least one. */
  readonly sightings: readonly Sighting[];
  /** Who answers for it, where a tag says so. */
  readonly owner?: string;
  /** Made by the cloud or by another resource, and not by a person; or part of every account. */
  readonly isAutomatic: boolean;
}
