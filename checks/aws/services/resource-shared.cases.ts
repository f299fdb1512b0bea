import type { CaseSnapshot, CheckCase } from '../../../lib/model/check-case.ts';
import { member, organization, stranger } from '../cases/connections.ts';
import { allow, rootOf, sharing, type Sharing } from '../cases/resource-policies.ts';
import { account, denied } from '../cases/units.ts';

const organizationId = 'o-abc1234567';
const inOrganization = (given: CaseSnapshot): CaseSnapshot => ({
  ...given,
  responses: { ...given.responses, ...organization },
});
/** Five resources of one kind: whom each lets in is its name. */
const five = (action: string) => ({
  everybody: [allow('*', action)],
  stranger: [allow(rootOf(stranger), action)],
  member: [allow(rootOf(member), action)],
  organization: [allow('*', action, { StringEquals: { 'aws:PrincipalOrgID': organizationId } })],
  nobody: undefined,
});
const verdicts = { everybody: 'fail', stranger: 'fail', member: 'pass', organization: 'pass', nobody: 'pass' } as const;
const kinds: readonly (readonly [string, Sharing])[] = [
  ['ECR', { repositories: five('ecr:BatchGetImage') }],
  ['EFS', { fileSystems: five('elasticfilesystem:DescribeMountTargets') }],
  ['SQS', { queues: five('sqs:ReceiveMessage') }],
  ['SNS', { topics: five('SNS:Subscribe') }],
  ['Lambda', { functions: five('lambda:InvokeFunction') }],
  ['KMS', { keys: five('kms:Decrypt') }],
  ['Secrets Manager', { secrets: five('secretsmanager:GetSecretValue') }],
  ['AWS Backup', { vaults: five('backup:CopyIntoBackupVault') }],
];

