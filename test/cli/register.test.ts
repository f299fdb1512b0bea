import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demoOrganisation } from '../../lib/demo/demo-organisation.ts';
import { unitPath } from '../../lib/model/unit.ts';
import { folderStore } from '../../lib/snapshot/folder-store.ts';
import { parseRegister } from '../../lib/standard/register/parse-register.ts';
import { startTenken, tenken, type Outcome } from './run-tenken.ts';

const example = join(import.meta.dirname, '../../register.example.yaml');

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tenken-register-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const register = (...words: string[]): Promise<Outcome> => tenken(['register', ...words], { HOME: folder });
const evaluate = (...words: string[]): Promise<Outcome> =>
  tenken(['evaluate', 'snapshot', '--allow-partial', ...words], { HOME: folder });
const rowsOf = async (file: string): Promise<ReturnType<typeof parseRegister>> =>
  parseRegister(await readFile(join(folder, file), 'utf8'), { file });

/** The demo's Azure subscriptions and Entra tenant. */
async function storeSnapshot(): Promise<void> {
  const store = folderStore(join(folder, 'snapshot'));
  for (const snapshot of demoOrganisation(new Date('2026-11-28T00:00:00Z')).snapshots) {
    if (snapshot.unit.provider === 'aws') continue;
    await store.put(`${unitPath(snapshot.unit)}.json`, JSON.stringify(snapshot));
  }
}

describe('tenken register', () => {
  it('finds nothing wrong with the example, and counts its rows', async () => {
    await copyFile(example, join(folder, 'register.yaml'));
    const { code, stdout, stderr } = await register('check', '--lang', 'ja');
    expect(stderr).toBe('');
    expect(code).toBe(0);
    expect(stdout).toContain('register.yaml: 誤りなし、5件');
    expect(stdout).toContain('条件付き承認 1');
  });

  it.each(['xlsx', 'csv'])('exports the example as %s, and imports it as it was', async (format) => {
    await copyFile(example, join(folder, 'register.yaml'));
    expect((await register('export', '-o', `sheet.${format}`, '--lang', 'ja')).code).toBe(0);
    expect((await register('import', `sheet.${format}`, '-o', 'again.yaml')).code).toBe(0);
    expect(await rowsOf('again.yaml')).toEqual(await rowsOf('register.yaml'));
  });

  it('drafts a register from a snapshot that check finds sound, and writes over nothing unasked', async () => {
    await storeSnapshot();
    const { code, stdout, stderr } = await register('init', '--from', 'snapshot');
    expect([code, stdout]).toEqual([0, '']);
    const rows = await rowsOf('register.yaml');
    expect(stderr).toContain(`Drafted rows: ${rows.length}`);
    expect(stderr).toContain('tenken register check register.yaml');
    expect((await register('check')).code).toBe(0);
    const again = await register('init', '--from', 'snapshot');
    expect([again.code, again.stderr]).toEqual([
      2,
      'register.yaml is there already; overwrite it with --force, or name another with -o.\n',
    ]);
    expect((await register('init', '--from', 'snapshot', '--force')).code).toBe(0);
  });

  it('checks and exports the rows that stand in standard.yaml', async () => {
    await writeFile(
      join(folder, 'standard.yaml'),
      'locale: ja\nregister:\n  - {id: S-1, name: n, provider: p, state: approved, keys: {aws: [s3]}}',
    );
    expect((await register('check')).stdout).toBe('standard.yaml: no errors, rows: 1 (Approved 1)\n');
    expect((await register('export', '-o', 'a.csv')).code).toBe(0);
    await writeFile(join(folder, 'standard.yaml'), 'register:\n  - {id: S-1, name: n, provider: p, state: maybe}');
    expect((await register('check')).stderr).toContain('standard.yaml:2:44 register.0.state: the state must be');
    await copyFile(example, join(folder, 'register.yaml'));
    const two = await register('check');
    expect([two.code, two.stderr]).toEqual([2, expect.stringContaining('There are two registers')]);
  });

  it('says which sheet was read', async () => {
    await copyFile(example, join(folder, 'register.yaml'));
    await register('export', '-o', 'sheet.xlsx', '--lang', 'ja');
    expect((await register('check', 'sheet.xlsx')).stdout).toContain(
      'sheet.xlsx [承認済みクラウドサービス台帳]: no errors, rows: 5',
    );
  });

  it('says what a snapshot in S3 lacks', async () => {
    const { code, stderr } = await register('init', '--from', 's3://bucket/snapshot', '--lang', 'ja');
    expect([code, stderr]).toEqual([2, expect.stringContaining('環境変数 AWS_REGION')]);
  });

  it('refuses what is no register, with exit code 2', async () => {
    await mkdir(join(folder, 'folder.xlsx'));
    await writeFile(join(folder, 'empty.csv'), '');
    await writeFile(join(folder, 'book.csv'), 'PK\u0003\u0004');
    await writeFile(join(folder, 'huge.csv'), new Uint8Array(33 * 2 ** 20));
    for (const [file, says] of [
      ['folder.xlsx', 'Cannot read the register folder.xlsx (EISDIR)'],
      ['empty.csv', 'empty.csv has no row of titles'],
      ['book.csv', 'is an Excel workbook'],
      ['huge.csv', 'larger than 32 MiB'],
    ] as const)
      expect(await register('check', file)).toMatchObject({ code: 2, stderr: expect.stringContaining(says) });
  });

  it('says what is wrong, and what to do, with exit code 2', async () => {
    await writeFile(join(folder, 'register.yaml'), '- {id: S-1, keys: {aws: [s4]}}');
    const wrong = await register('check');
    expect([wrong.code, wrong.stdout]).toEqual([2, '']);
    expect(wrong.stderr).toContain('register.yaml:1:3 0: it lacks name, provider, state');
    await rm(join(folder, 'register.yaml'));
    expect((await register('check')).stderr).toContain('There is no register.yaml here');
    expect((await register('init', '--from', 'nowhere')).stderr).toContain('There is no snapshot folder "nowhere"');
    expect((await register('export', 'a.yaml', '-o', 'a.pdf')).stderr).toContain('must end in .xlsx or .csv');
    expect((await register('init')).code).toBe(2);
    expect((await startTenken(['register', 'init', '--help', '--lang', 'ja']).outcome).stdout).toContain(
      '下書きを作成',
    );
  });
});

