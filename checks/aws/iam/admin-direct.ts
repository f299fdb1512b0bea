import { allowsEverything } from '../../../lib/model/aws/allows-everything.ts';
import { awsResource } from '../../../lib/model/aws/aws-resource.ts';
import type { IamUser, ManagedPolicy } from '../../../lib/model/aws/iam-entities.ts';
import { defineCheck } from '../../../lib/model/check.ts';
import { command } from '../../../lib/model/command.ts';
import type { Failed, Judgement } from '../../../lib/model/judgement.ts';
import type { Resource } from '../../../lib/model/resource.ts';

export default defineCheck({
  id: 'aws-admin-direct',
  clauses: ['7.3', '12.3'],
  severity: 'high',
  title: {
    ja: 'ユーザーに管理者権限が直接付与されている',
    en: 'A user holds an administrator policy directly',
  },
  why: {
    ja: '個々のユーザーに直接付けた管理者権限は、役割が変わっても外し忘れられ、定期的な見直しでも見落とされます。すべての操作をすべてのリソースに許可するポリシーは、条件付きであっても管理者権限です。グループ経由の権限と、より狭い権限からの昇格は、この検査の対象外です。',
    en: 'An administrator policy on a single user is forgotten when the role changes, and overlooked in reviews. A policy that allows every action on every resource is one, even under a condition. Rights through groups, and escalation from narrower rights, are not judged here.',
  },
  fix: {
    ja: 'ポリシーを外し、必要な作業に絞った権限を、グループかIAM Identity Centerの許可セットで付与します。',
    en: 'Take the policy off, and grant what the work needs through a group or an IAM Identity Center permission set.',
  },
  reads: ['aws.iamEntities'],
  find: ({ 'aws.iamEntities': { users, policies } }, { unit }) => {
    const managed = new Map(policies.map((policy) => [policy.arn, policy]));
    return users.flatMap((user) =>
      judge(user, managed, awsResource(unit, { type: 'iam-user', id: user.arn, name: user.name })),
    );
  },
});

const administratorAccess = /^arn:[\w-]+:iam::aws:policy\/AdministratorAccess$/;

function judge(user: IamUser, managed: ReadonlyMap<string, ManagedPolicy>, resource: Resource): readonly Judgement[] {
  const isAdministrator = (arn: string): boolean | undefined => {
    const document = managed.get(arn)?.document;
    return administratorAccess.test(arn) || (document && allowsEverything(document));
  };
  const failures = [
    ...user.attached
      .filter(({ arn }) => isAdministrator(arn))
      .map(({ arn, name }) =>
        failure(
          resource,
          { ref: arn, name },
          command`aws iam detach-user-policy --user-name ${user.name} --policy-arn ${arn}`,
        ),
      ),
    ...user.inline
      .filter(({ document }) => allowsEverything(document))
      .map(({ name }) =>
        failure(
          resource,
          { ref: `${user.arn}#${name}`, name },
          command`aws iam delete-user-policy --user-name ${user.name} --policy-name ${name}`,
        ),
      ),
  ];
  if (failures.length > 0) return failures;
  const unread = user.attached.find(({ arn }) => isAdministrator(arn) === undefined);
  if (!unread) return [{ status: 'pass', resource }];
  const message = `the answer does not hold the document of ${unread.arn}`;
  return [
    {
      status: 'unknown',
      resource,
      unread: { operation: 'iam:GetAccountAuthorizationDetails', code: 'NotCollected', message },
    },
  ];
}

function failure(resource: Resource, policy: { readonly ref: string; readonly name: string }, text: string): Failed {
  return {
    status: 'fail',
    resource,
    discriminator: policy.ref,
    detail: {
      ja: `ユーザー ${resource.name} に、すべての操作を許可するポリシー ${policy.name} が直接付与されています。`,
      en: `User ${resource.name} holds the policy ${policy.name}, which allows every action, directly.`,
    },
    evidence: [
      {
        what: {
          ja: `ポリシー ${policy.name} は、すべてのリソースにすべての操作を許可する`,
          en: `The policy ${policy.name} allows every action on every resource`,
        },
        operation: 'iam:GetAccountAuthorizationDetails',
        ref: policy.ref,
      },
    ],
    remediation: [{ kind: 'aws-cli', text }],
  };
}
