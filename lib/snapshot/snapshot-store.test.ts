import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Snapshot } from '../model/snapshot.ts';
import { folderStore } from './folder-store.ts';
import { memoryStore } from './memory-store.ts';
import { groupByTenant, readSnapshot, readSnapshots } from './read-snapshots.ts';
import { writeSnapshot } from './write-snapshot.ts';

const snapshot: Snapshot = {
  schema: 'tenken.snapshot/1',
  unit: { provider: 'aws', account: '111122223333', region: 'ap-northeast-1' },
  collectedAt: '2026-11-23T00:00:00.000Z',
  responses: { 'ec2:DescribeVpcs': { Vpcs: [] } },
  errors: [],
};

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tenken-store-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const readAll = (path: string): Promise<Snapshot[]> => Array.fromAsync(readSnapshots(folderStore(path)));

describe.each([
  ['folder', () => folderStore(folder)],
  ['memory', () => memoryStore()],
])('a %s store', (_name, open) => {
  it('gives back what was put, and undefined for what was not', async () => {
    const store = open();
    await store.put('a/b.json', 'text');
    expect(new TextDecoder().decode(await store.get('a/b.json'))).toBe('text');
    expect(await store.get('a/c.json')).toBeUndefined();
  });

  it('lists keys below a prefix in order', async () => {
    const store = open();
    for (const key of ['b/2', 'a/10', 'a/2', 'a-b']) await store.put(key, '');
    expect(await Array.fromAsync(store.list(''))).toEqual(['a-b', 'a/10', 'a/2', 'b/2']);
    expect(await Array.fromAsync(store.list('a/'))).toEqual(['a/10', 'a/2']);
  });
});

describe('a folder store', () => {
  it('refuses a key that leaves the folder', async () => {
    await expect(folderStore(folder).put('../outside', '')).rejects.toThrow('leaves the folder');
  });

  it('leaves no half-written file behind', async () => {
    await folderStore(folder).put('x', 'whole');
    expect(await readdir(folder)).toEqual(['x']);
  });

  it.skipIf(process.getuid?.() === 0)('says when it may not write', async () => {
    await chmod(folder, 0o500);
    await expect(folderStore(folder).put('x', '')).rejects.toThrow(/Cannot write .*EACCES/);
  });

  it('says when a file stands where a folder should', async () => {
    await writeFile(join(folder, 'file'), '');
    await expect(folderStore(join(folder, 'file')).put('x', '')).rejects.toThrow(/Cannot write/);
  });
});

describe('snapshots', () => {
  it('come back as they were written, packed or not', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string(), fc.jsonValue()), fc.boolean(), async (responses, gzip) => {
        const store = memoryStore();
        const written = { ...snapshot, responses: structuredClone(JSON.parse(JSON.stringify(responses))) };
        await writeSnapshot(store, written, { gzip });
        expect(await readSnapshot(store, `aws/111122223333/ap-northeast-1.json${gzip ? '.gz' : ''}`)).toEqual(written);
      }),
    );
  });

  it('give the same bytes whatever order they were collected in', async () => {
    const [one, two] = [memoryStore(), memoryStore()];
    await writeSnapshot(one, { ...snapshot, responses: { a: 1, b: 2 } }, { gzip: false });
    await writeSnapshot(two, { ...snapshot, responses: { b: 2, a: 1 } }, { gzip: false });
    const key = 'aws/111122223333/ap-northeast-1.json';
    expect(await one.get(key)).toEqual(await two.get(key));
  });

  it('are grouped by account', async () => {
    const store = memoryStore();
    for (const account of ['111122223333', '444455556666']) {
      for (const region of ['us-east-1', 'global']) {
        await writeSnapshot(store, { ...snapshot, unit: { provider: 'aws', account, region } }, { gzip: true });
      }
    }
    const groups = await Array.fromAsync(groupByTenant(store));
    expect(groups.map((group) => [group.tenant, group.snapshots.length])).toEqual([
      ['aws/111122223333', 2],
      ['aws/444455556666', 2],
    ]);
  });

  const path = 'aws/111122223333/ap-northeast-1.json';
  it.each([
    ['truncated JSON', path, JSON.stringify(snapshot).slice(0, 90), 'it is not JSON'],
    [
      'another version',
      path,
      JSON.stringify({ ...snapshot, schema: 'tenken.snapshot/2' }),
      'its schema is "tenken.snapshot/2"',
    ],
    ['a list', path, '[]', 'it is not an object'],
    ['a bad unit', path, JSON.stringify({ ...snapshot, unit: { provider: 'aws', account: '1' } }), 'its unit is not'],
    ['another unit', 'aws/111122223333/us-east-1.json', JSON.stringify(snapshot), 'which its name does not say'],
    ['no time', path, JSON.stringify({ ...snapshot, collectedAt: 'yesterday' }), 'is not an ISO 8601 time'],
    ['no responses', path, JSON.stringify({ ...snapshot, responses: [] }), 'it has no responses'],
    ['bad errors', path, JSON.stringify({ ...snapshot, errors: [{}] }), 'its errors are not'],
    ['a cut gzip', `${path}.gz`, new Uint8Array([0x1f, 0x8b, 8, 0, 0]), 'it cannot be unpacked'],
  ])('of %s are one clear error that names the file', async (_name, key, body, message) => {
    await folderStore(folder).put(key, body);
    await expect(readAll(folder)).rejects.toThrow(message);
    await expect(readAll(folder)).rejects.toThrow(key);
  });

  it('are missed where there are none', async () => {
    await expect(readAll(folder)).rejects.toThrow('There is no snapshot in');
  });
});
