import type { Unread } from '../unread.ts';
import type { ScopeLevel } from './role-scope.ts';

/** What an assignment is called: one word, by what it allows, to whom, and how it is held. */
export type AccessRule =
  | 'activated-privileged'
  | 'custom-owner-role'
  | 'data-plane-at-subscription'
  | 'delegated-role-assignment'
  | 'disabled-account-privileged'
  | 'eligible-privileged'
  | 'escalation-role-assignment'
  | 'external-tenant-delegation'
  | 'guest-privileged'
  | 'orphaned-assignment'
  | 'privileged-at-management-group'
  | 'privileged-at-root'
  | 'privileged-at-subscription';

/**
 * How far a role goes once everything is subtracted. `owner`: everything, and giving it to others. `access`: giving roles
 * to others, by a built-in role made for it. `contributor`: everything but that. `role-writer`: giving roles by another
 * role. `delegated`: giving only harmless roles. `escalation`: some action that leads further. `data`: other people's
 * data. `unknown`: the role's definition was not read.
 */
export type RolePower =
  | 'owner'
  | 'access'
  | 'contributor'
  | 'role-writer'
  | 'delegated'
  | 'escalation'
  | 'data'
  | 'other'
  | 'none'
  | 'unknown';

/** How a role is held: always, for a time, only after activation, or from another tenant. */
export type HeldHow = 'standing' | 'activated' | 'eligible' | 'external';

/** A role that a principal holds. */
export interface HeldRole {
  /** ARM id of the role assignment, of the eligibility, or of the Lighthouse assignment. */
  readonly assignment: string;
  readonly how: HeldHow;
  /** GUID. */
  readonly role: string;
  readonly roleName: string;
  readonly isCustom: boolean;
  readonly scope: string;
  readonly level: ScopeLevel;
  readonly power: RolePower;
  /** It allows nothing but reading. */
  readonly isReadOnly: boolean;
  /** Absent where there is nothing to say. */
  readonly rule?: AccessRule;
  /** Name of the group that the role comes through. */
  readonly via?: { readonly id: string; readonly name: string };
  /** The condition of the assignment was not understood, and is taken for none. */
  readonly hasUnclearCondition: boolean;
  /** Actions that make it more than reading: at most a few, for the words. */
  readonly actions: readonly string[];
}

/** What is known of a principal's account; `orphaned`: the whole directory was read, and it is not in it. */
export type AccountState = 'known' | 'orphaned' | 'external' | 'unread';

/** What a principal is. */
export type AzurePrincipalKind = 'user' | 'guest' | 'group' | 'service-principal' | 'managed-identity' | 'unknown';

/** One step to a stronger identity. */
export interface EscalationStep {
  /** Principal who takes the step; its name. */
  readonly actor: string;
  readonly actorName: string;
  /** The group that gives the action, where one does. */
  readonly via?: { readonly id: string; readonly name: string };
  readonly action: string;
  /** ARM id of the role assignment that gives it. */
  readonly assignment: string;
  readonly roleName: string;
  /** ARM id and name of the resource that is taken over. */
  readonly resource: string;
  readonly resourceName: string;
  /** Principal id and name of the identity that is reached. */
  readonly identity: string;
  readonly identityName: string;
}

/** A way to a role that the principal does not hold, by way of resources and their identities. */
export interface EscalationPath {
  readonly steps: readonly [EscalationStep, ...EscalationStep[]];
  /** The role at the end: what the last identity holds. */
  readonly reached: {
    readonly roleName: string;
    readonly scope: string;
    readonly level: ScopeLevel;
    readonly assignment: string;
    readonly power: RolePower;
  };
}

/** Somebody or something that holds a role of the subscription. */
export interface AzureHolder {
  readonly id: string;
  readonly name: string;
  readonly kind: AzurePrincipalKind;
  readonly account: AccountState;
  /** The directory says that it may not sign in. */
  readonly isDisabled: boolean;
  /** Tenant of who comes by a delegation. */
  readonly tenant?: string;
  /** Own roles first, then those of groups. */
  readonly roles: readonly HeldRole[];
  /** The way to the strongest role that is out of reach otherwise; the shortest to it. */
  readonly path?: EscalationPath;
}

/** What an unknown is about: a role's definition, the account, members of a group, ways, owners, delegations. */
export type AccessQuestion =
  'role' | 'account' | 'members' | 'identities' | 'delegations' | 'eligibilities' | 'schedules';

/** Something that could not be told. */
export interface AccessUnknown {
  readonly about: AccessQuestion;
  /** Id of the holder, or of the delegation; absent where it concerns the subscription as a whole. */
  readonly principal?: string;
  readonly unread: Unread;
}

/** A custom role as wide as Owner. */
export interface WideCustomRole {
  readonly id: string;
  readonly key: string;
  readonly name: string;
  readonly assignableScopes: readonly string[];
}

/** Who holds what in a subscription, and how far that goes. */
export interface AzureAccess {
  /** In the order of names. */
  readonly holders: readonly AzureHolder[];
  /** People who own the subscription for good, directly or by groups: ids, each once. */
  readonly owners: readonly string[];
  /** All custom roles, by whether they are as wide as Owner. */
  readonly customRoles: { readonly wide: readonly WideCustomRole[]; readonly narrow: readonly WideCustomRole[] };
  /** Keys of those wide custom roles that nobody holds. */
  readonly unusedRoles: ReadonlySet<string>;
  /** Delegations to other tenants that were read; trusted ones are among them. */
  readonly delegations: readonly {
    readonly id: string;
    readonly name: string;
    readonly scope: string;
    readonly tenant?: string;
    readonly isTrusted: boolean;
  }[];
  readonly unknowns: readonly AccessUnknown[];
}
