/** A person of IAM Identity Center. */
export interface IdentityCenterUser {
  /** The id in the identity store. */
  readonly id: string;
  /** What the person signs in with. */
  readonly name: string;
  /** False for who is disabled; absent where the store does not say. */
  readonly enabled?: boolean;
  /** Present where nobody could tell more than the id, which then stands for the name. */
  readonly isUnread?: true;
}

/** Somebody who holds a permission set in an account, and the groups through which; none when it is assigned to him. */
export interface PermissionSetHolder extends IdentityCenterUser {
  readonly groups: readonly string[];
}

/** Who holds one permission set in one account. */
export interface PermissionSetHolders {
  readonly people: readonly PermissionSetHolder[];
  /** Names of the groups that it is assigned to. */
  readonly groups: readonly string[];
  /** Whether some of it was not read: there may be more. */
  readonly isPartial: boolean;
}

/** IAM Identity Center, as far as the organization's unit shows it. */
export interface IdentityCenter {
  /** Undefined for a permission set that is assigned to nobody in that account, as far as was read. */
  holders(account: string, permissionSet: string): PermissionSetHolders | undefined;
}
