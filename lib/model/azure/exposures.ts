import type { Exposure, OpenRule } from '../network/exposure.ts';
import type { GroupExposure } from '../network/exposures.ts';
import type { UnreadKind } from '../aws/service-endpoint.ts';
import type { Unread } from '../unread.ts';

/** What one rule of a network security group opens to the internet, as far as no rule before it denies it. */
export interface OpenedByRule extends OpenRule {
  /** The rule's id. */
  readonly ruleId: string;
}

/** What became of a group's rules: what it opens, what is reached through it, and where the rest is stopped. */
export interface AzureGroupExposure extends GroupExposure {
  readonly opened: readonly OpenedByRule[];
}

/** A subscription's networks, held against the internet. */
export interface AzureExposures {
  readonly exposures: readonly Exposure[];
  /** By id of the network security group, in lower case. */
  readonly groups: readonly AzureGroupExposure[];
  /** Kinds of things of which nothing is known, and why. */
  readonly unreadKinds: readonly UnreadKind[];
  /** Why nothing is known of what stands in the networks; undefined where it is. */
  readonly unread: Unread | undefined;
}
