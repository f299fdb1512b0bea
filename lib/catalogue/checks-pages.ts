import type { CheckCase } from '../model/check-case.ts';
import type { Check } from '../model/check.ts';
import { severityText } from '../model/severity.ts';
import type { Locale, Text } from '../model/text.ts';
import { clauses } from '../standard/clauses.ts';
import { permissionsOf } from './permissions.ts';

/** A check and its cases. */
export interface DocumentedCheck {
  readonly check: Check;
  readonly cases: readonly CheckCase[];
}

const words = {
  title: { ja: '検査の一覧', en: 'The checks' },
  generated: {
    ja: 'このページは `npm run generate` で検査から生成されます。',
    en: 'This page is generated from the checks by `npm run generate`.',
  },
  check: { ja: '検査', en: 'Check' },
  clauses: { ja: '条項', en: 'Clauses' },
  severity: { ja: '重大度', en: 'Severity' },
  problem: { ja: '問題', en: 'Problem' },
  why: { ja: '理由', en: 'Why' },
  fix: { ja: '是正', en: 'Fix' },
  permissions: { ja: '必要な権限', en: 'Permissions' },
  examples: { ja: '例', en: 'Examples' },
  example: { ja: '状況', en: 'Situation' },
  verdict: { ja: '判定', en: 'Verdict' },
  none: { ja: '対象なし', en: 'nothing to judge' },
  fail: { ja: '不適合', en: 'fail' },
  pass: { ja: '適合', en: 'pass' },
  unknown: { ja: '確認不能', en: 'unknown' },
} satisfies Record<string, Text>;

/** The file name of a page in a language: Japanese pages end in `.ja.md`. */
export function pageName(name: string, locale: Locale): string {
  return locale === 'ja' ? `${name}.ja.md` : `${name}.md`;
}

/** docs/checks/README.md: all checks in one table. */
export function checksIndex(checks: readonly Check[], locale: Locale): string {
  const head = [words.check, words.problem, words.clauses, words.severity].map((word) => word[locale]);
  const rows = checks.map(({ id, title, clauses: numbers, severity }) => [
    `[${id}](${pageName(id, locale)})`,
    title[locale],
    numbers.join(', '),
    severityText[severity][locale],
  ]);
  return [`# ${words.title[locale]}`, words.generated[locale], table(head, rows), ''].join('\n\n');
}

/** docs/checks/ID.md: what a check says, needs, and does in every one of its cases. */
export function checkPage({ check, cases }: DocumentedCheck, locale: Locale): string {
  const say = (word: keyof typeof words): string => words[word][locale];
  const clauseLines = check.clauses.map((number) => {
    const text = clauses.find((clause) => clause.number === number)?.text[locale];
    return `- ${number}: ${text}`;
  });
  return [
    `# ${check.id}`,
    `**${check.title[locale]}**`,
    `${say('severity')}: ${severityText[check.severity][locale]}`,
    `## ${say('why')}`,
    check.why[locale],
    `## ${say('fix')}`,
    check.fix[locale],
    `## ${say('clauses')}`,
    clauseLines.join('\n'),
    `## ${say('permissions')}`,
    permissionsOf(check)
      .map((action) => `- \`${action}\``)
      .join('\n'),
    `## ${say('examples')}`,
    table(
      [say('example'), say('verdict')],
      cases.map((each) => [each.name[locale], verdicts(each, locale)]),
    ),
    '',
  ].join('\n\n');
}

function verdicts({ expect }: CheckCase, locale: Locale): string {
  const said = Object.entries(expect).map(([name, verdict]) => `\`${name}\`: ${words[verdict][locale]}`);
  return said.length > 0 ? said.join('<br>') : words.none[locale];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', String.raw`\|`)).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
