import { describe, expect, it } from 'vitest';
import { findingsNdjson } from '../../deliver/ndjson/findings-ndjson.ts';
import type { Finding } from '../../model/finding.ts';
import type { ObjectStore } from '../../model/object-store.ts';
import { memoryStore } from '../../snapshot/memory-store.ts';
import { readHistory, writeHistory } from './history.ts';
import { runKeys } from './run-keys.ts';

const tenant = 'aws/111122223333';
const text = { ja: '文', en: 'text' };
const finding = (id: string): Finding => ({
  id,
  check: 'aws-user-mfa',
  clauses: ['8.3'],
  status: 'fail',
  severity: 'high',
  resource: { provider: 'aws', account: '111122223333', region: 'global', type: 'iam-user', id: 'arn', name: 'hanako' },
  title: text,
  detail: text,
  evidence: [],
  remediation: [],
  firstSeen: '2026-11-23T00:00:00.000Z',
  lastSeen: '2026-11-23T00:00:00.000Z',
  state: 'new',
});

/** A run that finds one thing, named like the run. */
async function run(evidence: ObjectStore, runId: string): Promise<string[]> {
  const history = await readHistory(evidence, tenant, runId);
  const findings = runKeys(runId).findings(tenant);
  await evidence.put(findings, findingsNdjson([finding(`f_${runId}`)]));
  await writeHistory(evidence, { runId, findings }, history);
  return history.findings.map(({ id }) => id);
}

describe('the history of an account', () => {
  it('begins empty, and then is what the run before found', async () => {
    const evidence = memoryStore();
    expect(await run(evidence, 'one')).toEqual([]);
    expect(await run(evidence, 'two')).toEqual(['f_one']);
    expect(await run(evidence, 'three')).toEqual(['f_two']);
  });

  it('is never the run itself, however often it is tried again', async () => {
    const evidence = memoryStore();
    await run(evidence, 'one');
    expect(await run(evidence, 'two')).toEqual(['f_one']);
    expect(await run(evidence, 'two')).toEqual(['f_one']);
    expect(await run(evidence, 'two')).toEqual(['f_one']);
    expect(await run(evidence, 'three')).toEqual(['f_two']);
  });

  it('is not made up when its findings are gone or another version wrote it', async () => {
    const evidence = memoryStore();
    await writeHistory(evidence, { runId: 'one', findings: 'runs/one/lost.ndjson' }, { tenant, findings: [] });
    await expect(readHistory(evidence, tenant, 'two')).rejects.toThrow('runs/one/lost.ndjson is gone');
    await evidence.put(`state/${tenant}.json`, '{"schema":"tenken.state/9"}');
    await expect(readHistory(evidence, tenant, 'two')).rejects.toThrow('"tenken.state/9"');
  });
});
