import type { CheckCase } from '../../../lib/model/check-case.ts';
import {
  attachedPolicy,
  authorizationDetails,
  groupDetail,
  inlinePolicy,
  managedPolicy,
  roleDetail,
  userDetail,
} from '../cases/authorization-details.ts';
import { account, collectedAt, denied, inAccount } from '../cases/units.ts';

const standard = { thresholds: { staleDays: 90, graceDays: 30, accessKeyAgeDays: 90, rootUnusedDays: 90 } };
const yesterday = '2025-12-31T00:00:00.000Z';
const lastSummer = '2025-08-01T00:00:00.000Z';
const inUse = { RoleLastUsed: { LastUsedDate: yesterday, Region: 'ap-northeast-1' } };
const allow = (...Action: string[]): object => ({ Effect: 'Allow', Action, Resource: '*' });
const roleArn = (name: string): string => `arn:aws:iam::${account}:role/${name}`;
const userArn = (name: string): string => `arn:aws:iam::${account}:user/${name}`;
const role = (name: string, statement: object, more: object = {}): object =>
  roleDetail(name, { ...inUse, RolePolicyList: [inlinePolicy('own', statement)], ...more });

/** A service as a report tells of it; tracked actions with their last use. */
function service(ServiceNamespace: string, used?: string, actions: Readonly<Record<string, string | undefined>> = {}) {
  return {
    ServiceName: `Service ${ServiceNamespace}`,
    ServiceNamespace,
    ...(used && { LastAuthenticated: used }),
    TrackedActionsLastAccessed: Object.entries(actions).map(([ActionName, last]) => ({
      ActionName,
      ...(last && { LastAccessedTime: last }),
    })),
  };
}

function report(Arn: string, ...ServicesLastAccessed: readonly object[]): object {
  return {
    input: { Arn },
    output: {
      JobStatus: 'COMPLETED',
      JobType: 'ACTION_LEVEL',
      JobCreationDate: collectedAt,
      JobCompletionDate: collectedAt,
      ServicesLastAccessed,
    },
  };
}

function given(details: Parameters<typeof authorizationDetails>[0], ...reports: readonly object[]) {
  return inAccount({ ...authorizationDetails(details), 'iam:GetServiceLastAccessedDetails': reports });
}

const own = (name: string): string => `arn:aws:iam::${account}:policy/${name}`;
const administrator = 'arn:aws:iam::aws:policy/AdministratorAccess';
const workerActions = { DeleteQueue: undefined, PurgeQueue: undefined, CreateQueue: yesterday };

