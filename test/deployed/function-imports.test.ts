import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** The files of this project that a function's bundle holds, and the packages that it names. */
async function contentsOf(step: string): Promise<{ files: readonly string[]; packages: readonly string[] }> {
  const { metafile } = await build({
    entryPoints: [join(root, `functions/${step}/handler.ts`)],
    absWorkingDir: root,
    bundle: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    metafile: true,
    write: false,
    outfile: 'handler.mjs',
  });
  const { imports, inputs } = metafile.outputs['handler.mjs'] ?? { imports: [], inputs: {} };
  return { files: Object.keys(inputs), packages: imports.map(({ path }) => path) };
}

it.each(['plan', 'scan', 'conclude', 'scan-entra'])('of the step %s leave the clients of Azure out', async (step) => {
  const { files, packages } = await contentsOf(step);
  expect(files.length).toBeGreaterThan(50);
  expect(files.filter((file) => file.startsWith('lib/collect/azure/'))).toEqual([]);
  expect(packages.filter((name) => name.startsWith('@azure/arm-'))).toEqual([]);
});

it('of the step scan-azure have the clients of Azure, and not the collector of AWS', async () => {
  const { files, packages } = await contentsOf('scan-azure');
  expect(files).toContain('lib/collect/azure/collect-subscription.ts');
  expect(files.filter((file) => file.startsWith('lib/collect/aws/'))).toEqual([]);
  expect(packages.filter((name) => name.startsWith('@azure/arm-'))).not.toEqual([]);
});
