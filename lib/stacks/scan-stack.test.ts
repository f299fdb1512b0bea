import { describe, expect, it } from 'vitest';
import { type Properties, resourcesOf, type Statement, synthesise } from '../../test/deployed/synthesised.ts';
import type { Standard } from '../model/standard.ts';
import { defaultStandard } from '../standard/schema.ts';
import { accountActions, organizationActions } from './scan-policy.ts';

const standard: Standard = {
  ...defaultStandard,
  tenants: { aws: { ...defaultStandard.tenants.aws, accounts: 'organization' }, azure: [], entra: [] },
  deployment: { ...defaultStandard.deployment, notify: ['security@example.com'] },
};
const { scan: template } = synthesise(standard);
const roles = resourcesOf(template, 'AWS::IAM::Role').map(([id]) => id);

/** Actions on encrypted things, and what each needs of the key (service user guides, "Using … with KMS"). */
const keyUse: Readonly<Record<string, readonly string[]>> = {
  's3:GetObject': ['kms:Decrypt'],
  's3:PutObject': ['kms:GenerateDataKey'],
  'sqs:SendMessage': ['kms:GenerateDataKey', 'kms:Decrypt'],
  'sns:Publish': ['kms:GenerateDataKey', 'kms:Decrypt'],
};

function actionsOf(statement: Statement): readonly string[] {
  return [statement.Action].flat();
}

function statementsOf(role: string): readonly Statement[] {
  return resourcesOf(template, 'AWS::IAM::Policy')
    .filter(([, { Properties }]) => JSON.stringify(Properties.Roles).includes(`"${role}"`))
    .flatMap(([, { Properties }]) => Properties.PolicyDocument?.Statement ?? []);
}

function names(resource: unknown, id: string): boolean {
  return JSON.stringify(resource).includes(`"${id}"`);
}

function propertiesOf(type: string): Properties[] {
  return resourcesOf(template, type).map(([, resource]) => resource.Properties);
}

describe('roles', () => {
  const encrypted = Object.entries(template.Resources)
    .filter(([, { Properties }]) => Properties.KmsMasterKeyId ?? JSON.stringify(Properties).includes('"aws:kms"'))
    .map(([id]) => id);

  it('that touch an encrypted bucket, queue or topic may use its key as far as they need it', () => {
    const touched: string[] = [];
    const missing: string[] = [];
    for (const role of roles) {
      const statements = statementsOf(role);
      const allowed = new Set(statements.flatMap(actionsOf));
      for (const id of encrypted) {
        const actions = statements.filter(({ Resource }) => names(Resource, id)).flatMap(actionsOf);
        for (const action of actions) {
          if (keyUse[action]) touched.push(`${role} ${action} ${id}`);
          for (const use of keyUse[action] ?? []) if (!allowed.has(use)) missing.push(`${role} ${use} for ${action}`);
        }
      }
    }
    expect(encrypted).toHaveLength(4);
    expect(touched.length).toBeGreaterThan(8);
    expect(missing).toEqual([]);
  });

  it('name every action, and use the resource * only where the service offers nothing else', () => {
    const statements = roles.flatMap(statementsOf);
    expect(statements.flatMap(actionsOf).filter((action) => action.includes('*'))).toEqual([]);
    const everywhere = statements.filter(({ Resource }) => [Resource].flat().includes('*')).flatMap(actionsOf);
    const others = everywhere.filter((action) => ![...accountActions, ...organizationActions].includes(action));
    const known = /^(logs:\w*(LogDelivery|LogDeliveries|ResourcePolic\w+|LogGroups)|xray:(Get|Put)\w+)$/;
    expect(others.filter((action) => !known.test(action))).toEqual([]);
  });

  it('that look for an object that may be missing may list the bucket, or S3 would answer 403 instead of 404', () => {
    const conclude = roles.find((role) => role.startsWith('StepsConclude')) ?? '';
    const listed = statementsOf(conclude).filter((statement) => actionsOf(statement).includes('s3:ListBucket'));
    const buckets = resourcesOf(template, 'AWS::S3::Bucket').map(([id]) => id);
    const read = statementsOf(conclude).filter((statement) => actionsOf(statement).includes('s3:GetObject'));
    const readBuckets = buckets.filter((id) => read.some(({ Resource }) => names(Resource, id)));
    expect(readBuckets).toHaveLength(2);
    expect(readBuckets.filter((id) => !listed.some(({ Resource }) => names(Resource, id)))).toEqual([]);
  });

  it('only of the scan step has what a scan reads, and may enter other accounts through the audit role alone', () => {
    const reading = roles.filter((role) => statementsOf(role).flatMap(actionsOf).includes('sts:AssumeRole'));
    expect(reading.map((role) => template.Resources[role]?.Properties['RoleName'])).toEqual(['tenken-scan']);
    const actions = new Set(statementsOf(reading[0] ?? '').flatMap(actionsOf));
    expect(accountActions.filter((action) => !actions.has(action))).toEqual([]);
    const assume = statementsOf(reading[0] ?? '').find((each) => actionsOf(each).includes('sts:AssumeRole'));
    expect(JSON.stringify(assume?.Resource)).toContain(':iam::*:role/tenken-audit');
  });
});

