/** A policy document as JSON says it, decoded from the API's URL encoding but not yet evaluated. */
export interface PolicyDocument {
  readonly Version?: string;
  readonly Statement: unknown;
}

/** A managed policy attached to a user, group or role. */
export interface AttachedPolicy {
  readonly name: string;
  readonly arn: string;
}

/** A policy embedded in a user, group or role. */
export interface InlinePolicy {
  readonly name: string;
  readonly document: PolicyDocument;
}

/** One version of a managed policy. */
export interface PolicyVersion {
  /** `v1` … */
  readonly id: string;
  readonly document: PolicyDocument;
}

/** A customer or AWS managed policy; only the default version counts. */
export interface ManagedPolicy {
  readonly arn: string;
  readonly name: string;
  readonly document?: PolicyDocument;
  /** Versions other than the default one: a policy's owner may set any of them in force. */
  readonly others: readonly PolicyVersion[];
  /** When the version in force was made, where the answer says so. */
  readonly changed?: Date;
  /** Users, groups and roles that it is attached to, where the answer counts them. */
  readonly attachments?: number;
}

/** What users, groups and roles have in common. */
export interface IamEntity {
  readonly name: string;
  readonly arn: string;
  /** `AIDA…`, `AGPA…` or `AROA…` */
  readonly id: string;
  readonly path: string;
  readonly created: Date;
  readonly attached: readonly AttachedPolicy[];
  readonly inline: readonly InlinePolicy[];
}

/** An IAM user. */
export interface IamUser extends IamEntity {
  /** Names of the groups the user is a member of. */
  readonly groups: readonly string[];
  readonly boundaryArn?: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** An IAM role. */
export interface IamRole extends IamEntity {
  readonly boundaryArn?: string;
  readonly trust: PolicyDocument;
  /** Absent when the role was not used in the tracking period (trailing 400 days). */
  readonly lastUsed?: Date;
  readonly tags: Readonly<Record<string, string>>;
  /** ARNs of the instance profiles that hold the role. */
  readonly instanceProfiles: readonly string[];
}

/** Everything `GetAccountAuthorizationDetails` says. */
export interface IamEntities {
  readonly users: readonly IamUser[];
  readonly groups: readonly IamEntity[];
  readonly roles: readonly IamRole[];
  readonly policies: readonly ManagedPolicy[];
}
