import type { MfaStrength } from './conditional-access.ts';
import type { EntraUser } from './user.ts';
import type { Unread } from '../unread.ts';

/**
 * How far a second factor is enforced: at every sign-in; wherever an outsider can choose to be; at some of these; when
 * Microsoft decides (security defaults); nowhere. Or the user cannot sign in; is disabled; or nobody can tell.
 */
export type MfaEnforcement =
  'always' | 'conditional' | 'partial' | 'adaptive' | 'none' | 'blocked' | 'notApplicable' | 'unknown';

/** Enforcement joined with what the user registered. */
export type MfaStatus =
  | 'ok'
  | 'enforcedNotRegistered'
  | 'capableNotEnforced'
  | 'unprotected'
  | 'partial'
  | 'conditional'
  | 'adaptive'
  | 'enforcedAtHome'
  | 'declaredException'
  | 'disabledAccount'
  | 'unknown';

/** Why a sign-in is open although there are policies, or why nobody can tell. */
export const gapCodes = [
  'APP_EXCLUDED',
  'APP_SCOPE',
  'AUTH_CONTEXT_ONLY',
  'AUTH_FLOW_ONLY',
  'CUSTOM_CONTROL',
  'DEVICE_FILTER',
  'DEVICE_STATE',
  'EXCLUDED_GROUP',
  'EXCLUDED_GUEST',
  'EXCLUDED_USER',
  'LEGACY_CLIENT',
  'LOCATION_SCOPE',
  'LOCATION_TRUSTED',
  'MODERN_CLIENT',
  'NOT_IN_SCOPE',
  'NO_POLICY',
  'OR_CONTROL',
  'PER_USER_LEGACY',
  'PIM_ELIGIBLE',
  'PLATFORM',
  'POLICIES_UNREADABLE',
  'REPORT_ONLY',
  'RISK_ONLY',
  'SCOPED_ROLE',
  'SECURITY_DEFAULTS_ADAPTIVE',
  'SESSION_ONLY',
  'STRENGTH_NOT_REGISTERED',
  'TOO_MANY_SIGN_INS',
  'UNKNOWN_CONTROL',
  'USER_ACTION_ONLY',
  'WEAK_STRENGTH',
  'WORKLOAD_ONLY',
] as const;

/** One of {@link gapCodes}. */
export type GapCode = (typeof gapCodes)[number];

/** A reason, and the policies that it holds of. */
export interface MfaGap {
  readonly code: GapCode;
  /** Names and ids of policies, where the reason is one of a policy. */
  readonly policies: readonly { readonly id: string; readonly name: string }[];
}

/** A sign-in that an outsider with the password can choose. */
export interface SignInSituation {
  /** Application id, `Office365`, `MicrosoftAdminPortals`; `other` for any that no policy names. */
  readonly application: string;
  readonly client: string;
  readonly platform: string;
  /** Name of a location; `elsewhere` for any that is not named. */
  readonly location: string;
  readonly device: 'unmanaged' | 'compliant' | 'hybrid';
}

/** What is enforced for a user, whatever he or she registered. */
export interface Enforcement {
  readonly enforcement: MfaEnforcement;
  /** The weakest class that is accepted where a second factor is enforced. */
  readonly strength?: MfaStrength;
  /** In the order of {@link gapCodes}. */
  readonly gaps: readonly MfaGap[];
  /** A sign-in without a second factor, as an example. */
  readonly open?: SignInSituation;
  /** Whether a legacy client, which knows no second factor, gets in with the password. */
  readonly isLegacyOpen: boolean;
}

/** The answer about one user. */
export interface MfaCoverage extends Enforcement {
  readonly user: EntraUser;
  readonly status: MfaStatus;
  /** Able to do MFA; undefined where nobody can tell. */
  readonly isRegistered?: boolean;
  readonly methods: readonly string[];
}

/** The answers about all users of a tenant. */
export interface MfaReport {
  readonly users: readonly MfaCoverage[];
  /** What policies refer to and what is no more: objects of this id exist nowhere in the tenant. */
  readonly dangling: readonly { readonly id: string; readonly policy: string }[];
  /** Present where nobody can tell what the tenant enforces at all: then nothing is known of any user. */
  readonly unread?: Unread;
}