export const cases: readonly CheckCase[] = [
  ...kinds.map(([service, given]): CheckCase => ({
    name: {
      ja: `${service}: 誰でも、知らないアカウント、組織のアカウント、組織全体、ポリシーなし`,
      en: `${service}: everybody, a stranger, a member, the organization as a whole, and no policy`,
    },
    given: inOrganization(sharing(given)),
    expect: verdicts,
  })),
  {
    name: {
      ja: '既定のポリシー: SNSのSourceOwner、KMSのCallerAccount、EFSのマウントターゲット、SQSの送信元トピック',
      en: 'Policies as services make them: owner of a topic, caller of a key, mount targets, a topic that sends',
    },
    given: inOrganization(
      sharing({
        topics: { topic: [allow({ AWS: '*' }, 'SNS:*', { StringEquals: { 'AWS:SourceOwner': account } })] },
        keys: {
          key: [
            allow({ AWS: '*' }, 'kms:*', {
              StringEquals: { 'kms:CallerAccount': account, 'kms:ViaService': 'ec2.ap-northeast-1.amazonaws.com' },
            }),
            allow(rootOf(account), 'kms:*'),
          ],
        },
        ownKeys: ['aws-key'],
        fileSystems: {
          fs: [
            allow({ AWS: '*' }, 'elasticfilesystem:ClientMount', {
              Bool: { 'elasticfilesystem:AccessedViaMountTarget': 'true' },
            }),
          ],
        },
        queues: {
          queue: [
            allow('*', 'sqs:SendMessage', {
              ArnEquals: { 'aws:SourceArn': `arn:aws:sns:ap-northeast-1:${account}:topic` },
            }),
          ],
        },
      }),
    ),
    expect: { topic: 'pass', key: 'pass', fs: 'pass', queue: 'pass' },
  },
  {
    name: {
      ja: '誰のためにも動くサービスに、送信元の条件なしで許したもの',
      en: 'A service that acts for anybody, with and without a condition that says for whom',
    },
    given: inOrganization(
      sharing({
        functions: {
          anybody: [{ ...allow({ Service: 's3.amazonaws.com' }, 'lambda:InvokeFunction'), Sid: 's3' }],
          own: [
            allow({ Service: 's3.amazonaws.com' }, 'lambda:InvokeFunction', {
              StringEquals: { 'AWS:SourceAccount': account },
            }),
          ],
          within: [allow({ Service: 'events.amazonaws.com' }, 'lambda:InvokeFunction')],
        },
      }),
    ),
    expect: { anybody: 'fail', own: 'pass', within: 'pass' },
  },
  {
    name: {
      ja: '特定のアドレスからなら誰でも使えるものは指摘し、自分のVPCからに限るものは合格',
      en: 'Anybody from certain addresses is found, and access through a VPC endpoint alone passes',
    },
    given: inOrganization(
      sharing({
        queues: {
          office: [allow('*', 'sqs:*', { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } })],
          vpc: [allow('*', 'sqs:*', { StringEquals: { 'aws:SourceVpce': 'vpce-1' } })],
        },
      }),
    ),
    expect: { office: 'fail', vpc: 'pass' },
  },
  {
    name: {
      ja: '拒否の文が組織の外を締め出す',
      en: 'A Deny that keeps out whoever is not of the organization',
    },
    given: inOrganization(
      sharing({
        secrets: {
          shut: [
            allow('*', 'secretsmanager:GetSecretValue'),
            {
              ...allow('*', 'secretsmanager:*', { StringNotEquals: { 'aws:PrincipalOrgID': organizationId } }),
              Effect: 'Deny',
            },
          ],
        },
      }),
    ),
    expect: { shut: 'pass' },
  },
  {
    name: {
      ja: 'レジストリのポリシー: 知らないアカウントからの複製',
      en: 'A registry into which a stranger may replicate',
    },
    given: inOrganization(sharing({ registry: [allow(rootOf(stranger), 'ecr:ReplicateImage')] })),
    expect: { '*': 'fail' },
  },
  {
    name: {
      ja: '基準の trustedAccounts にあるアカウントへの共有',
      en: 'Sharing with an account that the standard trusts',
    },
    given: inOrganization(sharing({ queues: { partner: [allow(rootOf(stranger), 'sqs:SendMessage')] } })),
    standard: { trustedAccounts: [{ id: stranger, name: 'partner' }] },
    expect: { partner: 'pass' },
  },
  {
    name: {
      ja: '組織のアカウントの一覧が読めなければ、名指しの共有だけが判定不能になる',
      en: 'Without the accounts of the organization only sharing by name is unknown',
    },
    given: sharing({ queues: five('sqs:*') }),
    expect: { everybody: 'fail', stranger: 'unknown', member: 'unknown', organization: 'unknown', nobody: 'pass' },
  },
  {
    name: {
      ja: 'ポリシーを読めない種類だけが判定不能になる',
      en: 'Policies that were not read leave their own kind unknown',
    },
    given: denied(
      inOrganization(sharing({ queues: { queue: [allow('*', 'sqs:*')] }, topics: { topic: undefined } })),
      'sqs:GetQueueAttributes',
    ),
    expect: { queue: 'unknown', topic: 'pass' },
  },
  {
    name: {
      ja: '一覧を拒否された種類は判定不能になり、ほかの種類は判定する',
      en: 'A list that was denied leaves its kind unknown, and others are judged',
    },
    given: denied(
      inOrganization(sharing({ topics: { topic: [allow('*', 'SNS:*')] } })),
      'secretsmanager:ListSecrets#policies',
    ),
    expect: { topic: 'fail', secret: 'unknown' },
  },
  {
    name: {
      ja: '一度の点検で尋ねる数を超えたキューは判定しない',
      en: 'A queue that came after those that one scan asks about is not judged',
    },
    given: {
      ...inOrganization(sharing({ queues: { asked: undefined } })),
      responses: {
        ...inOrganization(sharing({ queues: { asked: undefined } })).responses,
        'sqs:ListQueues': {
          QueueUrls: ['asked', 'left'].map((name) => `https://sqs.ap-northeast-1.amazonaws.com/${account}/${name}`),
        },
      },
      errors: [
        {
          operation: 'sqs:GetQueueAttributes',
          code: 'OverBudget',
          message: 'one scan asks about 1 only, and others came first',
          input: { QueueUrl: `https://sqs.ap-northeast-1.amazonaws.com/${account}/left` },
        },
      ],
    },
    expect: { asked: 'pass' },
  },
  {
    name: {
      ja: 'ポリシーとして読めない答え',
      en: 'An answer that is no policy',
    },
    given: {
      ...inOrganization(sharing({ topics: { odd: undefined, plain: undefined } })),
      responses: {
        ...inOrganization(sharing({ topics: { odd: undefined, plain: undefined } })).responses,
        'sns:GetTopicAttributes': [
          { input: { TopicArn: `arn:aws:sns:ap-northeast-1:${account}:odd` }, output: { Attributes: { Policy: '{' } } },
          { input: { TopicArn: `arn:aws:sns:ap-northeast-1:${account}:plain` }, output: { Attributes: {} } },
        ],
      },
    },
    expect: { odd: 'unknown', plain: 'pass' },
  },
];
