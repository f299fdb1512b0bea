import type { Unread } from '../unread.ts';
import type { PolicyDocument } from './iam-entities.ts';

/** A service or resource control policy. */
export interface OrganizationPolicy {
  /** `p-…` */
  readonly id: string;
  readonly name: string;
  readonly document: PolicyDocument;
}

/** One level above an account, or the account itself, and the policies attached there. */
export interface OrganizationLevel {
  /** `r-…`, `ou-…` or an account's id. */
  readonly target: string;
  readonly serviceControl: readonly OrganizationPolicy[];
  readonly resourceControl: readonly OrganizationPolicy[];
}

/** An account of an organization. */
export interface OrganizationAccount {
  /** Twelve digits. */
  readonly id: string;
  readonly name: string;
  /** `ACTIVE`, `SUSPENDED`, `PENDING_CLOSURE`, `CLOSED` or `PENDING_ACTIVATION`; absent where the answer does not say. */
  readonly state?: string;
}

/** The accounts of the organization that an account manages. */
export interface ManagedAccounts {
  readonly accounts: readonly OrganizationAccount[];
  /** Why they are not known, where they are not, or where nobody knows whether the account manages any. */
  readonly unread?: Unread;
}

/** An AWS organization, as far as it was read. */
export interface Organization {
  /** `o-…` */
  readonly id: string;
  readonly managementAccount: string;
  /** Accounts, as far as they were listed. */
  readonly accounts: readonly string[];
  /** The same with what is said of each; undefined when they were not listed. */
  readonly listed?: readonly OrganizationAccount[];
  /** Policy types that are enabled; undefined when that was not read. */
  readonly enabled?: { readonly serviceControl: boolean; readonly resourceControl: boolean };
  /** From the root down to each account; an account that is missing was not found in the tree. */
  readonly paths: ReadonlyMap<string, readonly OrganizationLevel[]>;
  /** Whether tree and policies were read in full. */
  readonly policiesRead: boolean;
}
