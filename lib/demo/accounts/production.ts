import type { DemoAccount } from '../aws/account.ts';
import { auditRole } from '../aws/audit-role.ts';
import { prefixListId } from '../aws/region.ts';
import { defaultVpc } from './default-vpc.ts';
import { scanningAccount } from './scanning-account.ts';

const id = '444455556666';
const offices = prefixListId(id, 'ap-northeast-1', 'offices');

/** The production account: a web shop behind a load balancer, with an old bastion that nobody closed. */
export const production: DemoAccount = {
  id,
  alias: 'sakura-seiki-production',
  root: { age: 2000, mfa: true, lastUsed: 400 },
  passwordPolicy: {
    MinimumPasswordLength: 8,
    RequireUppercaseCharacters: true,
    RequireLowercaseCharacters: true,
    RequireNumbers: true,
    RequireSymbols: false,
    AllowUsersToChangePassword: true,
    ExpirePasswords: true,
    MaxPasswordAge: 90,
  },
  users: [
    { name: 'suzuki.ichiro', age: 700, password: { age: 60, lastUsed: 1 }, mfa: true, groups: ['operators'] },
    { name: 'takahashi.yuki', age: 500, password: { age: 500, lastUsed: 140 }, mfa: true, groups: ['operators'] },
    { name: 'tanaka.jiro', age: 45, password: { age: 45 }, groups: ['operators'] },
    {
      name: 'deploy-bot',
      age: 1000,
      keys: [
        { age: 700, lastUsed: 0.2 },
        { age: 980, lastUsed: 300 },
      ],
      attached: ['arn:aws:iam::aws:policy/AdministratorAccess'],
    },
    {
      name: 'backup-job',
      age: 620,
      keys: [{ age: 30, lastUsed: 0.5 }],
      inline: [{ Effect: 'Allow', Action: 's3:PutObject', Resource: '*' }],
    },
  ],
  groups: [{ name: 'operators', attached: ['arn:aws:iam::aws:policy/AmazonEC2ReadOnlyAccess'] }],
  roles: [
    auditRole(scanningAccount),
    {
      name: 'web',
      trusts: { Service: 'ec2.amazonaws.com' },
      attached: ['arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore'],
      lastUsed: 1,
    },
    {
      name: 'ci',
      trusts: { AWS: 'arn:aws:iam::777788889999:root' },
      inline: [{ Effect: 'Allow', Action: ['codebuild:StartBuild', 'codebuild:BatchGetBuilds'], Resource: '*' }],
      lastUsed: 1,
    },
    {
      name: 'release-build',
      trusts: { Service: 'codebuild.amazonaws.com' },
      inline: [
        { Effect: 'Allow', Action: ['s3:GetObject', 's3:PutObject'], Resource: '*' },
        { Effect: 'Allow', Action: ['cloudformation:CreateStack', 'cloudformation:UpdateStack'], Resource: '*' },
        { Sid: 'PassDeploy', Effect: 'Allow', Action: 'iam:PassRole', Resource: `arn:aws:iam::${id}:role/deploy` },
      ],
      lastUsed: 1,
    },
    {
      name: 'deploy',
      trusts: { Service: 'cloudformation.amazonaws.com' },
      attached: ['arn:aws:iam::aws:policy/AdministratorAccess'],
      lastUsed: 1,
    },
    {
      // Looks like release-build, but may pass the role to EC2 alone, which the role does not trust.
      name: 'template-tester',
      trusts: { Service: 'codebuild.amazonaws.com' },
      inline: [
        { Effect: 'Allow', Action: ['cloudformation:CreateStack', 'cloudformation:DeleteStack'], Resource: '*' },
        {
          Effect: 'Allow',
          Action: 'iam:PassRole',
          Resource: `arn:aws:iam::${id}:role/deploy`,
          Condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
        },
      ],
      lastUsed: 3,
    },
    {
      name: 'AWSReservedSSO_Administrator_fedcba9876543210',
      path: '/aws-reserved/sso.amazonaws.com/ap-northeast-1/',
      trusts: { Federated: `arn:aws:iam::${id}:saml-provider/AWSSSO_fedcba9876543210_DO_NOT_DELETE` },
      attached: ['arn:aws:iam::aws:policy/AdministratorAccess'],
      lastUsed: 1,
    },
    {
      name: 'monitoring-vendor',
      trusts: { AWS: 'arn:aws:iam::999988887777:root' },
      attached: ['arn:aws:iam::aws:policy/AmazonEC2ReadOnlyAccess'],
      lastUsed: 1,
    },
    {
      // Would make a key for deploy-bot, an administrator, were it not for the organization's guardrail.
      name: 'key-rotation',
      trusts: { Service: 'lambda.amazonaws.com' },
      inline: [
        {
          Effect: 'Allow',
          Action: ['iam:CreateAccessKey', 'iam:DeleteAccessKey'],
          Resource: `arn:aws:iam::${id}:user/*`,
        },
      ],
      lastUsed: 40,
    },
    {
      name: 'order-worker',
      trusts: { Service: 'ec2.amazonaws.com' },
      inline: [
        { Effect: 'Allow', Action: ['s3:GetObject', 's3:PutObject'], Resource: 'arn:aws:s3:::sakura-orders/*' },
        { Effect: 'Allow', Action: ['sqs:*', 'dynamodb:*'], Resource: '*' },
      ],
      lastUsed: 1,
      use: {
        unused: { dynamodb: 'never' },
        unusedActions: { sqs: ['AddPermission', 'CreateQueue', 'DeleteQueue', 'PurgeQueue', 'SetQueueAttributes'] },
      },
    },
    {
      name: 'invoice-worker',
      trusts: { Service: 'ec2.amazonaws.com' },
      inline: [
        { Effect: 'Allow', Action: ['s3:GetObject', 's3:PutObject'], Resource: 'arn:aws:s3:::sakura-invoices/*' },
        { Effect: 'Allow', Action: ['sqs:ReceiveMessage', 'sqs:DeleteMessage'], Resource: '*' },
      ],
      lastUsed: 1,
    },
    {
      name: 'report-builder',
      trusts: { Service: 'lambda.amazonaws.com' },
      inline: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*' }],
      lastUsed: 1,
    },
  ],
  buckets: [
    { name: 'sakura-orders' },
    { name: 'sakura-invoices', sharedWith: '777766665555' },
    { name: 'sakura-catalogue-images', public: true },
  ],
  regions: [
    {
      region: 'ap-northeast-1',
      functions: [
        { name: 'report-builder', role: 'report-builder' },
        // A form that was put on the internet for a fair, and stayed.
        { name: 'event-signup', role: 'report-builder', url: 'open' },
      ],
      projects: [{ name: 'release', role: 'release-build' }],
      shared: {
        topics: ['order-events'],
        queues: [
          { name: 'order-intake', fedBy: 'order-events' },
          // A forwarder was let in for a trial, and nobody wrote down whose account it is.
          { name: 'shipping-requests', fedBy: 'order-events', sharedWith: '777766665555' },
        ],
      },
      prefixLists: { offices: ['203.0.113.0/26', '198.51.100.8/29'] },
      connections: {
        peerings: [{ name: 'logistics-partner', vpc: 'shop', account: '888877776666', cidr: '10.200.0.0/16' }],
        firewalls: [{ name: 'edge', logs: ['ALERT'] }],
        attachments: [{ name: 'shop-to-core', vpc: 'shop', gatewayOwner: scanningAccount }],
        vpns: [
          {
            name: 'factory-osaka',
            site: '203.0.113.9',
            cidr: '192.168.40.0/24',
            owner: 'infra@example.com',
            // As the old router wanted it in 2019.
            tunnel: {
              IkeVersions: [{ Value: 'ikev1' }],
              Phase1EncryptionAlgorithms: [{ Value: 'AES128' }],
              Phase1DHGroupNumbers: [{ Value: 2 }],
            },
          },
        ],
      },
      vpcs: [
        {
          name: 'shop',
          cidr: '10.10.0.0/16',
          flowLogs: 'vpc',
          unusedAcl: 'migration-2021',
          subnets: [
            { name: 'public-a', cidr: '10.10.0.0/24', zone: 'a', public: true },
            { name: 'public-c', cidr: '10.10.1.0/24', zone: 'c', public: true },
            { name: 'app-a', cidr: '10.10.10.0/24', zone: 'a' },
            { name: 'data-a', cidr: '10.10.20.0/24', zone: 'a' },
          ],
          groups: [
            { name: 'default', egress: false },
            {
              name: 'web',
              ingress: [
                { ports: 443, from: ['0.0.0.0/0', '::/0'], description: 'shop' },
                { ports: 80, from: ['0.0.0.0/0'] },
              ],
            },
            { name: 'app', ingress: [{ ports: 8080, from: ['web'] }] },
            // Wide enough for the load balancer that somebody put before the database.
            { name: 'data', ingress: [{ ports: 5432, from: ['app', '10.10.0.0/16'] }] },
            { name: 'migration-2021', ingress: [{ ports: 3306, from: ['10.10.0.0/16'] }] },
            { name: 'batch', ingress: [{ ports: 22, from: ['0.0.0.0/0'] }] },
            {
              name: 'bastion',
              description: 'migration 2021',
              ingress: [
                { ports: 22, from: ['0.0.0.0/0'], description: 'temporary' },
                { ports: 22, from: [offices], description: 'offices' },
              ],
            },
          ],
          instances: [
            { name: 'bastion', subnet: 'public-a', groups: ['bastion'], publicIp: '203.0.113.80' },
            { name: 'app-1', subnet: 'app-a', groups: ['app'], role: 'web', managed: true },
            { name: 'app-2', subnet: 'app-a', groups: ['app'], stopped: true },
            { name: 'batch-1', subnet: 'app-a', groups: ['batch'] },
          ],
          loadBalancers: [
            {
              name: 'shop',
              subnets: ['public-a', 'public-c'],
              groups: ['web'],
              protocol: 'HTTPS',
              port: 443,
              targetPort: 8080,
              targets: ['app-1', 'app-2'],
            },
            {
              name: 'intranet',
              subnets: ['app-a'],
              groups: ['app'],
              internal: true,
              protocol: 'HTTPS',
              policy: 'ELBSecurityPolicy-2016-08',
              port: 443,
              targetPort: 8080,
              targets: ['app-1'],
            },
            {
              name: 'orders-partner',
              subnets: ['public-a'],
              groups: [],
              protocol: 'TCP',
              port: 5432,
              targetPort: 5432,
              targets: ['orders'],
            },
          ],
          databases: [{ name: 'orders', engine: 'postgres', port: 5432, subnet: 'data-a', groups: ['data'] }],
        },
      ],
    },
    {
      region: 'ap-northeast-3',
      vpcs: [
        {
          name: 'recovery',
          cidr: '10.20.0.0/16',
          flowLogs: 'failing',
          subnets: [{ name: 'data-a', cidr: '10.20.0.0/24', zone: 'a' }],
          groups: [
            { name: 'default', ingress: [{ ports: 'all', from: ['default'] }] },
            { name: 'replica', ingress: [{ ports: 5432, from: ['10.10.0.0/16'] }] },
          ],
          databases: [
            { name: 'orders-replica', engine: 'postgres', port: 5432, subnet: 'data-a', groups: ['replica'] },
          ],
        },
      ],
    },
    { region: 'us-east-1', vpcs: [defaultVpc] },
  ],
};
