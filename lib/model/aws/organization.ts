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

/** An AWS organization, as far as it was read. */
export interface Organization {
  /** `o-…` */
  readonly id: string;
  readonly managementAccount: string;
  /** Accounts, as far as they were listed. */
  readonly accounts: readonly string[];
  /** Policy types that are enabled; undefined when that was not read. */
  readonly enabled?: { readonly serviceControl: boolean; readonly resourceControl: boolean };
  /** From the root down to each account; an account that is missing was not found in the tree. */
  readonly paths: ReadonlyMap<string, readonly OrganizationLevel[]>;
  /** Whether tree and policies were read in full. */
  readonly policiesRead: boolean;
}