describe('a scan of tenants of Microsoft Entra', () => {
  it('has a role of its own, which may prove who it is to Entra alone, and read its own secrets', () => {
    const secretArn = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:entra-AbCdEf';
    const clientId = 'a0000000-0000-4000-8000-000000000001';
    const id = '7e57aaaa-0000-4000-8000-000000000001';
    const { scan } = synthesise({
      ...defaultStandard,
      tenants: {
        ...defaultStandard.tenants,
        entra: [
          { id, cloud: 'global', signIn: { with: 'federation', clientId } },
          { id, cloud: 'global', signIn: { with: 'secret', clientId, secretArn } },
        ],
      },
    });
    const statements = resourcesOf(scan, 'AWS::IAM::Policy')
      .filter(([name]) => name.startsWith('StepsScanEntra'))
      .flatMap(([, { Properties }]) => Properties.PolicyDocument?.Statement ?? []);
    const actions = statements.flatMap(actionsOf).filter((action) => !/^(s3|kms|logs):/.test(action));
    expect(actions.toSorted()).toEqual(['secretsmanager:GetSecretValue', 'sts:GetWebIdentityToken']);
    const token = statements.find((each) => actionsOf(each).includes('sts:GetWebIdentityToken'));
    expect(JSON.stringify(token)).toContain(
      '"ForAllValues:StringEquals":{"sts:IdentityTokenAudience":"api://AzureADTokenExchange"}',
    );
    const secret = statements.find((each) => actionsOf(each).includes('secretsmanager:GetSecretValue'));
    expect(secret?.Resource).toBe(secretArn);
    const found = resourcesOf(scan, 'AWS::IAM::Role').map(([, { Properties }]) => Properties['RoleName']);
    expect(found).toContain('tenken-scan-entra');
  });

  it('is not deployed where the standard names none', () => {
    const found = resourcesOf(synthesise(defaultStandard).scan, 'AWS::Lambda::Function').map(([name]) => name);
    expect(found.filter((name) => name.includes('Entra'))).toEqual([]);
  });
});

