import type { CheckCase } from '../../../lib/model/check-case.ts';
import { authorizationDetails, trustingRole, trusts } from '../../aws/cases/authorization-details.ts';
import { allow } from '../../aws/cases/resource-policies.ts';
import { account, denied, inAccount } from '../../aws/cases/units.ts';
import { answering, inSubscription, resource } from '../../azure/cases/subscription.ts';
import { enterpriseApps, foreignApp, inTenant } from '../../entra/cases/tenant.ts';
import { called, row, withBuckets } from '../cases/register.ts';

const register = [
  row('storage', { aws: ['s3'], azure: ['Microsoft.Storage/*'], entra: ['crm-app'] }),
  row('chat', { aws: ['q'] }, { state: 'forbidden' }),
  row('search', { aws: ['es'] }, { state: 'retired', endedOn: '2025-03-31' }),
  row('queues', { aws: ['sqs'] }, { endedOn: '2025-12-31' }),
];

const [monitoring, backup, unnamed] = ['999988887777', '888877776666', '555566667777'];
const vendors = [
  row('monitoring', { tenants: [monitoring] }),
  row('backup', { tenants: [backup] }, { state: 'forbidden' }),
  row('notes', { tenants: ['aaaaaaaa-0000-4000-8000-000000000009'] }),
];
const letIn = [monitoring, backup, unnamed].map((id) => trustingRole(`for-${id}`, [trusts({ AWS: id })]));

export const cases: readonly CheckCase[] = [
  {
    name: {
      ja: '台帳にあるもの、ないもの、利用禁止、利用終了、終了日の当日、どのアカウントにもあるもの',
      en: 'In the register, not in it, forbidden, ended, on its last day, and part of every account',
    },
    given: {
      ...withBuckets(['data'], called({ 'ml-notebook': ['bedrock', 'q', 'es', 'sqs', 'iam', 'sts'] })),
      collectedAt: '2025-12-31T12:00:00.000Z',
    },
    standard: { register },
    expect: { s3: 'pass', bedrock: 'fail', q: 'fail', es: 'fail', sqs: 'pass' },
  },
  {
    name: {
      ja: '点検用のロールとAWSのロールの呼び出し、90日より前の呼び出しは使用ではない',
      en: 'Calls of the scan, of roles of AWS, and of more than 90 days ago are no use',
    },
    given: {
      ...inAccount(
        called({ 'tenken-audit': ['bedrock'], 'aws-service-role/x.amazonaws.com/X': ['glue'], old: ['lex'] }),
      ),
      collectedAt: '2026-06-01T00:00:00.000Z',
    },
    standard: { register },
    expect: {},
  },
  {
    name: { ja: 'Azureのリソースの種類を、大文字小文字を問わず突合する', en: 'Types of Azure resources, in any case' },
    given: inSubscription(
      answering(
        'Microsoft.Resources/resources',
        resource('microsoft.storage/StorageAccounts', 'data'),
        resource('Microsoft.CognitiveServices/accounts', 'gpt'),
        resource('Microsoft.Insights/actionGroups', 'mail'),
      ),
    ),
    standard: { register },
    expect: { storageaccounts: 'pass', accounts: 'fail' },
  },
  {
    name: { ja: '利用者が同意した他社アプリ', en: 'Applications of third parties that users consented to' },
    given: inTenant(enterpriseApps(foreignApp('crm'), foreignApp('notes'))),
    standard: { register },
    expect: { crm: 'pass', notes: 'fail' },
  },
  {
    name: {
      ja: '台帳が提供者のアカウントを書いたサービス: 承認済み、利用禁止。どの行にもないアカウントは aws-external-trust が扱う',
      en: 'Services whose provider the register names by its account: approved, forbidden. An account that no row names is for aws-external-trust',
    },
    given: withBuckets([], authorizationDetails({ roles: letIn })),
    standard: { register: vendors },
    expect: { [monitoring]: 'pass', [backup]: 'fail' },
  },
  {
    name: {
      ja: '台帳が提供者のアカウントを書いたサービスを許可するバケットポリシー',
      en: 'A bucket policy that lets in the provider of a service, which the register names by its account',
    },
    given: withBuckets(['data'], {
      ...authorizationDetails({}),
      's3:GetBucketPolicy': [
        {
          input: { Bucket: 'data' },
          output: { Policy: JSON.stringify({ Statement: [allow({ AWS: backup }, 's3:GetObject')] }) },
        },
      ],
    }),
    standard: { register: [...vendors, row('storage', { aws: ['s3'] })] },
    expect: { s3: 'pass', [backup]: 'fail' },
  },
  {
    name: {
      ja: '台帳が提供者のテナントを書いた他社アプリ',
      en: 'An application of a third party whose tenant the register names',
    },
    given: inTenant(enterpriseApps(foreignApp('crm'), foreignApp('mail', { appOwnerOrganizationId: 'other' }))),
    standard: { register: vendors },
    expect: { crm: 'pass', mail: 'fail' },
  },
  {
    name: {
      ja: '提供者を探すべきIAMの詳細の取得を拒否された',
      en: 'The authorization details, in which providers would be found, were denied',
    },
    given: denied(withBuckets(['data'], authorizationDetails({})), 'iam:GetAccountAuthorizationDetails'),
    standard: { register: [...vendors, row('storage', { aws: ['s3'] })] },
    expect: { s3: 'pass', [account]: 'unknown' },
  },
  {
    name: { ja: '台帳が空なら判定しない', en: 'With an empty register nothing is judged' },
    given: withBuckets(['data']),
    expect: {},
  },
  {
    name: { ja: '有効なリージョンを点検しなかった', en: 'An enabled region was not scanned' },
    given: withBuckets(['data'], { 'ec2:DescribeRegions': { Regions: [{ RegionName: 'us-east-1' }] } }),
    standard: { register },
    expect: { s3: 'pass', [account]: 'unknown' },
  },
  {
    name: { ja: '呼び出しの記録の取得を拒否された', en: 'The record of calls was denied' },
    given: denied(withBuckets(['data']), 'iam:GetServiceLastAccessedDetails'),
    standard: { register },
    expect: { s3: 'pass', [account]: 'unknown' },
  },
];
