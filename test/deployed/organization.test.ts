import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { checks } from '../../checks/index.ts';
import { demoOrganisation } from '../../lib/demo/demo-organisation.ts';
import type { LoopbackAws } from '../../lib/loopback/loopback-aws.ts';
import { startLoopbackAws } from '../../lib/loopback/start-loopback-aws.ts';
import type { Standard } from '../../lib/model/standard.ts';
import { buildReport } from '../../lib/run/build-report.ts';
import { scanAws } from '../../lib/run/scan-aws.ts';
import { memoryStore } from '../../lib/snapshot/memory-store.ts';
import { defaultStandard } from '../../lib/standard/schema.ts';
import { deployScan } from './deployed-scan.ts';
import { enterCloud } from './enter-cloud.ts';

const standard: Standard = {
  ...defaultStandard,
  tenants: { aws: { accounts: 'organization', role: 'tenken-audit' }, azure: [], entra: [] },
};
const { snapshots, callerAccount } = demoOrganisation(new Date('2026-11-23T00:00:00.000Z'));
let cloud: LoopbackAws;
let run: string;

function read(name: string): string {
  const found = [...cloud.objects].find(([address]) => address.endsWith(`${run}${name}`));
  return Buffer.from(found?.[1].body ?? []).toString();
}

beforeAll(async () => {
  vi.spyOn(console, 'info').mockReturnValue(undefined);
  cloud = await startLoopbackAws({ snapshots, callerAccount });
  enterCloud(cloud);
  await deployScan(standard, callerAccount).run('demo');
  run = '/runs/2026-11-23-demo/';
});

afterAll(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await cloud.close();
});

it('plans every active account of the organization, and reports on the organization too', () => {
  const accounts = new Set(snapshots.flatMap(({ unit }) => ('account' in unit ? [unit.account] : [])));
  expect(JSON.parse(read('manifest.json'))).toMatchObject({ planned: [...accounts].toSorted(), failed: [] });
  const { rows } = JSON.parse(read('coverage.json')) as { rows: readonly unknown[] };
  expect(rows).toContainEqual(expect.objectContaining({ operation: 'organizations:ListAccounts', status: 'read' }));
});

it('finds what the command line finds in the same cloud', async () => {
  const evaluations = await scanAws({
    tenants: standard.tenants.aws,
    checks,
    standard,
    store: memoryStore(),
    readEmptyRegions: false,
    clock: () => new Date(),
    signal: new AbortController().signal,
    onProgress: () => undefined,
  });
  const expected = buildReport({ evaluations, previous: [], checks, standard }).findings;
  const deployed = read('findings.ndjson')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { id: string }).id);
  expect(deployed.length).toBeGreaterThan(10);
  expect(deployed).toEqual(expected.map(({ id }) => id));
});
