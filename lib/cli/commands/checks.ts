import type { Check } from '../../model/check.ts';
import { OperatorError } from '../../model/operator-error.ts';
import { severityText } from '../../model/severity.ts';
import type { Locale } from '../../model/text.ts';
import type { Terminal } from '../terminal.ts';
import { permissionsOf } from '../../catalogue/permissions.ts';
import { checks } from '../../../checks/index.ts';

/** `tenken checks list`: one line a check, tab separated: id, clauses, severity, title. */
export function listChecks(terminal: Terminal, locale: Locale): void {
  for (const check of checks) {
    terminal.out(`${[check.id, check.clauses.join(','), check.severity, check.title[locale]].join('\t')}\n`);
  }
}

/** `tenken checks show ID`: all that the check says of itself. */
export function showCheck(id: string, terminal: Terminal, locale: Locale): void {
  const check = checks.find((each) => each.id === id);
  if (!check) {
    throw new OperatorError({
      ja: `検査「${id}」はありません。\`tenken checks list\` で一覧を確認してください。`,
      en: `There is no check "${id}"; \`tenken checks list\` names them all.`,
    });
  }
  terminal.out(`${describe(check, locale)}\n`);
}

function describe(check: Check, locale: Locale): string {
  const heading = {
    ja: { clauses: '条項', severity: '重大度', why: '理由', fix: '是正', permissions: '必要な権限' },
    en: { clauses: 'Clauses', severity: 'Severity', why: 'Why', fix: 'Fix', permissions: 'Permissions' },
  }[locale];
  return [
    `${check.id}: ${check.title[locale]}`,
    '',
    `${heading.clauses}: ${check.clauses.join(', ')}`,
    `${heading.severity}: ${severityText[check.severity][locale]}`,
    `${heading.permissions}: ${permissionsOf(check).join(', ')}`,
    '',
    `${heading.why}: ${check.why[locale]}`,
    '',
    `${heading.fix}: ${check.fix[locale]}`,
  ].join('\n');
}
