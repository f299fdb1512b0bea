import { readFile } from 'node:fs/promises';
import type { Check } from '../model/check.ts';
import type { Finding } from '../model/finding.ts';
import { OperatorError } from '../model/operator-error.ts';
import type { Standard } from '../model/standard.ts';
import type { Locale } from '../model/text.ts';
import { parseFindings } from '../deliver/ndjson/findings-ndjson.ts';
import { loadStandardAndRegister } from '../standard/register/load-standard-and-register.ts';
import { readRegister } from '../standard/register/read-register.ts';
import { parseStandard } from '../standard/parse-standard.ts';
import { checks as allChecks } from '../../checks/index.ts';
import { askedLocale, chooseLocale } from './choose-locale.ts';
import type { ReportOptions } from './program.ts';
import type { Terminal } from './terminal.ts';

/** What every run needs before it starts: nothing of it touches a cloud. */
export interface Prepared {
  readonly standard: Standard;
  readonly checks: readonly Check[];
  readonly previous: readonly Finding[];
  /** `--lang`, else the standard's, else the environment's. */
  readonly locale: Locale;
}

/** A standard that comes with what is judged. */
export interface OwnStandard {
  /** YAML. */
  readonly text: string;
  /** What errors call it. */
  readonly file: string;
}

/**
 * Reads the standard (or takes `own` where no file is named) with its register, the previous findings and the choice of
 * checks. Throws OperatorError for what is wrong in them.
 */
export async function prepareRun(
  options: Partial<ReportOptions>,
  argv: readonly string[],
  environment: Terminal['environment'],
  own?: OwnStandard,
): Promise<Prepared> {
  const known = { checks: allChecks.map((check) => check.id), locale: chooseLocale(argv, environment) };
  const standard =
    own === undefined || options.standard !== undefined
      ? await loadStandardAndRegister(options, known)
      : await ownWithRegister(parseStandard(own.text, { ...known, file: own.file }), options.register);
  return {
    standard,
    checks: chooseChecks(options.checks, standard),
    previous: options.previous ? await readFindings(options.previous) : [],
    locale: askedLocale(argv) ?? standard.locale,
  };
}

/** A snapshot's standard holds the register of that day: whoever names another wants to see what changes. */
async function ownWithRegister(standard: Standard, register: string | undefined): Promise<Standard> {
  return register === undefined ? standard : { ...standard, register: (await readRegister(register)).rows };
}

function chooseChecks(asked: readonly string[] | undefined, standard: Standard): readonly Check[] {
  const known = new Set(allChecks.map((check) => check.id));
  const unknown = asked?.filter((id) => !known.has(id)) ?? [];
  if (unknown.length > 0) {
    throw new OperatorError({
      ja: `--checks の「${unknown.join(', ')}」という検査はありません。\`tenken checks list\` で一覧を確認してください。`,
      en: `--checks: there is no check "${unknown.join(', ')}"; \`tenken checks list\` names them all.`,
    });
  }
  return allChecks.filter((check) => (asked ? asked.includes(check.id) : !standard.disabledChecks.includes(check.id)));
}

async function readFindings(file: string): Promise<readonly Finding[]> {
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new OperatorError(
      {
        ja: `--previous のファイル「${file}」を読めません。前回の findings.ndjson を指定してください。`,
        en: `--previous: cannot read "${file}"; name the findings.ndjson of an earlier run.`,
      },
      { cause },
    );
  });
  return parseFindings(text, file);
}
