import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { awsIam } from './aws-iam.ts';
import { awsIamStale } from './aws-iam-stale.ts';
import { awsIamTrust } from './aws-iam-trust.ts';
import { awsNetwork } from './aws-network.ts';
import { azure } from './azure.ts';
import { entra } from './entra.ts';
import type { CaseFile, Comparison } from './case-file.ts';

/**
 * Runs worked cases through the product: `npm run cases -- [FOLDER]`. Prints for each file how many comparisons agree,
 * and every miss with its reason; exits with 1 on any miss, with 2 when there is nothing to run.
 */
const known: readonly CaseFile[] = [awsIam, awsIamTrust, awsIamStale, awsNetwork, azure, entra];
const folder = resolve(process.argv[2] ?? join(import.meta.dirname, '../../../shared/cases'));

if (!existsSync(folder)) stop(`There is no folder ${folder}; name the folder that holds the case files.`);
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .toSorted();
if (files.length === 0) stop(`${folder} holds no case file (*.json).`);

let missed = 0;
for (const file of files) {
  const runner = known.find((each) => each.file === file);
  if (!runner) {
    process.stdout.write(`${file}: not run (no runner knows this file)\n`);
    continue;
  }
  const { cases } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as {
    readonly cases: readonly { readonly id: string }[];
  };
  const results = cases.map((example) => ({ id: example.id, comparisons: attempt(runner, example) }));
  const misses = results.flatMap(({ id, comparisons }) =>
    comparisons.filter(({ expected, found }) => expected !== found).map((miss) => ({ id, ...miss })),
  );
  const total = results.flatMap(({ comparisons }) => comparisons).length;
  const agreed = cases.length - new Set(misses.map(({ id }) => id)).size;
  process.stdout.write(
    `${file}: ${agreed}/${cases.length} cases agree (${total - misses.length}/${total} comparisons)\n`,
  );
  for (const { id, about, expected, found, reason } of misses) {
    process.stdout.write(
      `  ${id} ${about}: expected ${expected || 'nothing'}, found ${found || 'nothing'} (${reason})\n`,
    );
  }
  missed += misses.length;
}
process.exitCode = missed > 0 ? 1 : 0;

/** A case that cannot be run is a miss, and the others still run. */
function attempt(runner: CaseFile, example: unknown): readonly Comparison[] {
  try {
    return runner.compare(example);
  } catch (error) {
    return [
      {
        about: 'the case',
        expected: 'a verdict',
        found: 'an error',
        reason: error instanceof Error ? error.message : String(error),
      },
    ];
  }
}

function stop(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}
