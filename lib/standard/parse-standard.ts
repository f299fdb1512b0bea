import type { Standard } from '../model/standard.ts';
import type { Locale, Text } from '../model/text.ts';
import { describeIssue } from './describe-issue.ts';
import { nearest } from './nearest.ts';
import { headingOf, refusal, type Complaint } from './refusal.ts';
import { checkRows } from './register/check-rows.ts';
import { complaintsOfYaml } from './register/yaml-complaints.ts';
import { standardSchema } from './schema.ts';
import { readYaml, type YamlSource } from './yaml-source.ts';

/** What the standard may refer to, and the language that holds where it names none. */
export interface Known {
  /** Ids of the checks that exist. */
  readonly checks: readonly string[];
  readonly locale?: Locale;
}

/** What errors call the standard. */
export const theStandard = { ja: '基準書の設定(行:列の順)', en: 'The standard' };

/**
 * Parses and validates standard.yaml. Throws one OperatorError that lists everything wrong in it, each with file, line
 * and column, and what is allowed.
 */
export function parseStandard(text: string, options: Known & { readonly file: string }): Standard {
  const source = readYaml(text, { file: options.file, what: theStandard });
  const written = source.written ?? {};
  const result = standardSchema.safeParse(withLocale(written, options.locale), { reportInput: true });
  const complaints: Complaint[] = [];
  for (const issue of result.error?.issues ?? []) {
    // Rows of the register are told of below, with what is wrong between them.
    if (issue.path[0] === 'register' && issue.path.length > 1) continue;
    complaints.push(() => located(source.placeOfIssue(issue), describeIssue(issue, standardSchema)));
  }
  complaints.push(...complaintsOfYaml(checkRows(inlineRows(written)).problems, source, ['register']));
  if (result.success) complaints.push(...strangers(result.data, options.checks, source));
  if (!result.success || complaints.length > 0) throw refusal(headingOf(theStandard, complaints.length), complaints);
  return result.data;
}

function withLocale(written: unknown, locale: Locale | undefined): unknown {
  if (!locale || typeof written !== 'object' || written === null || Array.isArray(written)) return written;
  return { locale, ...written };
}

function inlineRows(written: unknown): readonly unknown[] {
  const rows = typeof written === 'object' && written !== null && 'register' in written ? written.register : undefined;
  return Array.isArray(rows) ? rows : [];
}

/** Checks that the standard names and that do not exist. */
function strangers(standard: Standard, known: readonly string[], source: YamlSource): Complaint[] {
  const named = [
    ...standard.disabledChecks.map((id, index) => ({ path: ['disabledChecks', index], id })),
    ...standard.exceptions.flatMap((exception, at) =>
      exception.checks.map((id, index) => ({ path: ['exceptions', at, 'checks', index], id })),
    ),
  ];
  return named
    .filter(({ id }) => !known.includes(id))
    .map(
      ({ path, id }) =>
        () =>
          located(`${source.placeOf(path)} ${path.join('.')}:`, unknownCheck(id, known)),
    );
}

function unknownCheck(id: string, known: readonly string[]): Text {
  const hint = nearest(id, known);
  return {
    ja: `「${id}」という検査はありません。${hint ? `「${hint}」のことですか` : '`tenken checks list` で一覧を表示できます'}`,
    en: `there is no check "${id}"${hint ? `; did you mean "${hint}"?` : '; `tenken checks list` names them all'}`,
  };
}

function located(place: string, text: Text): Text {
  return { ja: `${place} ${text.ja}`, en: `${place} ${text.en}` };
}
