import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadStandardAndRegister, type StandardFiles } from './load-standard-and-register.ts';
import { writeCsv } from './csv.ts';
import { writeXlsx } from './write-xlsx.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tenken-register-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const put = (name: string, body: string | Uint8Array): Promise<void> => writeFile(join(folder, name), body);
const ids = async (files: StandardFiles): Promise<string[]> => {
  const paths = Object.fromEntries(Object.entries(files).map(([key, name]) => [key, join(folder, String(name))]));
  return (await loadStandardAndRegister(paths, { checks: [] })).register.map(({ id }) => id);
};
const row = (id: string): string => `- {id: ${id}, name: n, provider: p, state: approved}\n`;
const cells = [
  ['ID', 'Service', 'Provider', 'State'],
  ['X', 'n', 'p', 'approved'],
];

describe('the standard with its register', () => {
  it('has none where nobody keeps one', async () => {
    await put('standard.yaml', 'locale: ja');
    expect(await ids({ standard: 'standard.yaml' })).toEqual([]);
  });

  it.each(['register.yaml', 'register.yml'])('finds %s beside the standard', async (name) => {
    await put('standard.yaml', 'locale: ja');
    await put(name, row('A'));
    expect(await ids({ standard: 'standard.yaml' })).toEqual(['A']);
  });

  it('takes the file that is named, of any format, and not the one beside', async () => {
    await put('standard.yaml', '');
    await put('register.yaml', row('A'));
    await put('other.yaml', row('B'));
    await put('other.csv', writeCsv(cells));
    await put('other.xlsx', await writeXlsx(cells, 'en'));
    expect(await ids({ standard: 'standard.yaml', register: 'other.yaml' })).toEqual(['B']);
    expect(await ids({ standard: 'standard.yaml', register: 'other.csv' })).toEqual(['X']);
    expect(await ids({ standard: 'standard.yaml', register: 'other.xlsx' })).toEqual(['X']);
  });

  it('keeps rows of its own, and refuses a second register', async () => {
    await put('standard.yaml', `register:\n${row('I')}`);
    expect(await ids({ standard: 'standard.yaml' })).toEqual(['I']);
    await put('register.yaml', row('A'));
    await expect(ids({ standard: 'standard.yaml' })).rejects.toThrow(
      `There are two registers, ${join(folder, 'standard.yaml')} (register:) and ${join(folder, 'register.yaml')}`,
    );
    await put('standard.yaml', '');
    await put('register.yml', row('B'));
    await expect(ids({ standard: 'standard.yaml' })).rejects.toThrow('There are two registers');
  });

  it('refuses a file that is missing, or of another kind', async () => {
    await put('standard.yaml', '');
    await expect(ids({ standard: 'standard.yaml', register: 'none.yaml' })).rejects.toThrow('ENOENT');
    await expect(ids({ standard: 'standard.yaml', register: 'a.ods' })).rejects.toThrow('of no known format');
  });
});
