import type { Exposure } from '../network/exposure.ts';
import type { GroupExposure } from '../network/exposures.ts';
import type { UnreadKind } from '../aws/service-endpoint.ts';
import type { Unread } from '../unread.ts';

/** A subscription's networks, held against the internet. */
export interface AzureExposures {
  readonly exposures: readonly Exposure[];
  /** By id of the network security group, in lower case. */
  readonly groups: readonly GroupExposure[];
  /** Kinds of things of which nothing is known, and why. */
  readonly unreadKinds: readonly UnreadKind[];
  /** Why nothing is known of what stands in the networks; undefined where it is. */
  readonly unread: Unread | undefined;
}