describe('a run', () => {
  beforeEach(storeSnapshot);

  it('is held against the register that is named', async () => {
    await writeFile(join(folder, 'wrong.yaml'), '- {}');
    const named = await evaluate('--register', 'wrong.yaml', '--out', 'out');
    expect([named.code, named.stderr]).toEqual([2, expect.stringContaining('wrong.yaml:1:3 0: it lacks id')]);
  });

  it('finds the register beside its standard, and refuses two', async () => {
    await mkdir(join(folder, 'group'));
    await writeFile(join(folder, 'group/standard.yaml'), 'register: [{id: a, name: n, provider: p, state: approved}]');
    await copyFile(example, join(folder, 'group/register.yaml'));
    const two = await evaluate('--standard', 'group/standard.yaml', '--out', 'out');
    expect(two.code).toBe(2);
    expect(two.stderr).toContain('There are two registers, group/standard.yaml (register:) and group/register.yaml');
  });

  it('keeps to the standard of the scan, which has its register, whatever lies about', async () => {
    await writeFile(
      join(folder, 'snapshot/standard.yaml'),
      'register: [{id: a, name: n, provider: p, state: approved}]',
    );
    await writeFile(join(folder, 'register.yaml'), '- {}');
    await writeFile(join(folder, 'snapshot/register.yaml'), '- {}');
    expect((await evaluate('--out', 'out')).code).toBe(0);
  });
});
