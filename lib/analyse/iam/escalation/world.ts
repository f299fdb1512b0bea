import type { RoleCarrier, RoleCarrierKind } from '../../../model/aws/role-carrier.ts';
import type { CompiledPolicy } from '../policy/compiled-policy.ts';
import type { Layer } from '../policy/decide.ts';
import type { Attachment, Identity } from './identity.ts';

/** A managed policy as far as changing it matters. */
export interface ManagedEntry {
  readonly arn: string;
  /** AWS's own policies cannot be changed by anybody. */
  readonly isCustomer: boolean;
  readonly policy?: CompiledPolicy;
  readonly versions: number;
  readonly others: readonly CompiledPolicy[];
  /** One bit for each technique action that it allows. */
  readonly mask: bigint;
}

/** A group and its policies. */
export interface GroupEntry {
  readonly arn: string;
  readonly name: string;
  readonly attachments: readonly Attachment[];
  readonly unreadPolicies: readonly string[];
  /** One bit for each technique action that some policy of it allows. */
  readonly mask: bigint;
}

/** What a user signs in with, where the credential report was read. */
export interface UserCredentials {
  readonly hasPassword: boolean;
  readonly hasMfa: boolean;
  readonly keySlots: number;
  readonly activeKeys: number;
}

/** Everything about one account that the techniques ask for. */
export interface World {
  readonly account: string;
  readonly partition: string;
  readonly asOf: Date;
  readonly organizationId?: string;
  readonly organizationAccounts: ReadonlySet<string>;
  readonly users: readonly Identity[];
  readonly roles: readonly Identity[];
  readonly byArn: ReadonlyMap<string, Identity>;
  /** Trust policies by the role's ARN. */
  readonly trusts: ReadonlyMap<string, CompiledPolicy>;
  /** Roles whose trust policy names a principal by its own ARN, by that ARN; those that trust everybody are under every principal's. */
  readonly trustedDirectly: ReadonlyMap<string, readonly string[]>;
  readonly instanceProfiles: ReadonlyMap<string, readonly string[]>;
  readonly groups: ReadonlyMap<string, GroupEntry>;
  readonly managed: ReadonlyMap<string, ManagedEntry>;
  /** Managed policies that are worth attaching: the widest first, then those that allow a step of some way. */
  readonly strongPolicies: readonly ManagedEntry[];
  /** One layer for each level of the organization above the account, and resource control policies. */
  readonly serviceControl: readonly Layer[];
  readonly resourceControl: readonly Layer[];
  /** Undefined when the credential report was not read. */
  readonly credentials?: ReadonlyMap<string, UserCredentials>;
  /** Role carriers by their ARN, and by the ARN of their role. */
  readonly carriers: ReadonlyMap<string, RoleCarrier>;
  readonly carriersOf: ReadonlyMap<string, readonly RoleCarrier[]>;
  readonly carriersRead: ReadonlySet<RoleCarrierKind>;
  /** Service principals (of those that techniques use) that may assume a role, by the role's ARN. */
  readonly services: ReadonlyMap<string, ReadonlySet<string>>;
  /** Tags of the caller that some policy asks for, in lower case, and the values that it asks for. */
  readonly askedTags: ReadonlyMap<string, ReadonlySet<string>>;
  /** Full access, as AdministratorAccess gives it. */
  readonly everything: CompiledPolicy;
  /** Makes the form of an identity that has these policies instead. */
  form(base: Identity, change: FormChange): Identity;
  /** A principal that does not exist yet, with full access and perhaps a boundary. */
  mint(kind: Identity['kind'], arn: string, boundary?: Identity['boundary']): Identity;
}

/** How a form differs from the identity it is made from. */
export interface FormChange {
  readonly attachments?: readonly Attachment[];
  readonly boundary?: Identity['boundary'] | null;
  readonly groups?: readonly string[];
  readonly tags?: Readonly<Record<string, string>>;
  readonly freeTags?: Identity['freeTags'];
}
