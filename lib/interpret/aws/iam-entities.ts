import type {
  AttachedPolicy as AttachedAnswer,
  GroupDetail,
  ManagedPolicyDetail,
  PolicyDetail,
  RoleDetail,
  Tag,
  UserDetail,
} from '@aws-sdk/client-iam';
import type {
  AttachedPolicy,
  IamEntity,
  IamRole,
  IamUser,
  InlinePolicy,
  ManagedPolicy,
} from '../../model/aws/iam-entities.ts';
import type { Answers, PartDefinition } from '../part.ts';
import { listOf, momentOf, required, textOf } from '../shape.ts';
import type { Wire } from '../wire.ts';
import { answerOf, keyedAnswersOf } from './answer.ts';
import { policyDocument } from './policy-document.ts';

/** `aws.iamEntities`: users, groups, roles and policies with their decoded documents. */
export const iamEntities: PartDefinition<'aws.iamEntities'> = {
  per: 'aws-account',
  operations: ['iam:GetAccountAuthorizationDetails'],
  // Policies that are permissions boundaries and nothing else are not in that answer.
  optional: ['iam:GetPolicy', 'iam:GetPolicyVersion'],
  interpret: (answers) => {
    const answer = answerOf(answers, 'iam:GetAccountAuthorizationDetails');
    return {
      users: listOf(answer.UserDetailList, 'UserDetailList').map(userOf),
      groups: listOf(answer.GroupDetailList, 'GroupDetailList').map(groupOf),
      roles: listOf(answer.RoleDetailList, 'RoleDetailList').map(roleOf),
      policies: [...listOf(answer.Policies, 'Policies').map(managedOf), ...boundaries(answers)],
    };
  },
};

function userOf(user: Wire<UserDetail>): IamUser {
  return {
    ...entityOf(user, required(user.UserName, 'UserName'), user.UserId, user.UserPolicyList),
    groups: listOf(user.GroupList, 'GroupList'),
    ...boundaryOf(user),
    tags: tagsOf(user.Tags),
  };
}

function groupOf(group: Wire<GroupDetail>): IamEntity {
  return entityOf(group, required(group.GroupName, 'GroupName'), group.GroupId, group.GroupPolicyList);
}

function roleOf(role: Wire<RoleDetail>): IamRole {
  const lastUsed = role.RoleLastUsed?.LastUsedDate;
  return {
    ...entityOf(role, required(role.RoleName, 'RoleName'), role.RoleId, role.RolePolicyList),
    ...boundaryOf(role),
    trust: policyDocument(role.AssumeRolePolicyDocument, 'AssumeRolePolicyDocument'),
    ...(lastUsed ? { lastUsed: momentOf(lastUsed, 'LastUsedDate') } : {}),
    tags: tagsOf(role.Tags),
    instanceProfiles: listOf(role.InstanceProfileList, 'InstanceProfileList').map(({ Arn }) => required(Arn, 'Arn')),
  };
}

function tagsOf(tags: readonly Wire<Tag>[] | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries(listOf(tags, 'Tags').map(({ Key, Value }) => [required(Key, 'Key'), Value ?? '']));
}

/** The fields that IAM names alike for users, groups and roles. */
type Entity = Pick<Wire<UserDetail>, 'Arn' | 'Path' | 'CreateDate' | 'AttachedManagedPolicies'>;

function entityOf(
  entity: Entity,
  name: string,
  id: string | undefined,
  inline: readonly Wire<PolicyDetail>[] | undefined,
): IamEntity {
  return {
    name: textOf(name, 'Name'),
    arn: textOf(entity.Arn, 'Arn'),
    id: required(id, 'Id'),
    path: entity.Path ?? '/',
    created: momentOf(entity.CreateDate, 'CreateDate'),
    attached: listOf(entity.AttachedManagedPolicies, 'AttachedManagedPolicies').map(attachedOf),
    inline: listOf(inline, 'PolicyList').map(inlineOf),
  };
}

function boundaryOf(entity: Wire<UserDetail> | Wire<RoleDetail>): { readonly boundaryArn?: string } {
  const arn = entity.PermissionsBoundary?.PermissionsBoundaryArn;
  return arn ? { boundaryArn: arn } : {};
}

function attachedOf(policy: Wire<AttachedAnswer>): AttachedPolicy {
  return { name: required(policy.PolicyName, 'PolicyName'), arn: required(policy.PolicyArn, 'PolicyArn') };
}

function inlineOf(policy: Wire<PolicyDetail>): InlinePolicy {
  return {
    name: required(policy.PolicyName, 'PolicyName'),
    document: policyDocument(policy.PolicyDocument, 'PolicyDocument'),
  };
}

function boundaries(answers: Answers): readonly ManagedPolicy[] {
  return keyedAnswersOf(answers, 'iam:GetPolicyVersion').map(({ input, output }) => {
    const arn = textOf(input['PolicyArn'], 'PolicyArn');
    const document = policyDocument(output.PolicyVersion?.Document, 'Document');
    return { arn, name: arn.slice(arn.lastIndexOf('/') + 1), document, others: [] };
  });
}

function managedOf(policy: Wire<ManagedPolicyDetail>): ManagedPolicy {
  const versions = listOf(policy.PolicyVersionList, 'PolicyVersionList');
  const current = versions.find((version) => version.IsDefaultVersion);
  const arn = required(policy.Arn, 'Arn');
  return {
    arn,
    // The name is the end of the ARN; an endpoint that leaves it out has lost nothing.
    name: policy.PolicyName ?? arn.slice(arn.lastIndexOf('/') + 1),
    ...(current ? { document: policyDocument(current.Document, 'Document') } : {}),
    ...(current?.CreateDate && { changed: momentOf(current.CreateDate, 'CreateDate') }),
    others: versions
      .filter((version) => version !== current)
      .map((version) => ({
        id: required(version.VersionId, 'VersionId'),
        document: policyDocument(version.Document, 'Document'),
      })),
    ...(policy.AttachmentCount !== undefined && { attachments: policy.AttachmentCount }),
  };
}
