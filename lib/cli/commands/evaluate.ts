import { evaluateStore } from '../../run/evaluate-store.ts';
import { openStore } from '../../run/open-store.ts';
import type { ExitCode } from '../exit-code.ts';
import { standardFile } from '../standard-file.ts';
import { finishRun } from '../finish-run.ts';
import { prepareRun } from '../prepare-run.ts';
import { requireFolder } from '../require-folder.ts';
import type { ReportOptions } from '../program.ts';
import type { Terminal } from '../terminal.ts';

/**
 * `tenken evaluate FOLDER`: everything after collect, on stored snapshot units, without any network. Without `--standard`
 * it holds them against the standard that the scan kept beside them, so that the findings are the same to the byte.
 */
export async function evaluate(
  folder: string,
  options: ReportOptions,
  terminal: Terminal,
  argv: readonly string[],
): Promise<ExitCode> {
  await requireFolder(folder);
  const store = openStore(folder);
  const kept = await store.get(standardFile);
  const own = kept && { text: new TextDecoder().decode(kept), file: `${store.location}/${standardFile}` };
  const prepared = await prepareRun(options, argv, terminal.environment, own);
  if (own && options.standard === undefined) {
    terminal.error(
      {
        ja: `点検時の基準 ${own.file} に照らします(--standard で変更できます)。\n`,
        en: `Held against the standard of the scan, ${own.file}; --standard names another.\n`,
      }[prepared.locale],
    );
  }
  const evaluations = await evaluateStore({ store, ...prepared });
  return finishRun(evaluations, prepared, options, terminal);
}
