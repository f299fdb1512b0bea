import { extname } from 'node:path';
import { OperatorError } from '../../model/operator-error.ts';
import { registerStates, type RegisterEntry } from '../../model/register.ts';
import type { ServiceUse } from '../../model/services/service-use.ts';
import type { Locale, Text } from '../../model/text.ts';
import { openStore } from '../../run/open-store.ts';
import { servicesInUse } from '../../run/services-in-use.ts';
import { parseStandard } from '../../standard/parse-standard.ts';
import { draftRegister } from '../../standard/register/draft-register.ts';
import { formatRegister } from '../../standard/register/format-register.ts';
import { usualRegister } from '../../standard/register/load-standard-and-register.ts';
import { overlapWarnings } from '../../standard/register/overlap-warnings.ts';
import { readRegister } from '../../standard/register/read-register.ts';
import { stateWords } from '../../standard/register/register-words.ts';
import { writeSheet } from '../../standard/register/write-sheet.ts';
import { checks } from '../../../checks/index.ts';
import type { RegisterOutput } from '../register-program.ts';
import { requireFolder } from '../require-folder.ts';
import { standardFile } from '../standard-file.ts';
import type { Terminal } from '../terminal.ts';
import { writeNewFile } from '../write-new-file.ts';

/** `tenken register init`: drafts rows from what a stored snapshot shows in use. Nothing of it is approved yet. */
export async function initRegister(
  { from, out, force }: RegisterOutput & { readonly from: string },
  terminal: Terminal,
  locale: Locale,
): Promise<void> {
  requireFormat(out, ['.yaml', '.yml']);
  await requireFolder(from);
  const store = openStore(from);
  const kept = await store.get(standardFile);
  const standard = parseStandard(kept ? new TextDecoder().decode(kept) : '', {
    file: `${store.location}/${standardFile}`,
    checks: checks.map(({ id }) => id),
  });
  const uses = await servicesInUse(store, standard);
  const rows = draftRegister(uses, { locale });
  if (rows.length === 0) throw nothingInUse(from);
  await writeNewFile(out, formatRegister(rows), force);
  terminal.error(`${drafted(rows, uses, out)[locale]}\n`);
}

/**
 * `tenken register check`: says all that is wrong, or on stdout how many rows there are of which state, and on stderr which
 * rows hold where several speak of one service.
 */
export async function checkRegister(named: string | undefined, terminal: Terminal, locale: Locale): Promise<void> {
  const file = await usualFile(named);
  const { rows, source } = await readRegister(file, { mayBeStandard: true });
  for (const warning of overlapWarnings(rows)) terminal.error(`${warning[locale]}\n`);
  const states = registerStates
    .map((state) => ({ words: stateWords[state], count: rows.filter((row) => row.state === state).length }))
    .filter(({ count }) => count > 0)
    .map(({ words, count }) => `${words[locale]} ${count}`);
  const text = { ja: `${source}: 誤りなし、${rows.length}件`, en: `${source}: no errors, rows: ${rows.length}` };
  terminal.out(`${text[locale]} (${states.join(', ')})\n`);
}

/** `tenken register export`: the register as a workbook or CSV, for people. */
export async function exportRegister(
  named: string | undefined,
  { out, force }: RegisterOutput,
  terminal: Terminal,
  locale: Locale,
): Promise<void> {
  requireFormat(out, ['.xlsx', '.csv']);
  const file = await usualFile(named);
  const { rows, source } = await readRegister(file, { mayBeStandard: true });
  await writeNewFile(out, await spreadsheet(rows, out, locale), force);
  terminal.error(`${written(rows.length, source, out)[locale]}\n`);
}

/** `tenken register import`: a workbook or CSV as register.yaml. */
export async function importRegister(
  file: string,
  { out, force }: RegisterOutput,
  terminal: Terminal,
  locale: Locale,
): Promise<void> {
  requireFormat(file, ['.xlsx', '.csv', '.tsv']);
  requireFormat(out, ['.yaml', '.yml']);
  const { rows, source } = await readRegister(file);
  await writeNewFile(out, formatRegister(rows), force);
  terminal.error(`${written(rows.length, source, out)[locale]}\n`);
}

async function spreadsheet(rows: readonly RegisterEntry[], out: string, locale: Locale): Promise<Uint8Array> {
  const cells = writeSheet(rows, locale);
  if (extname(out).toLowerCase() === '.csv') {
    const { writeCsv } = await import('../../standard/register/csv.ts');
    return writeCsv(cells);
  }
  const { writeXlsx } = await import('../../standard/register/write-xlsx.ts');
  return writeXlsx(cells, locale);
}

async function usualFile(named: string | undefined): Promise<string> {
  const file = named ?? (await usualRegister('standard.yaml'));
  if (file !== undefined) return file;
  throw new OperatorError({
    ja: 'register.yaml がここにありません。台帳のファイルを指定するか、`tenken register init --from out/snapshot` で下書きを作成してください。',
    en: 'There is no register.yaml here; name a register, or draft one with `tenken register init --from out/snapshot`.',
  });
}

function requireFormat(file: string, extensions: readonly string[]): void {
  if (extensions.includes(extname(file).toLowerCase())) return;
  throw new OperatorError({
    ja: `「${file}」の拡張子は ${extensions.join('、')} のいずれかにしてください。`,
    en: `The name of ${file} must end in ${extensions.join(' or ')}.`,
  });
}

function drafted(rows: readonly RegisterEntry[], uses: readonly ServiceUse[], out: string): Text {
  const places = new Set(uses.map(({ provider, account }) => `${provider} ${account}`)).size;
  return {
    ja: `${places}件のアカウント・テナントの利用状況から${rows.length}件を下書きし、${out} に書き出しました。各行を確認してから、次を実行してください: tenken register check ${out}`,
    en: `Drafted rows: ${rows.length}, from accounts and tenants: ${places}, to ${out}. Review each row, then run: tenken register check ${out}`,
  };
}

function written(count: number, source: string, out: string): Text {
  return {
    ja: `${source} の${count}件を ${out} に書き出しました。`,
    en: `Wrote rows: ${count}, of ${source}, to ${out}.`,
  };
}

function nothingInUse(from: string): OperatorError {
  return new OperatorError({
    ja: `「${from}」には台帳に載せる利用中のサービスが見つかりません。対象のクラウドを \`tenken scan\` で点検してからもう一度実行してください。`,
    en: `${from} shows no service in use that a register would name; scan your clouds with \`tenken scan\`, then try again.`,
  });
}