describe('a scan of Azure subscriptions', () => {
  const tenant = '7e57aaaa-0000-4000-8000-000000000001';
  const clientId = 'a0000000-0000-4000-8000-000000000001';
  const secretArn = 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:azure-AbCdEf';
  const { scan } = synthesise({
    ...defaultStandard,
    tenants: {
      ...defaultStandard.tenants,
      entra: [{ id: tenant, cloud: 'global', signIn: { with: 'federation', clientId } }],
      azure: [
        { tenant, subscriptions: 'all' },
        { tenant, subscriptions: 'all', managementGroup: 'mg', signIn: { with: 'secret', clientId, secretArn } },
      ],
    },
  });

  it('has a role of its own, which may sign in as the entries say, or as the same tenant does', () => {
    const statements = resourcesOf(scan, 'AWS::IAM::Policy')
      .filter(([name]) => name.startsWith('StepsScanAzure'))
      .flatMap(([, { Properties }]) => Properties.PolicyDocument?.Statement ?? []);
    const actions = statements.flatMap(actionsOf).filter((action) => !action.startsWith('logs:'));
    expect(actions.toSorted()).toEqual([
      'kms:Decrypt',
      'kms:GenerateDataKey',
      's3:PutObject',
      'secretsmanager:GetSecretValue',
      'sts:GetWebIdentityToken',
    ]);
    const token = statements.find((each) => actionsOf(each).includes('sts:GetWebIdentityToken'));
    expect(token?.Condition).toEqual({
      'ForAllValues:StringEquals': { 'sts:IdentityTokenAudience': 'api://AzureADTokenExchange' },
      StringEquals: { 'sts:SigningAlgorithm': 'RS256' },
      NumericLessThanEquals: { 'sts:DurationSeconds': 300 },
    });
    const secret = statements.find((each) => actionsOf(each).includes('secretsmanager:GetSecretValue'));
    expect(secret?.Resource).toBe(secretArn);
    const found = resourcesOf(scan, 'AWS::IAM::Role').map(([, { Properties }]) => Properties['RoleName']);
    expect(found).toContain('tenken-scan-azure');
  });

  it('has a function of its own, with 3 GB and all the time that Lambda gives', () => {
    const found = resourcesOf(scan, 'AWS::Lambda::Function').find(([name]) => name.startsWith('StepsScanAzure'));
    expect(found?.[1].Properties).toMatchObject({ MemorySize: 3008, Timeout: 900 });
  });

  it('is not deployed where the standard names none', () => {
    const found = Object.keys(synthesise(defaultStandard).scan.Resources);
    expect(found.filter((name) => name.includes('Azure'))).toEqual([]);
  });
});

describe('a scan of the own account alone', () => {
  it('may read its organization where AWS lets it, and enter no other account', () => {
    const { scan } = synthesise(defaultStandard);
    const actions = resourcesOf(scan, 'AWS::IAM::Policy')
      .flatMap(([, { Properties }]) => Properties.PolicyDocument?.Statement ?? [])
      .flatMap(actionsOf);
    expect(actions.filter((action) => action.startsWith('sts:'))).toEqual([]);
    expect(organizationActions.filter((action) => !actions.includes(action))).toEqual([]);
    expect(accountActions.filter((action) => !actions.includes(action))).toEqual([]);
  });
});

describe('each step of a run', () => {
  /** What the role of one function is allowed, and on what. */
  const allowed = (step: string): string =>
    JSON.stringify(
      resourcesOf(synthesise(defaultStandard).scan, 'AWS::IAM::Policy')
        .filter(([id]) => id.startsWith(`Steps${step}`))
        .map(([, { Properties }]) => Properties.PolicyDocument?.Statement),
    );

  it('may read the organization and IAM Identity Center in the plan, which does it', () => {
    for (const action of [
      'organizations:ListPolicies',
      'sso:ListInstances',
      'identitystore:ListUsers',
      'ec2:DescribeRegions',
    ])
      expect(allowed('Plan')).toContain(`"${action}"`);
  });

  it('may read the unit of the organization that the plan left, in the scan of an account', () => {
    expect(allowed('Scan')).toContain('"s3:GetObject"');
    expect(allowed('Scan')).toContain('/runs/*/snapshot/aws/o-*');
    expect(allowed('Scan')).toContain('"kms:Decrypt"');
  });
});

describe('what a scan may read', () => {
  it('names each action, and none that writes', () => {
    const named = [...accountActions, ...organizationActions];
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((action) => action.includes('*'))).toEqual([]);
    // These make IAM compute a report, and change nothing that anybody configured.
    const computing = [
      'iam:GenerateCredentialReport',
      'iam:GenerateOrganizationsAccessReport',
      'iam:GenerateServiceLastAccessedDetails',
    ];
    // Actions of API Gateway are the methods of HTTP.
    const reading = /^[\w-]+:(Get|List|Describe|Search|BatchGet|Lookup|Check|GET$)/;
    expect(named.filter((action) => !reading.test(action)).toSorted()).toEqual(computing);
  });
});

