import aslValidator from 'asl-validator';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { daysBefore } from '../../lib/demo/aws/days-before.ts';
import { demoTenant, demoTenantId } from '../../lib/demo/entra/demo-tenant.ts';
import type { LoopbackGraph } from '../../lib/loopback/graph/loopback-graph.ts';
import { startLoopbackGraph } from '../../lib/loopback/graph/start-loopback-graph.ts';
import type { LoopbackAws } from '../../lib/loopback/loopback-aws.ts';
import { startLoopbackAws } from '../../lib/loopback/start-loopback-aws.ts';
import type { Finding } from '../../lib/model/finding.ts';
import { snapshotSchema } from '../../lib/model/snapshot.ts';
import type { Standard } from '../../lib/model/standard.ts';
import { defaultStandard } from '../../lib/standard/schema.ts';
import { deployScan, type DeployedScan } from './deployed-scan.ts';
import { enterCloud } from './enter-cloud.ts';

const account = '111122223333';
const other = '7e57aaaa-0000-4000-8000-00000000dead';
const signIn = { with: 'federation', clientId: 'a0000000-0000-4000-8000-000000000001' } as const;
const standard: Standard = {
  ...defaultStandard,
  tenants: {
    ...defaultStandard.tenants,
    entra: [demoTenantId, other].map((id) => ({ id, cloud: 'global', signIn })),
  },
};

let aws: LoopbackAws;
let graph: LoopbackGraph;
let deployed: DeployedScan;

beforeAll(async () => {
  vi.spyOn(console, 'info').mockReturnValue(undefined);
  aws = await startLoopbackAws({
    snapshots: [
      {
        schema: snapshotSchema,
        unit: { provider: 'aws', account, region: 'global' },
        collectedAt: '2026-11-22T00:00:00.000Z',
        responses: { 'ec2:DescribeRegions': { Regions: [] } },
        errors: [],
      },
    ],
    callerAccount: account,
  });
  // Of the other tenant there is nothing: its application has no access.
  graph = await startLoopbackGraph({ snapshots: [demoTenant(daysBefore(new Date()))] });
  enterCloud(aws);
  vi.stubEnv('TENKEN_GRAPH_ENDPOINT', graph.url);
  deployed = deployScan(standard, account);
  await deployed.run('entra');
});

afterAll(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await Promise.all([aws.close(), graph.close()]);
});

function read(name: string): string {
  const found = [...aws.objects].find(([address]) => address.endsWith(`/runs/2026-11-23-entra/${name}`));
  return Buffer.from(found?.[1].body ?? []).toString();
}

it('is a machine that Step Functions accepts', () => {
  expect(aslValidator(deployed.machine)).toMatchObject({ isValid: true });
});

it('scans every tenant of the standard beside the accounts, and says of which nothing was read', () => {
  expect(JSON.parse(read('manifest.json'))).toMatchObject({
    planned: [account, `entra/${demoTenantId}`, `entra/${other}`],
    scanned: [{ account }, { account: `entra/${demoTenantId}` }],
    failed: [{ account: `entra/${other}`, code: 'InvalidAuthenticationToken' }],
  });
});

it('finds in the tenant what the checks of Entra find, and keeps its findings for the next run', () => {
  const findings = read(`tenants/entra-${demoTenantId}.findings.ndjson`)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Finding);
  expect(findings.map(({ check }) => check)).toContain('entra-mfa-not-enforced');
  expect(new Set(findings.map(({ resource }) => resource.account))).toEqual(new Set([demoTenantId]));
});

it('passes nothing of a tenant that was not read', () => {
  const summary = JSON.parse(read('summary.json')) as {
    tallies: readonly { check: string; unit: { tenant?: string }; pass: number; fail: number; unknown: number }[];
  };
  const tallies = summary.tallies.filter(({ unit }) => unit.tenant === other);
  // Without a register, what is in use is held against nothing.
  const judged = tallies.filter(({ check }) => !check.startsWith('service-'));
  expect(judged.length).toBeGreaterThan(20);
  expect(judged.filter(({ pass, fail, unknown }) => pass > 0 || fail > 0 || unknown !== 1)).toEqual([]);
  expect(tallies.filter(({ pass, fail }) => pass > 0 || fail > 0)).toEqual([]);
});
