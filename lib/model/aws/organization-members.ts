/** The accounts of an account's organization. */
export interface OrganizationMembers {
  /** As far as they are known; empty when the account is in no organization. */
  readonly accounts: readonly string[];
  /** Whether no other account belongs to it. */
  readonly complete: boolean;
}
