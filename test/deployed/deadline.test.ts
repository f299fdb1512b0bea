import { afterAll, expect, it, vi } from 'vitest';
import { checks } from '../../checks/index.ts';
import { demoOrganisation } from '../../lib/demo/demo-organisation.ts';
import { startLoopbackAws } from '../../lib/loopback/start-loopback-aws.ts';
import { readDocument } from '../../lib/run/deployed/json-document.ts';
import { scanAccount } from '../../lib/run/deployed/scan-account.ts';
import { memoryStore } from '../../lib/snapshot/memory-store.ts';
import { defaultStandard } from '../../lib/standard/schema.ts';
import { enterCloud } from './enter-cloud.ts';

const deadline = new AbortController();
const { snapshots, callerAccount: account } = demoOrganisation(new Date('2026-11-23T00:00:00.000Z'));
let requests = 0;
const cloud = await startLoopbackAws({
  snapshots,
  callerAccount: account,
  clock: () => {
    requests += 1;
    if (requests === 12) deadline.abort();
    return new Date();
  },
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await cloud.close();
});

it('a scan that runs out of time writes what it has, and calls the rest unknown', async () => {
  enterCloud(cloud);
  const work = memoryStore();
  const { resultKey, regions } = await scanAccount(
    { runId: 'late', account },
    {
      standard: defaultStandard,
      checks,
      work,
      evidence: memoryStore(),
      topicArn: '',
      region: 'us-east-1',
      clock: () => new Date(),
      signal: deadline.signal,
    },
  );
  const result = await readDocument(work, resultKey, 'tenken.tenant-result/1');
  const coverage = result?.evaluation.coverage ?? [];
  expect(Object.values(regions)).toContain('partial');
  expect(coverage.some(({ status }) => status === 'read')).toBe(true);
  expect(coverage.some(({ status }) => status === 'failed')).toBe(true);
  expect(result?.evaluation.findings.some(({ status }) => status === 'unknown')).toBe(true);
});
