import { gunzipSync } from 'node:zlib';
import aslValidator from 'asl-validator';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { checks } from '../../checks/index.ts';
import { daysBefore } from '../../lib/demo/aws/days-before.ts';
import { subscriptionIds } from '../../lib/demo/azure/demo-subscription-ids.ts';
import { demoSubscriptions } from '../../lib/demo/azure/demo-subscriptions.ts';
import { demoTenant, demoTenantId } from '../../lib/demo/entra/demo-tenant.ts';
import type { LoopbackArm } from '../../lib/loopback/arm/loopback-arm.ts';
import { startLoopbackArm } from '../../lib/loopback/arm/start-loopback-arm.ts';
import type { LoopbackGraph } from '../../lib/loopback/graph/loopback-graph.ts';
import { startLoopbackGraph } from '../../lib/loopback/graph/start-loopback-graph.ts';
import type { LoopbackAws } from '../../lib/loopback/loopback-aws.ts';
import { startLoopbackAws } from '../../lib/loopback/start-loopback-aws.ts';
import { judgesUnitsOf } from '../../lib/model/check.ts';
import type { Finding } from '../../lib/model/finding.ts';
import { snapshotSchema } from '../../lib/model/snapshot.ts';
import type { AzureTenant, Standard } from '../../lib/model/standard.ts';
import { azureEntry } from '../../lib/run/deployed/azure-entry.ts';
import { neededOperations } from '../../lib/run/needed-operations.ts';
import { defaultStandard } from '../../lib/standard/schema.ts';
import { deployScan, type DeployedScan } from './deployed-scan.ts';
import { enterCloud } from './enter-cloud.ts';

const account = '111122223333';
const other = '7e57aaaa-0000-4000-8000-00000000dead';
const { production, development } = subscriptionIds;
const signIn = { with: 'federation', clientId: 'a0000000-0000-4000-8000-000000000001' } as const;
// Two entries of one tenant, and one of a tenant that lets nobody in.
const ofProduction: AzureTenant = { tenant: demoTenantId, subscriptions: [production], signIn };
const azure: readonly AzureTenant[] = [
  ofProduction,
  { tenant: demoTenantId, subscriptions: [development], signIn },
  { tenant: other, subscriptions: 'all', signIn },
];
const standard: Standard = { ...defaultStandard, tenants: { ...defaultStandard.tenants, azure } };
const crash = Object.assign(new Error('Task timed out after 900.00 seconds'), { name: 'Sandbox.Timedout' });

let aws: LoopbackAws;
let arm: LoopbackArm;
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
  const days = daysBefore(new Date());
  arm = await startLoopbackArm({ snapshots: demoSubscriptions(days) });
  graph = await startLoopbackGraph({ snapshots: [demoTenant(days)] });
  enterCloud(aws);
  for (const [name, url] of Object.entries({ ...arm.environment, ...graph.environment })) vi.stubEnv(name, url);
  deployed = deployScan(standard, account);
});

afterAll(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await Promise.all([aws.close(), arm.close(), graph.close()]);
});

function read(address: string): string {
  const body = Buffer.from(aws.objects.get(address)?.body ?? []);
  return (address.endsWith('.gz') && body.length > 0 ? gunzipSync(body) : body).toString();
}

const evidence = (run: string, name: string): string =>
  read(`${deployed.evidenceBucket}/runs/2026-11-23-${run}/${name}`);

function findingsOf(run: string, subscription: string): readonly Finding[] {
  return evidence(run, `tenants/azure-${subscription}.findings.ndjson`)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Finding);
}

const ids = (findings: readonly Finding[]): readonly string[] => findings.map(({ id }) => id).toSorted();
const faults = (findings: readonly Finding[]): readonly Finding[] => findings.filter(({ status }) => status === 'fail');

it('is a machine that Step Functions accepts', () => {
  expect(aslValidator(deployed.machine)).toMatchObject({ isValid: true });
});

