import { join } from 'node:path';
import { neededOperations } from '../../run/needed-operations.ts';
import { openStore } from '../../run/open-store.ts';
import { prefixedStore } from '../../run/prefixed-store.ts';
import { scanEverything } from '../../run/scan-everything.ts';
import { removeFolder } from '../../snapshot/folder-store.ts';
import { exitCode, type ExitCode } from '../exit-code.ts';
import { finishRun } from '../finish-run.ts';
import { prepareRun, type OwnStandard } from '../prepare-run.ts';
import type { ScanOptions } from '../program.ts';
import { progressReporter } from '../progress-reporter.ts';
import type { Terminal } from '../terminal.ts';
import { formatStandard } from '../../standard/format-standard.ts';
import { standardFile } from '../standard-file.ts';
import { chooseScope } from '../choose-tenants.ts';

/** `tenken scan`: collects, keeps the snapshot under `OUT/snapshot`, evaluates and writes the report to `OUT`. */
export async function scan(
  options: ScanOptions,
  terminal: Terminal,
  argv: readonly string[],
  ownStandard?: OwnStandard,
): Promise<ExitCode> {
  const prepared = await prepareRun(options, argv, terminal.environment, ownStandard);
  const interruption = new AbortController();
  const stopListening = terminal.onInterrupt(() => interruption.abort());
  const progress = progressReporter(terminal, prepared.locale);
  const store = prefixedStore(openStore(options.out), 'snapshot/');
  try {
    const evaluations = await scanEverything({
      ...chooseScope(options, prepared.standard, terminal.environment),
      graphEndpoint: terminal.environment['TENKEN_GRAPH_ENDPOINT'],
      armEndpoint: terminal.environment['TENKEN_ARM_ENDPOINT'],
      checks: prepared.checks,
      standard: prepared.standard,
      store,
      ...(options.checks && { operations: neededOperations(prepared.checks) }),
      ...(options.billing && { billing: true }),
      readEmptyRegions: options.emptyRegions ?? false,
      clock: terminal.now,
      signal: interruption.signal,
      onProgress: progress.onProgress,
      // A snapshot of an earlier scan in the same folder must not be taken for a part of this one.
      onReady: async () => {
        if (!options.out.startsWith('s3://'))
          for (const provider of ['aws', 'azure', 'entra']) await removeFolder(join(options.out, 'snapshot', provider));
        await store.put(standardFile, formatStandard(prepared.standard), 'application/yaml');
      },
    });
    progress.finish();
    const code = await finishRun(evaluations, prepared, options, terminal);
    return interruption.signal.aborted ? exitCode.interrupted : code;
  } catch (error) {
    if (!interruption.signal.aborted) throw error;
    terminal.error({ ja: '中断しました。\n', en: 'Interrupted.\n' }[prepared.locale]);
    return exitCode.interrupted;
  } finally {
    stopListening();
  }
}
