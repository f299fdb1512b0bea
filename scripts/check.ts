import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** `npm run check`: everything that must hold before a commit. Runs all steps, and shows the output of those that fail. */
const root = join(import.meta.dirname, '..');
const steps: readonly (readonly [string, readonly string[]])[] = [
  ['types', ['tsc', '--noEmit']],
  ['lint', ['oxlint', '--type-aware']],
  ['format', ['prettier', '--check', '--log-level', 'warn', '.']],
  ['generated files', ['node', 'scripts/generate.ts', '--check']],
  ['dead code', ['knip']],
  ['tests', ['vitest', 'run']],
];

let failed = 0;
for (const [name, [program = '', ...words]] of steps) {
  const started = performance.now();
  const result = spawnSync(join(root, 'node_modules/.bin', program), words, { cwd: root, encoding: 'utf8' });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${result.status === 0 ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`);
  if (result.status === 0) continue;
  failed += 1;
  console.log(result.stdout + result.stderr);
}
process.exitCode = failed > 0 ? 1 : 0;
