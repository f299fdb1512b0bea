import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { checkId } from './check-index.ts';

/** `npm run check:new -- aws/ec2/some-name`: writes a check and its cases, and the generated files. */
const root = process.env['TENKEN_ROOT'] ?? join(import.meta.dirname, '..');
const name = process.argv[2] ?? '';
if (!/^(?:aws|azure|entra)\/[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) {
  console.error(
    'Name the check as aws/service/problem, azure/topic/problem or entra/topic/problem in kebab-case: npm run check:new -- aws/ec2/instance-metadata-v1',
  );
  process.exit(2);
}
const file = `checks/${name}.ts`;
if (existsSync(join(root, file))) {
  console.error(`${file} exists already; choose another name.`);
  process.exit(2);
}
const up = '../../..';
const templates = {
  aws: [checkTemplate, casesTemplate],
  azure: [azureCheckTemplate, azureCasesTemplate],
  entra: [entraCheckTemplate, entraCasesTemplate],
} as const;
const [writeCheck, writeCases] = templates[name.split('/')[0] as keyof typeof templates];
write(file, writeCheck(checkId(file)));
write(`checks/${name}.cases.ts`, writeCases());
if (root === join(import.meta.dirname, '..'))
  spawnSync(process.execPath, ['scripts/generate.ts'], { cwd: root, stdio: 'inherit' });
console.log(`Now write what ${file} says, reads and finds, and its cases; then run \`npm run check\`.`);

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
  console.log(`wrote ${path}`);
}

function checkTemplate(id: string): string {
  return `import { awsResource } from '${up}/lib/model/aws/aws-resource.ts';
import { defineCheck } from '${up}/lib/model/check.ts';
import { command } from '${up}/lib/model/command.ts';

export default defineCheck({
  id: '${id}',
  clauses: ['11.1'],
  severity: 'medium',
  title: { ja: '(問題を述べる)', en: '(State the problem)' },
  why: { ja: '(何が起こりうるか)', en: '(What can happen because of it)' },
  fix: { ja: '(一般にどう是正するか)', en: '(How it is mended in general)' },
  reads: ['aws.vpcs'],
  find: ({ 'aws.vpcs': vpcs }, { unit }) =>
    vpcs.map((vpc) => {
      const resource = awsResource(unit, { type: 'vpc', id: vpc.arn, name: vpc.id });
      if (!vpc.isDefault) return { status: 'pass', resource };
      return {
        status: 'fail',
        resource,
        detail: { ja: \`(\${vpc.id} の何が問題か)\`, en: \`(What is wrong with \${vpc.id})\` },
        evidence: [
          { what: { ja: '(何を見たか)', en: '(What was seen)' }, operation: 'ec2:DescribeVpcs', ref: \`\${vpc.id}#IsDefault\` },
        ],
        remediation: [{ kind: 'aws-cli', text: command\`aws ec2 delete-vpc --vpc-id \${vpc.id} --region \${resource.region}\` }],
      };
    }),
});
`;
}

function casesTemplate(): string {
  return `import type { CheckCase } from '${up}/lib/model/check-case.ts';
import { account, denied, inRegion } from '../cases/units.ts';

const given = inRegion({
  'ec2:DescribeVpcs': {
    Vpcs: [
      { VpcId: 'vpc-1', OwnerId: account, IsDefault: true },
      { VpcId: 'vpc-2', OwnerId: account, IsDefault: false },
    ],
  },
});

export const cases: readonly CheckCase[] = [
  {
    name: { ja: '(不適合と適合の例)', en: '(One that fails and one that passes)' },
    given,
    expect: { 'vpc-1': 'fail', 'vpc-2': 'pass' },
  },
  {
    name: { ja: 'VPCの取得を拒否された', en: 'The VPCs were denied' },
    given: denied(given, 'ec2:DescribeVpcs'),
    expect: { 'ap-northeast-1': 'unknown' },
  },
];
`;
}

