import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { checkPage, checksIndex, pageName, type DocumentedCheck } from '../lib/catalogue/checks-pages.ts';
import { permissionsPage } from '../lib/catalogue/permissions-page.ts';
import { scanPolicy } from '../lib/catalogue/scan-policy.ts';
import { bundleClient } from '../lib/deliver/html/client/bundle-client.ts';
import actions from '../lib/analyse/iam/catalogue/actions.json' with { type: 'json' };
import type { CheckCase } from '../lib/model/check-case.ts';
import type { Check } from '../lib/model/check.ts';
import { locales } from '../lib/model/text.ts';
import { registerJsonSchema, standardJsonSchema } from '../lib/standard/json-schema.ts';
import { checkIndex } from './check-index.ts';

/** Writes every generated file; with `--check` writes none, and exits with 1 if one is not what it would write. */
const root = join(import.meta.dirname, '..');
const files = globSync('checks/*/**/*.ts', { cwd: root }).filter((file) => !/\.(cases|test)\.ts$|\/cases\//.test(file));
const documented = await Promise.all(files.map(load));
const checks = documented.map(({ check }) => check).toSorted((a, b) => (a.id < b.id ? -1 : 1));

const wanted: Record<string, string> = {
  'checks/index.ts': checkIndex(files),
  'lib/catalogue/scan-policy.json': JSON.stringify(scanPolicy(checks)),
  'lib/deliver/html/client.generated.ts': await bundleClient(),
  'lib/model/aws/service-prefixes.json': JSON.stringify(Object.keys(actions.services)),
  'docs/standard.schema.json': standardJsonSchema(),
  'docs/register.schema.json': registerJsonSchema(),
};
for (const locale of locales) {
  wanted[`docs/${pageName('permissions', locale)}`] = permissionsPage(checks, locale);
  wanted[`docs/checks/${pageName('README', locale)}`] = checksIndex(checks, locale);
  for (const each of documented) wanted[`docs/checks/${pageName(each.check.id, locale)}`] = checkPage(each, locale);
}

const stale: string[] = [];
for (const [file, text] of Object.entries(wanted)) {
  const path = join(root, file);
  const formatted = await format(text, { ...(await resolveConfig(path)), filepath: path });
  if (formatted === read(path)) continue;
  stale.push(file);
  if (process.argv.includes('--check')) continue;
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, formatted);
}
const surplus = globSync('docs/checks/*.md', { cwd: root }).filter((file) => !(file in wanted));
for (const file of stale) console.log(`${process.argv.includes('--check') ? 'stale' : 'wrote'} ${file}`);
for (const file of surplus) console.log(`no check writes ${file}: delete it`);
if (process.argv.includes('--check') && stale.length + surplus.length > 0) {
  console.log('Run `npm run generate` and commit what it writes.');
  process.exitCode = 1;
}

async function load(file: string): Promise<DocumentedCheck> {
  const { default: check } = (await import(join(root, file))) as { default: Check };
  const { cases } = (await import(join(root, file.replace(/\.ts$/, '.cases.ts')))) as { cases: readonly CheckCase[] };
  return { check, cases };
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
