import { stat } from 'node:fs/promises';
import { OperatorError } from '../../model/operator-error.ts';
import { evaluateStore } from '../../run/evaluate-store.ts';
import { openStore } from '../../run/open-store.ts';
import type { ExitCode } from '../exit-code.ts';
import { finishRun } from '../finish-run.ts';
import { prepareRun } from '../prepare-run.ts';
import type { ReportOptions } from '../program.ts';
import type { Terminal } from '../terminal.ts';

/** `tenken evaluate FOLDER`: everything after collect, on stored snapshot units, without any network. */
export async function evaluate(
  folder: string,
  options: ReportOptions,
  terminal: Terminal,
  argv: readonly string[],
): Promise<ExitCode> {
  const prepared = await prepareRun(options, argv, terminal.environment);
  if (!folder.startsWith('s3://')) await requireFolder(folder);
  const evaluations = await evaluateStore({ store: openStore(folder), ...prepared });
  return finishRun(evaluations, prepared, options, terminal);
}

async function requireFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory()) return;
  throw new OperatorError({
    ja: `スナップショットのフォルダー「${folder}」がありません。\`tenken scan\` が書き出した snapshot フォルダーを指定してください。`,
    en: `There is no snapshot folder "${folder}"; name the snapshot folder that \`tenken scan\` wrote.`,
  });
}