function entraCheckTemplate(id: string): string {
  return `import { defineCheck } from '${up}/lib/model/check.ts';
import { entraResource } from '${up}/lib/model/entra/entra-resource.ts';
import { graphCommand, idInPath } from '${up}/lib/model/entra/graph-command.ts';
import { tenantOf } from '${up}/lib/model/entra/tenant-of.ts';

export default defineCheck({
  id: '${id}',
  clauses: ['7.4'],
  severity: 'medium',
  title: { ja: '(問題を述べる)', en: '(State the problem)' },
  why: { ja: '(何が起こりうるか)', en: '(What can happen because of it)' },
  fix: { ja: '(一般にどう是正するか)', en: '(How it is mended in general)' },
  reads: ['entra.users'],
  find: ({ 'entra.users': users }, { unit }) =>
    users.map((user) => {
      const resource = entraResource(tenantOf(unit), 'user', user);
      if (user.enabled) return { status: 'pass', resource };
      return {
        status: 'fail',
        resource,
        detail: { ja: \`(\${user.name} の何が問題か)\`, en: \`(What is wrong with \${user.name})\` },
        evidence: [{ what: { ja: '(何を見たか)', en: '(What was seen)' }, operation: '/users', ref: user.id }],
        remediation: [graphCommand('DELETE', \`users/\${idInPath(user.id)}\`)],
      };
    }),
});
`;
}

function entraCasesTemplate(): string {
  return `import type { CheckCase } from '${up}/lib/model/check-case.ts';
import { inTenant, member, refused, tenant, users } from '../cases/tenant.ts';

const given = inTenant(users(member('gone', { accountEnabled: false }), member('hanako')));

export const cases: readonly CheckCase[] = [
  {
    name: { ja: '(不適合と適合の例)', en: '(One that fails and one that passes)' },
    given,
    expect: { gone: 'fail', hanako: 'pass' },
  },
  {
    name: { ja: '利用者の一覧を拒否された', en: 'The list of users was refused' },
    given: refused(given, '/users'),
    expect: { [tenant]: 'unknown' },
  },
];
`;
}

function azureCheckTemplate(id: string): string {
  return `import { azureResource } from '${up}/lib/model/azure/azure-resource.ts';
import { defineCheck } from '${up}/lib/model/check.ts';
import { command } from '${up}/lib/model/command.ts';

export default defineCheck({
  id: '${id}',
  clauses: ['11.1'],
  severity: 'medium',
  title: { ja: '(問題を述べる)', en: '(State the problem)' },
  why: { ja: '(何が起こりうるか)', en: '(What can happen because of it)' },
  fix: { ja: '(一般にどう是正するか)', en: '(How it is mended in general)' },
  reads: ['azure.publicAddresses'],
  find: ({ 'azure.publicAddresses': addresses }, { unit }) =>
    addresses.map(({ id, name, location, attachedTo }) => {
      const resource = azureResource(unit, { type: 'public-ip-address', id, name, location });
      if (attachedTo !== undefined) return { status: 'pass', resource };
      return {
        status: 'fail',
        resource,
        detail: { ja: \`(\${name} の何が問題か)\`, en: \`(What is wrong with \${name})\` },
        evidence: [
          { what: { ja: '(何を見たか)', en: '(What was seen)' }, operation: 'Microsoft.Network/publicIPAddresses', ref: id },
        ],
        remediation: [{ kind: 'azure-cli', text: command\`az network public-ip delete --ids \${id}\` }],
      };
    }),
});
`;
}

function azureCasesTemplate(): string {
  return `import type { CheckCase } from '${up}/lib/model/check-case.ts';
import { answering, inSubscription, refused, resource, subscription } from '../cases/subscription.ts';

const type = 'Microsoft.Network/publicIPAddresses';
const given = inSubscription(
  answering(type, resource(type, 'free'), resource(type, 'used', { ipConfiguration: { id: 'nic1' } })),
);

export const cases: readonly CheckCase[] = [
  {
    name: { ja: '(不適合と適合の例)', en: '(One that fails and one that passes)' },
    given,
    expect: { free: 'fail', used: 'pass' },
  },
  {
    name: { ja: 'アドレスの取得を拒否された', en: 'The addresses were refused' },
    given: refused(given, type),
    expect: { [subscription]: 'unknown' },
  },
];
`;
}
