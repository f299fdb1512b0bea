/** A tenant. */
export interface EntraTenantInfo {
  readonly id: string;
  readonly name: string;
}

/** What a tenant pays for. */
export interface EntraLicences {
  readonly hasP1: boolean;
  readonly hasP2: boolean;
}

/** A domain of a tenant. */
export interface EntraDomain {
  readonly name: string;
  readonly isFederated: boolean;
  /** Days after which a password expires: `never`; undefined where nothing is set and the age of the tenant decides. */
  readonly passwordDays?: number | 'never';
}

/** What everybody in a tenant may do ("authorizationPolicy", Microsoft Graph). */
export interface AuthorizationPolicy {
  /** Which applications a user may let at his or her own data. */
  readonly userConsent: UserConsent;
  readonly usersMayRegisterApplications: boolean;
  readonly usersMayCreateTenants: boolean;
  readonly guestInvites:
    'none' | 'adminsAndGuestInviters' | 'adminsGuestInvitersAndAllMembers' | 'everyone' | 'unknown';
  readonly guestAccess: 'like-members' | 'limited' | 'restricted' | 'unknown';
}

/** Any application; only what verified publishers ask for and is of low impact; by a policy of one's own; none. */
export type UserConsent = 'anyApp' | 'verifiedLowImpact' | 'custom' | 'none';

/** Password protection of a tenant ("Password Rule Settings"). */
export interface PasswordProtection {
  readonly lockoutThreshold: number;
  readonly lockoutSeconds: number;
  readonly isCustomListEnforced: boolean;
  /** How many words are on the tenant's own list of banned passwords: never the words. */
  readonly customWords: number;
  readonly onPremises: 'enforced' | 'audited' | 'off';
  /** Whether anybody set it; else it is as Microsoft delivers it. */
  readonly isOwn: boolean;
}

/** Whose MFA is trusted of those who come from other tenants ("crossTenantAccessPolicy", Microsoft Graph). */
export interface CrossTenantTrust {
  readonly byDefault: boolean;
  /** By tenant id, where it differs. */
  readonly partners: ReadonlyMap<string, boolean>;
}

/** A Wi-Fi profile that Intune hands out. */
export interface WifiProfile {
  readonly id: string;
  readonly name: string;
  /** `wpa2Personal`, `open` …, in Graph's words. */
  readonly security: string;
  readonly ssid?: string;
}
