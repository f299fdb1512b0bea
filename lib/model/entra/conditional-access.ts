/** A policy of Conditional Access, as far as it decides who must bring a second factor. */
export interface ConditionalAccessPolicy {
  readonly id: string;
  readonly name: string;
  readonly state: 'enabled' | 'reportOnly' | 'disabled';
  /** About service principals, not about people. */
  readonly isForWorkloads: boolean;
  readonly include: PolicyUsers;
  readonly exclude: PolicyUsers;
  readonly applications: PolicyApplications;
  /** `browser`, `mobileAppsAndDesktopClients`, `exchangeActiveSync`, `other`. */
  readonly clients: ReadonlySet<string>;
  /** `android`, `iOS` …; undefined where the platform does not matter. */
  readonly platforms?: Scope;
  /** Ids of named locations, `All`, `AllTrusted`; undefined where the place does not matter. */
  readonly locations?: Scope;
  readonly devices?: PolicyDevices;
  /** Applies only to sign-ins or users that Microsoft holds to be at risk. */
  readonly isRiskOnly: boolean;
  /** Applies only to certain flows, as the device code flow. */
  readonly isFlowOnly: boolean;
  /** What must be done; undefined where only the session is limited. */
  readonly grant?: PolicyGrant;
  /** Conditions and controls that this version does not know: the policy may apply to less than it seems. */
  readonly unknown: readonly string[];
}

/** What is in, and what of it is out again. */
export interface Scope {
  readonly include: ReadonlySet<string>;
  readonly exclude: ReadonlySet<string>;
}

/** Whom a policy names. */
export interface PolicyUsers {
  /** Object ids, `All`, `GuestsOrExternalUsers`. */
  readonly users: ReadonlySet<string>;
  readonly groups: readonly string[];
  /** Template ids of built-in roles. */
  readonly roles: ReadonlySet<string>;
  /** Kinds of guests (`EntraUserKind`, and more that are no accounts of the tenant). */
  readonly guests: ReadonlySet<string>;
  /** Only guests of certain tenants: which they are, nobody can tell from the account. */
  readonly isOfSomeTenants: boolean;
}

/** Which applications a policy names. */
export interface PolicyApplications {
  /** Application ids, `All`, `Office365`, `MicrosoftAdminPortals`. */
  readonly include: ReadonlySet<string>;
  readonly exclude: ReadonlySet<string>;
  /** Also those that a filter over custom attributes chooses. */
  readonly filter?: 'include' | 'exclude';
  /** About something that users do, as registering a device, and no sign-in. */
  readonly isUserAction: boolean;
  /** About something that an application asks for while it is used, and no sign-in. */
  readonly isAuthenticationContext: boolean;
}

/** Which devices a policy names. */
export interface PolicyDevices {
  readonly filter?: { readonly mode: 'include' | 'exclude'; readonly rule: string };
  /** Managed devices are left out (`Compliant`, `DomainJoined`; retired in favour of the filter). */
  readonly excludesManaged: boolean;
}

/** What a policy asks for before it grants access. */
export interface PolicyGrant {
  readonly operator: 'AND' | 'OR';
  /** `mfa`, `block`, `compliantDevice` …, in Graph's words. */
  readonly controls: readonly string[];
  /** Controls of other vendors. */
  readonly custom: readonly string[];
  readonly termsOfUse: boolean;
  readonly strength?: AuthenticationStrength;
}

/** An authentication strength, and how far it goes. */
export interface AuthenticationStrength {
  readonly id: string;
  readonly name: string;
  /** Whether it amounts to MFA at all; undefined where nobody can tell. */
  readonly isMfa?: boolean;
  /** The weakest class of what it accepts; undefined where nobody can tell. */
  readonly weakest?: MfaStrength;
}

/** Classes of multi-factor authentication, weakest first. */
export const mfaStrengths = ['mfa', 'passwordless', 'phishingResistant'] as const;

/** One of {@link mfaStrengths}. */
export type MfaStrength = (typeof mfaStrengths)[number];

/** A named location. */
export interface NamedLocation {
  readonly id: string;
  readonly name: string;
  /** An outsider cannot choose to be there: a trusted range of addresses, or a network of the organisation's own. */
  readonly isTrusted: boolean;
}
