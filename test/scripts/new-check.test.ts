import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { tenantModel } from '../../lib/evaluate/tenant-model.ts';
import { judge } from '../../lib/evaluate/judge.ts';
import type { CheckCase } from '../../lib/model/check-case.ts';
import type { Check } from '../../lib/model/check.ts';
import { snapshotSchema } from '../../lib/model/snapshot.ts';
import { defaultStandard } from '../../lib/standard/schema.ts';

const root = join(import.meta.dirname, '../..');
let copy = '';
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'tenken-scaffold-'));
  cpSync(join(root, 'checks'), join(copy, 'checks'), { recursive: true });
  for (const link of ['lib', 'node_modules', 'package.json']) symlinkSync(join(root, link), join(copy, link));
});
afterAll(() => rmSync(copy, { recursive: true }));

function newCheck(...words: string[]): SpawnSyncReturns<string> {
  const script = join(root, 'scripts/new-check.ts');
  const env = { ...process.env, TENKEN_ROOT: copy };
  return spawnSync(join(root, 'node_modules/.bin/node'), [script, ...words], { encoding: 'utf8', env });
}

it.each([
  ['aws/ec2', 'vpc-default'],
  ['azure/network', 'address-free'],
  ['entra/accounts', 'user-disabled'],
])('writes a check in %s whose cases hold as they stand', async (folder, name) => {
  expect(newCheck(`${folder}/${name}`)).toMatchObject({ status: 0, stderr: '' });
  expect(readdirSync(join(copy, 'checks', folder))).toEqual(expect.arrayContaining([`${name}.ts`, `${name}.cases.ts`]));
  const { default: check } = (await import(join(copy, 'checks', folder, `${name}.ts`))) as { default: Check };
  const { cases } = (await import(join(copy, 'checks', folder, `${name}.cases.ts`))) as { cases: CheckCase[] };
  expect(check.id).toBe(`${folder.split('/')[0]}-${name}`);
  for (const { given, expect: wanted } of cases) {
    const snapshot = {
      schema: snapshotSchema,
      unit: { provider: 'aws', account: '111122223333', region: 'ap-northeast-1' },
      collectedAt: '2026-01-01T00:00:00.000Z',
      responses: {},
      errors: [],
      ...given,
    } as const;
    const [unit] = judge(check, tenantModel([snapshot], defaultStandard), defaultStandard);
    const said = unit?.unread ? ['unknown'] : unit?.judgements.map(({ status }) => status);
    expect(said).toEqual(Object.values(wanted));
  }
});

it.each([
  ['a name that is none', ['Default VPC'], /Name the check as aws\/service\/problem/],
  ['no name', [], /Name the check as aws\/service\/problem/],
  ['a check that is there', ['aws/ec2/flow-logs'], /flow-logs\.ts exists already/],
])('refuses %s in one sentence', (_what, words, sentence) => {
  const { status, stderr } = newCheck(...words);
  expect(status).toBe(2);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stderr).toMatch(sentence);
});
