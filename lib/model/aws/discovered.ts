import type { Unread } from '../unread.ts';

/** Operations of services that know resources of every kind. */
export const discoveryOperations = [
  'resource-explorer-2:ListResources',
  'config:GetDiscoveredResourceCounts',
  'tagging:GetResources',
] as const;

/** One of {@link discoveryOperations}. */
export type DiscoveryOperation = (typeof discoveryOperations)[number];

/** What of a region was found by services that know resources of every kind, each as far as it was read. */
export interface Discovered {
  readonly resources: readonly DiscoveredResources[];
  /**
   * Which of them answered. Resource Explorer and Config answer only where somebody turned them on; what has never had a tag
   * is seen by nobody else.
   */
  readonly answered: readonly DiscoveryOperation[];
  /** Which of them were asked in vain. */
  readonly unread: readonly Unread[];
}

/** Resources of one service in one region, as a service that lists resources of every kind counts them. */
export interface DiscoveredResources {
  readonly operation: DiscoveryOperation;
  /** Prefix of the service's IAM actions, in lower case: `bedrock`. */
  readonly service: string;
  /** `global` for what stands in none. */
  readonly region: string;
  readonly count: number;
  /** Copies and backups, which outlive the use of their service; apart from what is none. */
  readonly isCopy?: true;
  /** ARNs of some of them; empty where only counts are known. */
  readonly examples: readonly string[];
  /** Value of the first owner tag among them is looked up by whoever reads this: tags of the examples, in their order. */
  readonly tags: readonly Readonly<Record<string, string>>[];
}

/** What a service was billed, of one account: a line of Cost Explorer. */
export interface BilledService {
  /** As bills name it: `Amazon Bedrock`, `Claude 3 (Amazon Bedrock Edition)`. */
  readonly billingName: string;
  /** Prefix of the service's IAM actions; undefined where the name is not known, as of things from the Marketplace. */
  readonly service?: string;
  /** Absent where services and regions are asked for apart. */
  readonly region?: string;
  readonly amount: number;
  readonly currency: string;
  /** ISO dates of the first and the last day with use in what was asked for. */
  readonly firstDay: string;
  readonly lastDay: string;
}

/** A call on record: who used a service. */
export interface RecordedCall {
  /** Prefix of the service. */
  readonly service: string;
  readonly action: string;
  /** ISO 8601. */
  readonly at: string;
  /** User name or ARN. */
  readonly by: string;
  readonly sourceAddress?: string;
  readonly readOnly: boolean;
  /** The code of the error, where it was refused or failed. */
  readonly refused?: string;
}
