/** One permission object of a role, or of a deny assignment: actions less those excepted, in Azure's words. */
export interface AzurePermission {
  readonly actions: readonly string[];
  readonly notActions: readonly string[];
  readonly dataActions: readonly string[];
  readonly notDataActions: readonly string[];
  /** The condition that a built-in role itself puts on it. */
  readonly condition?: string;
}

/** A role that a principal holds, or is eligible for, at a scope. */
export interface AzureRoleAssignment {
  /** ARM id, as it is written. */
  readonly id: string;
  readonly principal: string;
  /** `User`, `Group`, `ServicePrincipal`, `ForeignGroup` …: what the principal was when it was assigned. */
  readonly principalType?: string;
  /** The last GUID of the role definition's id, in lower case. */
  readonly role: string;
  /** ARM id of the scope, as it is written; `/` is the root of the tenant. */
  readonly scope: string;
  readonly condition?: string;
}

/** What a role allows. */
export interface AzureRoleDefinition {
  /** ARM id, as it is written. */
  readonly id: string;
  /** The last GUID of the id, in lower case. */
  readonly key: string;
  readonly name: string;
  readonly isCustom: boolean;
  readonly assignableScopes: readonly string[];
  readonly permissions: readonly AzurePermission[];
}

/** A role that is active, as Privileged Identity Management sees it. */
export interface AzureRoleSchedule extends AzureRoleAssignment {
  /** Active only because the principal activated it, for a time. */
  readonly isActivated: boolean;
  /** ARM id of the role assignment behind it. */
  readonly origin?: string;
}

/** Actions that are refused at a scope, whatever roles allow. */
export interface DenyAssignment {
  readonly id: string;
  readonly name: string;
  readonly scope: string;
  readonly permissions: readonly AzurePermission[];
  /** Ids; {@link everybody} for all. */
  readonly principals: readonly string[];
  readonly excluded: readonly string[];
  readonly isEnforced: boolean;
  readonly isOnlyHere: boolean;
}

/** The principal of a deny assignment that stands for all principals ("Understand Azure deny assignments"). */
export const everybody = '00000000-0000-0000-0000-000000000000';

/** What a principal of another tenant may do (Azure Lighthouse). */
export interface DelegatedRole {
  readonly principal: string;
  readonly name?: string;
  /** The last GUID of the role definition's id, in lower case. */
  readonly role: string;
  /** Only after activation. */
  readonly isEligible: boolean;
}

/** A delegation of the subscription, or of a resource group, to another tenant. */
export interface AzureDelegation {
  /** ARM id of the registration assignment. */
  readonly id: string;
  readonly scope: string;
  readonly name: string;
  /** GUID of the managing tenant in lower case; undefined where the definition was not read. */
  readonly tenant?: string;
  /** Undefined where the definition was not read. */
  readonly roles?: readonly DelegatedRole[];
}

/** An administrator of the classic deployment model, which was retired on 31 August 2024. */
export interface ClassicAdministrator {
  readonly id: string;
  /** Mail address. */
  readonly name: string;
  /** `ServiceAdministrator`, `CoAdministrator` … */
  readonly roles: readonly string[];
}

/** Kinds of resources that run with managed identities, or are one. */
export const identityHolderKinds = [
  'virtual-machine',
  'scale-set',
  'web-app',
  'web-app-slot',
  'container-app',
  'container-group',
  'automation-account',
  'logic-workflow',
  'data-factory',
  'aks-cluster',
  'hybrid-machine',
  'user-assigned-identity',
] as const;

/** One of {@link identityHolderKinds}. */
export type IdentityHolderKind = (typeof identityHolderKinds)[number];

/** A managed identity that a resource carries. */
export interface CarriedIdentity {
  /** Object id of its service principal; undefined where the resource does not say it. */
  readonly principal?: string;
  /** ARM id of a user-assigned identity; absent for the resource's own. */
  readonly identity?: string;
}

/** A resource that carries managed identities, or a user-assigned identity itself. */
export interface IdentityHolder {
  readonly id: string;
  readonly name: string;
  readonly kind: IdentityHolderKind;
  readonly location: string;
  readonly identities: readonly CarriedIdentity[];
}

/** Resources that carry managed identities, as far as they were read. */
export interface IdentityHolders {
  readonly holders: readonly IdentityHolder[];
  /** Kinds of which nothing, or not all, is known. */
  readonly unread: readonly { readonly kind: IdentityHolderKind; readonly operation: string }[];
}
