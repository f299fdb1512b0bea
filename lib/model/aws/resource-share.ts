import type { OrganizationMembers } from './organization-members.ts';
import type { PolicyKind, ResourcePolicy } from './resource-policy.ts';
import type { Unread } from '../unread.ts';

/** Whom a resource policy lets in who is not of the account. */
export const shareKinds = [
  /** Anybody in the world. */
  'anyone',
  /** Anybody who calls from certain addresses of the internet. */
  'network',
  /** One account, directly or through a service that acts for it. */
  'account',
  /** Another organization as a whole. */
  'organization',
  /** An organization, while nobody could tell which the account's own is. */
  'undetermined-organization',
  /** A service that acts for whoever configures it, so anybody. */
  'service',
  /** Somebody: nobody can tell from here who. */
  'unclear',
] as const;

/** One of {@link shareKinds}. */
export type ShareKind = (typeof shareKinds)[number];

/** One way in, by one statement of a resource policy. */
export interface ResourceShare {
  readonly whom: ShareKind;
  /** An account's twelve digits, `o-…`, a service, `*` for anybody; of the unclear, what is not known. */
  readonly who: string;
  /** Place of the statement in the policy, from 0, and its Sid. */
  readonly statement: number;
  readonly sid?: string;
}

/** A resource, and whom its policy lets in from outside of the account. */
export interface SharedResource extends Omit<ResourcePolicy, 'document'> {
  readonly shares: readonly ResourceShare[];
}

/** The resources of a region or an account, each kind as far as it was read. */
export interface ResourceShares {
  readonly resources: readonly SharedResource[];
  readonly unread: readonly { readonly kind: PolicyKind; readonly unread: Unread }[];
  /** The accounts that belong together with this one. */
  readonly members: OrganizationMembers;
}
