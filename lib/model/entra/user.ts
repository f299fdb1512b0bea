/** An account of a tenant: a person's, a guest's, or one that several programs or people use. */
export interface EntraUser {
  /** Object id. */
  readonly id: string;
  /** User principal name. */
  readonly name: string;
  readonly displayName: string;
  readonly enabled: boolean;
  readonly isGuest: boolean;
  readonly kind: EntraUserKind;
  readonly created?: Date;
  /** When the person is to begin, where Human Resources says so. */
  readonly hired?: Date;
  /** Of those who were invited: whether they came, and since when that is so. */
  readonly invitation?: { readonly isPending: boolean; readonly since?: Date };
  /** Mastered in an Active Directory on premises. */
  readonly isSynced: boolean;
  readonly passwordPolicies: readonly string[];
  readonly passwordChanged?: Date;
  /** Ids of the products assigned. */
  readonly licences: readonly string[];
  /** Given name and surname, where both are filled in. */
  readonly personalName?: string;
}

/**
 * What Conditional Access calls guests and external users ("conditionalAccessGuestsOrExternalUsers", Microsoft Graph): by
 * their type and by whether they come from outside. `member` is an account of the tenant's own.
 */
export type EntraUserKind = 'member' | 'internalGuest' | 'b2bCollaborationGuest' | 'b2bCollaborationMember';

/**
 * When somebody last signed in ("signInActivity", Microsoft Graph). An attempt may have failed; success is on record since
 * December 2023 only.
 */
export interface SignIns {
  /** The last attempt of either kind, interactive or not. */
  readonly attempted?: Date;
  readonly succeeded?: Date;
}

/** By object id of the user; whoever is missing never signed in, or not since April 2020. */
export type SignInsByUser = ReadonlyMap<string, SignIns>;

/** What a user registered for multi-factor authentication ("userRegistrationDetails", Microsoft Graph). */
export interface Registration {
  /** Able to do MFA with what the tenant's policies permit. */
  readonly isCapable: boolean;
  /** `fido2SecurityKey`, `mobilePhone` … */
  readonly methods: readonly string[];
}

/** By object id of the user. */
export type Registrations = ReadonlyMap<string, Registration>;

/** Per-user MFA, by object id: older than Conditional Access, and apart from it. */
export type PerUserMfa = ReadonlyMap<string, 'disabled' | 'enabled' | 'enforced'>;