export const cases: readonly CheckCase[] = [
  {
    name: {
      ja: '使われていないサービスを変更できるロール、すべて使っているロール、読み取りだけが余っているロール、変更操作の過半が使われていないロール、渡すだけのロール（iam:PassRoleは記録されない）',
      en: 'A role with an unused service that it can change; one that uses all; one with a leftover to read; one that uses few of its changing actions; one that passes a role, which is not tracked',
    },
    given: given(
      {
        roles: [
          role('over-granted', allow('s3:*', 'dynamodb:*')),
          role('exact', allow('s3:*')),
          role('reader', allow('s3:*', 'dynamodb:List*')),
          role('careful', allow('sqs:*')),
          role('passing', allow('ec2:RunInstances', 'iam:PassRole')),
        ],
      },
      report(roleArn('over-granted'), service('s3', yesterday), service('dynamodb', lastSummer)),
      report(roleArn('exact'), service('s3', yesterday)),
      report(roleArn('reader'), service('s3', yesterday), service('dynamodb')),
      report(roleArn('careful'), service('sqs', yesterday, workerActions)),
      report(roleArn('passing'), service('ec2', yesterday), service('iam')),
    ),
    standard,
    expect: { 'over-granted': 'fail', exact: 'pass', reader: 'pass', careful: 'fail', passing: 'pass' },
  },
  {
    name: {
      ja: '利用者: 全権限のうち一つだけを使う管理者、グループ経由の権限を使わない利用者、作ったばかりの利用者（使われないロールとIdentity Centerのロールは対象外）',
      en: 'Users: an administrator who uses one service, a member of a group that allows too much, a new user; a stale role and one of Identity Center are not judged',
    },
    given: given(
      {
        users: [
          userDetail('admin', { AttachedManagedPolicies: [attachedPolicy(administrator)] }),
          userDetail('member', { GroupList: ['workers'] }),
          { ...userDetail('young', { GroupList: ['workers'] }), CreateDate: '2025-11-01T00:00:00.000Z' },
        ],
        groups: [groupDetail('workers', { GroupPolicyList: [inlinePolicy('work', allow('sqs:*', 'rds:*'))] })],
        roles: [
          role('stale', allow('s3:*'), { RoleLastUsed: { LastUsedDate: lastSummer } }),
          role('never', allow('s3:*'), { RoleLastUsed: {} }),
          roleDetail('AWSReservedSSO_Dev_0123456789abcdef', {
            ...inUse,
            Path: '/aws-reserved/sso.amazonaws.com/',
            RolePolicyList: [inlinePolicy('own', allow('s3:*'))],
          }),
        ],
        policies: [managedPolicy(administrator, allow('*'))],
      },
      report(userArn('admin'), service('s3', yesterday), service('iam'), service('ec2')),
      report(userArn('member'), service('sqs', yesterday), service('rds')),
      report(userArn('young'), service('sqs'), service('rds')),
    ),
    standard,
    expect: { admin: 'fail', member: 'fail', young: 'pass' },
  },
  {
    name: {
      ja: '自作の管理ポリシー: 前から許可している、先週から許可している、別の文で拒否している',
      en: 'Managed policies of one’s own: one that has long allowed an unused service, one changed last week, and one that is denied again',
    },
    given: given(
      {
        roles: [
          roleDetail('long', { ...inUse, AttachedManagedPolicies: [attachedPolicy(own('old'))] }),
          roleDetail('lately', { ...inUse, AttachedManagedPolicies: [attachedPolicy(own('new'))] }),
          role('fenced', allow('s3:*', 'rds:*'), {
            AttachedManagedPolicies: [attachedPolicy(own('fence'))],
          }),
        ],
        policies: [
          { ...managedPolicy(own('old'), allow('s3:*', 'rds:*')), AttachmentCount: 1 },
          changedOn('2025-12-25T00:00:00.000Z', managedPolicy(own('new'), allow('s3:*', 'rds:*'))),
          managedPolicy(own('fence'), { Effect: 'Deny', Action: 'rds:*', Resource: '*' }),
        ],
      },
      ...['long', 'lately', 'fenced'].map((name) => report(roleArn(name), service('s3', yesterday), service('rds'))),
    ),
    standard,
    expect: { long: 'fail', lately: 'pass', fenced: 'pass' },
  },
  {
    name: {
      ja: 'IAMが答えなかった、ポリシーの内容が返されなかった。調べる件数の上限を超えたものは判定しない',
      en: 'Not answered by IAM, a policy’s document not returned; what is beyond the number that is asked about is not judged',
    },
    given: {
      ...given(
        {
          roles: [
            role('late', allow('s3:*')),
            role('unanswered', allow('s3:*')),
            roleDetail('hidden', { ...inUse, AttachedManagedPolicies: [attachedPolicy(own('hidden'))] }),
          ],
        },
        report(roleArn('hidden'), service('s3', yesterday)),
      ),
      errors: [
        unanswered('late', 'OverBudget', 'one scan asks about 100 only, and others came first'),
        unanswered('unanswered', 'ReportNotReady', 'IAM did not finish the report in a minute'),
      ],
    },
    standard,
    expect: { unanswered: 'unknown', hidden: 'unknown' },
  },
  {
    name: { ja: '最終アクセス情報の取得を拒否された', en: 'The last accessed information was denied' },
    given: denied(given({ roles: [role('exact', allow('s3:*'))] }), 'iam:GetServiceLastAccessedDetails'),
    standard,
    expect: { [account]: 'unknown' },
  },
];

function changedOn(CreateDate: string, policy: ReturnType<typeof managedPolicy>): object {
  const { PolicyVersionList: versions = [] } = policy;
  return { ...policy, PolicyVersionList: versions.map((version) => ({ ...version, CreateDate })) };
}

function unanswered(name: string, code: string, message: string) {
  return { operation: 'iam:GetServiceLastAccessedDetails', code, message, input: { Arn: roleArn(name) } };
}