describe('a first run', () => {
  it('scans the subscriptions of every entry beside the accounts, and says of which tenant none was found', async () => {
    await deployed.run('first');
    expect(JSON.parse(evidence('first', 'manifest.json'))).toMatchObject({
      planned: [account, `azure/${production}`, `azure/${development}`, `azure/${other}`],
      scanned: [{ account }, { account: `azure/${production}` }, { account: `azure/${development}` }],
      failed: [{ account: `azure/${other}`, message: expect.stringContaining('were not scanned') as string }],
    });
  });

  it('keeps snapshot, result, findings and state of each subscription', () => {
    const run = `${deployed.workBucket}/runs/2026-11-23-first`;
    for (const id of [production, development]) {
      expect(read(`${run}/snapshot/azure/${id}.json.gz`)).toContain(id);
      expect(read(`${run}/tenants/azure-${id}.json.gz`)).toContain('tenken.tenant-result/1');
      expect(read(`${deployed.evidenceBucket}/state/azure/${id}.json`)).toContain('2026-11-23-first');
    }
    expect(read(`${run}/azure/${azureEntry(ofProduction).key}.json`)).toContain(production);
    const found = findingsOf('first', production);
    expect(faults(found).map(({ check }) => check)).toContain('azure-port-exposed');
    expect(new Set(found.map(({ resource }) => resource.account))).toEqual(new Set([production]));
  });

  it('passes nothing of a tenant whose subscriptions could not be listed', () => {
    const found = findingsOf('first', other);
    expect(found.length).toBeGreaterThan(10);
    expect(found.filter(({ status }) => status !== 'unknown')).toEqual([]);
  });
});

describe('a run in which the step of Azure fails', () => {
  it('says so of the tenant and of the subscriptions that it had', async () => {
    await deployed.run('crashed', { crash: { [azureEntry(ofProduction).key]: crash } });
    const { planned, failed } = JSON.parse(evidence('crashed', 'manifest.json')) as {
      planned: readonly string[];
      failed: readonly { account: string; code: string }[];
    };
    const names = [`azure/${demoTenantId}`, `azure/${production}`];
    expect(planned).toEqual([account, ...names, `azure/${development}`, `azure/${other}`]);
    expect(failed.filter(({ code }) => code === 'Sandbox.Timedout').map((each) => each.account)).toEqual(names);
  });

  it('resolves nothing, and leaves open what was found before', () => {
    const before = faults(findingsOf('first', production));
    const after = findingsOf('crashed', production);
    expect(ids(faults(after))).toEqual(ids(before));
    expect(new Set(faults(after).map(({ state }) => state))).toEqual(new Set(['open']));
    expect(after.filter(({ status }) => status === 'unknown').length).toBeGreaterThan(10);
  });

  it('is followed by one that knows it all again, and no longer reports on the tenant as a whole', async () => {
    await deployed.run('mended');
    expect(JSON.parse(evidence('mended', 'manifest.json'))).toMatchObject({
      planned: [account, `azure/${production}`, `azure/${development}`, `azure/${other}`],
      failed: [{ account: `azure/${other}` }],
    });
    const after = faults(findingsOf('mended', production));
    expect(ids(after)).toEqual(ids(faults(findingsOf('first', production))));
    expect(new Set(after.map(({ state }) => state))).toEqual(new Set(['open']));
  });
});

it('counts a subscription of which nothing was read as failed, though it was listed', async () => {
  const operations = neededOperations(
    checks.filter((check) => judgesUnitsOf(check, 'azure')),
    'azure',
  );
  arm.setFaults({ denied: [...operations].filter((each) => each !== 'Microsoft.Resources/subscriptions') });
  await deployed.run('denied');
  arm.setFaults({});
  const { failed } = JSON.parse(evidence('denied', 'manifest.json')) as { failed: readonly { account: string }[] };
  expect(failed.map((each) => each.account)).toEqual([production, development, other].map((id) => `azure/${id}`));
});
