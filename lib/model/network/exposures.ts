import type { Unread } from '../unread.ts';
import type { Block, ExposedKind, Exposure, OpenRule } from './exposure.ts';
import type { Hop } from './hop.ts';

/** What became of a security group's rules: what is reached through the group, and where the rest is stopped. */
export interface GroupExposure {
  readonly groupId: string;
  /** Ids of what carries the group, as {@link Exposure.id}; none for a group that nothing uses. */
  readonly carriers: readonly string[];
  /** What somebody on the internet reaches behind the group. */
  readonly reached: readonly OpenRule[];
  /** Where a carrier that is not reached is stopped, the one that comes furthest. */
  readonly blockedBy?: Block;
  readonly blockedPath?: readonly Hop[];
  /** What was not read and may mean that more is reached. */
  readonly unread: readonly Unread[];
}

/** A region, held against the internet. */
export interface NetworkExposures {
  readonly exposures: readonly Exposure[];
  readonly groups: readonly GroupExposure[];
  /** Kinds of things of which nothing is known, and why. */
  readonly unreadKinds: readonly { readonly kind: ExposedKind; readonly unread: Unread }[];
  /** Why nothing is known of what stands in the region's networks; undefined where it is. */
  readonly unread: Unread | undefined;
  /** Ids of the root and the organizational units above the account; undefined when nobody could tell. */
  readonly organizationalUnits: readonly string[] | undefined;
}
