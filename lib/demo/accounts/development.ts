import type { DemoAccount } from '../aws/account.ts';
import { auditRole } from '../aws/audit-role.ts';
import { defaultVpc } from './default-vpc.ts';
import { scanningAccount } from './scanning-account.ts';

const id = '777788889999';

/** The development account: everything that goes wrong where nobody looks. Its guardrail hides the flow logs from us. */
export const development: DemoAccount = {
  id,
  alias: 'sakura-seiki-development',
  root: { age: 1500, mfa: false, lastUsed: 20, key: { age: 1400, lastUsed: 20 } },
  users: [
    {
      name: 'ito.sakura',
      age: 600,
      password: { age: 100, lastUsed: 1 },
      groups: ['developers'],
      keys: [{ age: 400, lastUsed: 3 }],
    },
    { name: 'watanabe.ken', age: 1200, password: { age: 1200, lastUsed: 500 }, keys: [{ age: 1200, lastUsed: 450 }] },
    { name: 'yamamoto.mei', age: 12, password: { age: 12 }, mfa: true, groups: ['developers'] },
    { name: 'kobayashi.ren', age: 300, groups: ['developers'] },
    {
      name: 'ci',
      age: 800,
      keys: [{ age: 60, lastUsed: 0.1 }],
      inline: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
    },
    { name: 'shared-dev1', age: 700, password: { age: 60, lastUsed: 1 }, mfa: true, groups: ['developers'] },
    {
      name: 'mail-sender',
      age: 900,
      keys: [{ age: 20, lastUsed: 2 }],
      attached: ['arn:aws:iam::aws:policy/AWSCompromisedKeyQuarantineV3'],
    },
    {
      name: 'invoice-soap',
      age: 2600,
      certificate: 2600,
      keys: [{ age: 30, lastUsed: 4 }],
      tags: { Owner: 'keiri@example.com' },
    },
    {
      // Would make itself an administrator, were it not for its boundary.
      name: 'sandbox-tool',
      age: 200,
      keys: [{ age: 20, lastUsed: 1 }],
      inline: [
        { Effect: 'Allow', Action: 'iam:PutUserPolicy', Resource: `arn:aws:iam::${id}:user/sandbox-tool` },
        { Effect: 'Allow', Action: 's3:ListAllMyBuckets', Resource: '*' },
      ],
      boundary: 'sandbox',
      tags: { Owner: 'platform@example.com' },
    },
    { name: 'trial-tool', age: 250, keys: [{ age: 250 }], attached: [`arn:aws:iam::${id}:policy/trial`] },
  ],
  groups: [
    { name: 'developers', attached: ['arn:aws:iam::aws:policy/PowerUserAccess'] },
    { name: 'migration-2021', attached: [`arn:aws:iam::${id}:policy/buckets`] },
  ],
  roles: [
    auditRole(scanningAccount),
    { name: 'lambda-report', trusts: { Service: 'lambda.amazonaws.com' } },
    {
      // The owner is not closed by a slash: sakura-seiki-fan is free to register.
      name: 'github-preview',
      trusts: { Federated: `arn:aws:iam::${id}:oidc-provider/token.actions.githubusercontent.com` },
      when: {
        StringEquals: { 'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com' },
        StringLike: { 'token.actions.githubusercontent.com:sub': 'repo:sakura-seiki*' },
      },
      inline: [
        {
          Effect: 'Allow',
          Action: ['s3:PutObject', 's3:DeleteObject'],
          Resource: 'arn:aws:s3:::sakura-seiki-preview/*',
        },
      ],
      lastUsed: 2,
    },
    {
      name: 'AWSReservedSSO_Trial_0123456789abcdef',
      path: '/aws-reserved/sso.amazonaws.com/ap-northeast-1/',
      trusts: { Federated: `arn:aws:iam::${id}:saml-provider/AWSSSO_0123456789abcdef_DO_NOT_DELETE` },
      lastUsed: 210,
    },
  ],
  boundaries: { sandbox: [{ Effect: 'Allow', Action: ['s3:*', 'logs:*', 'iam:PutUserPolicy'], Resource: '*' }] },
  policies: {
    trial: [{ Effect: 'Allow', Action: ['s3:Get*', 's3:List*'], Resource: '*' }],
    buckets: [{ Sid: 'Buckets', Effect: 'Allow', Action: 's3:*', Resource: '*' }],
  },
  denied: ['ec2:DescribeFlowLogs'],
  publicRepositories: ['batch-tools'],
  regions: [
    {
      region: 'ap-northeast-1',
      vpcs: [
        {
          name: 'sandbox',
          cidr: '10.30.0.0/16',
          subnets: [
            { name: 'public-a', cidr: '10.30.0.0/24', zone: 'a', public: true },
            { name: 'private-a', cidr: '10.30.10.0/24', zone: 'a' },
          ],
          groups: [
            { name: 'default', ingress: [{ ports: 'all', from: ['default'] }] },
            {
              name: 'windows',
              ingress: [{ ports: 3389, from: ['0.0.0.0/1', '128.0.0.0/1'], description: 'from home' }],
            },
            { name: 'everything', ingress: [{ ports: 'all', from: ['0.0.0.0/0'] }] },
            { name: 'database', ingress: [{ ports: [5432, 5433], from: ['::/0'] }] },
            // Names are chosen by strangers: these two try to be more than text in a report.
            { name: '<img src=x onerror=alert(1)>', ingress: [{ ports: 8080, from: ['0.0.0.0/0'] }] },
            {
              name: '=HYPERLINK("https://attacker.example","open")',
              ingress: [{ ports: 53, protocol: 'udp', from: ['0.0.0.0/0'] }],
            },
          ],
          instances: [
            { name: 'trial-windows', subnet: 'public-a', groups: ['windows'], publicIp: '203.0.113.200' },
            { name: 'scratch', subnet: 'private-a', groups: ['everything'] },
          ],
          databases: [
            { name: 'trial', engine: 'postgres', port: 5432, subnet: 'public-a', groups: ['database'], public: true },
          ],
        },
      ],
    },
    { region: 'ap-northeast-3', vpcs: [defaultVpc] },
    {
      // Tokyo did not have the model that somebody wanted to try.
      region: 'us-east-1',
      vpcs: [defaultVpc],
      tagged: [
        {
          service: 'bedrock',
          resource: 'agent/MINUTES01',
          tags: { Owner: 'yamamoto.mei@example.com', Name: 'meeting-minutes' },
          calls: [
            { by: 'yamamoto.mei', event: 'CreateAgent', age: 9 },
            { by: 'ito.sakura', event: 'InvokeModel', age: 1, reads: true },
          ],
        },
      ],
      stored: { volumes: [{ name: 'model-cache', age: 9, sizeGiB: 200 }] },
    },
  ],
};