describe('buckets', () => {
  it('are closed to the public, encrypted, reached over TLS 1.2 only, and survive the stack', () => {
    const policies = JSON.stringify(propertiesOf('AWS::S3::BucketPolicy'));
    for (const [, bucket] of resourcesOf(template, 'AWS::S3::Bucket')) {
      expect(bucket).toMatchObject({
        DeletionPolicy: 'Retain',
        Properties: {
          BucketEncryption: {},
          PublicAccessBlockConfiguration: {
            BlockPublicAcls: true,
            BlockPublicPolicy: true,
            IgnorePublicAcls: true,
            RestrictPublicBuckets: true,
          },
        },
      });
    }
    expect(policies.match(/"s3:TlsVersion":1.2/g)).toHaveLength(3);
    expect(policies.match(/"aws:SecureTransport":"false"/g)).toHaveLength(3);
  });

  it('for evidence lock every version for as long as the standard says', () => {
    const locked = propertiesOf('AWS::S3::Bucket').filter((properties) => properties['ObjectLockEnabled']);
    expect(locked.map((properties) => properties['ObjectLockConfiguration'])).toEqual([
      { ObjectLockEnabled: 'Enabled', Rule: { DefaultRetention: { Days: 400, Mode: 'GOVERNANCE' } } },
    ]);
  });
});

describe('alarms', () => {
  const alarms = resourcesOf(template, 'AWS::CloudWatch::Alarm');
  const topic = resourcesOf(template, 'AWS::SNS::Topic')[0]?.[0] ?? '';

  it('watch for everything that may go wrong unseen, and all tell the topic', () => {
    const watched = alarms.map(([id]) => id.replace(/^Alarms|[0-9A-F]{8}$/g, ''));
    expect(watched.toSorted()).toEqual([
      'NotificationFailed',
      'RunAborted',
      'RunFailed',
      'RunMissing',
      'RunTimedOut',
      'ScanIncomplete',
      'ScheduleDropped',
    ]);
    expect(alarms.map(([, { Properties }]) => Properties['AlarmActions'])).toEqual(alarms.map(() => [{ Ref: topic }]));
  });

  it('may publish: the topic and its key both let CloudWatch', () => {
    const lets = (statements: readonly Statement[], action: string): boolean =>
      statements.some(
        (statement) =>
          statement.Effect === 'Allow' &&
          JSON.stringify(statement.Principal) === '{"Service":"cloudwatch.amazonaws.com"}' &&
          actionsOf(statement).some((each) => each.startsWith(action)),
      );
    const [topicPolicy] = propertiesOf('AWS::SNS::TopicPolicy');
    const [key] = propertiesOf('AWS::KMS::Key');
    expect(lets(topicPolicy?.PolicyDocument?.Statement ?? [], 'sns:Publish')).toBe(true);
    expect(lets(key?.KeyPolicy?.Statement ?? [], 'kms:GenerateDataKey')).toBe(true);
    expect(lets(key?.KeyPolicy?.Statement ?? [], 'kms:Decrypt')).toBe(true);
  });

  it('count the accounts that were not scanned from the line that the conclude step logs', () => {
    expect(propertiesOf('AWS::Logs::MetricFilter')).toMatchObject([
      { FilterPattern: '{ $.message.failed > 0 }', MetricTransformations: [{ MetricValue: '$.message.failed' }] },
    ]);
  });

  it('take silence for a missing run, a little longer than the schedule leaves between two', () => {
    const missing = alarms.find(([id]) => id.startsWith('AlarmsRunMissing'))?.[1].Properties;
    expect(missing).toMatchObject({ TreatMissingData: 'breaching', Period: 3600, EvaluationPeriods: 27 });
  });

  it('cannot watch a weekly schedule, and leave that alarm out', () => {
    const weekly = { ...standard, deployment: { ...standard.deployment, schedule: '0 6 ? * MON *' } };
    const ids = resourcesOf(synthesise(weekly).scan, 'AWS::CloudWatch::Alarm').map(([id]) => id);
    expect(ids.filter((id) => id.startsWith('AlarmsRunMissing'))).toEqual([]);
    expect(ids).toHaveLength(6);
  });
});

describe('the standard', () => {
  it('says when a run starts and who is told', () => {
    expect(propertiesOf('AWS::Scheduler::Schedule')[0]).toMatchObject({
      ScheduleExpression: 'cron(0 6 * * ? *)',
      ScheduleExpressionTimezone: 'Asia/Tokyo',
    });
    expect(propertiesOf('AWS::SNS::Subscription')).toMatchObject([
      { Protocol: 'email', Endpoint: 'security@example.com' },
    ]);
  });
});
