import { code, element, multiline, named } from './element.ts';
import { copyButton } from './copy-button.ts';
import { count, say, table, type Page } from './page.ts';

const shown = 500;

/** What could not be read, and the permissions that would mend it. */
export function gapsView(page: Page): HTMLElement {
  const { gaps, operations } = page.data;
  const note = say(page, 'gapsNote', { read: operations.read, n: gaps.length, skipped: operations.skipped });
  if (gaps.length === 0) {
    const good = element('p', { class: 'notice good' }, say(page, 'noGaps'));
    return element('div', { class: 'page' }, good, note, ...leftOut(page));
  }
  const permissions = [...new Set(gaps.flatMap((gap) => gap.permission ?? []))].toSorted();
  return element(
    'div',
    { class: 'page' },
    element('p', {}, note),
    permissions.length > 0 && element('h2', {}, say(page, 'missing')),
    permissions.length > 0 && copyable(page, permissions.join('\n')),
    element('h2', {}, say(page, 'gaps')),
    gapTable(page, shown),
    gaps.length > shown && element('p', { class: 'quiet' }, say(page, 'cut', { n: shown, file: 'coverage.json' })),
    ...leftOut(page),
  );
}

/** What the scan chose not to ask about, which is no gap. */
function leftOut(page: Page): readonly HTMLElement[] {
  const { left } = page.data;
  if (left.length === 0) return [];
  const rows = left.map((each) => [named(each.unit), code(each.operation), count(each.left)]);
  return [
    element('h2', {}, say(page, 'left')),
    element('p', { class: 'quiet' }, say(page, 'leftNote')),
    table([say(page, 'unit'), say(page, 'operation'), `#${say(page, 'leftCount')}`], rows),
  ];
}

/** The first `limit` operations that could not be read. */
export function gapTable(page: Page, limit: number): HTMLElement {
  return table(
    [say(page, 'unit'), say(page, 'operation'), say(page, 'reason'), say(page, 'permission'), say(page, 'affects')],
    page.data.gaps
      .slice(0, limit)
      .map((gap) => [
        named(gap.unit),
        code(gap.operation),
        element(
          'span',
          {},
          named(gap.reason ?? ''),
          gap.message ? element('small', {}, named(gap.message)) : undefined,
        ),
        gap.permission === undefined ? '' : code(gap.permission),
        named((gap.checks ?? []).join(', ')),
      ]),
  );
}

function copyable(page: Page, text: string): HTMLElement {
  return element('div', { class: 'command' }, element('pre', {}, multiline(text)), copyButton(page, text));
}
