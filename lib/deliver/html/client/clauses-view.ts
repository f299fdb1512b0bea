import { findingStates } from '../../../model/finding.ts';
import { clauseName } from '../../wording/words.ts';
import type { ClauseData } from '../report-data.ts';
import { element } from './element.ts';
import { count, local, say, type Page } from './page.ts';
import { isFailing, stands } from './selection.ts';
import { noConditions } from './view-state.ts';

/** What the checks say of one clause. `judged` is false where no check looks at it. */
export interface ClauseResult {
  readonly clause: ClauseData;
  readonly judged: boolean;
  readonly fail: number;
  readonly unknown: number;
  readonly excepted: number;
  readonly pass: number;
}

/** Adds up the findings and the passed resources of every clause. */
export function clauseResults({ data }: Page): readonly ClauseResult[] {
  const { columns, checks } = data;
  const excepted = findingStates.indexOf('excepted');
  const sums = checks.map(() => ({ fail: 0, unknown: 0, excepted: 0 }));
  for (let place = 0; place < columns.id.length; place += 1) {
    const sum = sums[columns.check[place]!]!;
    if (isFailing(data, place)) sum.fail += 1;
    else if (stands(data, place)) sum.unknown += 1;
    else if (columns.state[place] === excepted) sum.excepted += 1;
  }
  return data.clauses.map((clause) => {
    const places = checks.flatMap((check, place) => (check.clauses.includes(clause.number) ? [place] : []));
    const total = (of: (place: number) => number): number => places.reduce((sum, place) => sum + of(place), 0);
    return {
      clause,
      judged: places.length > 0,
      fail: total((place) => sums[place]!.fail),
      unknown: total((place) => sums[place]!.unknown),
      excepted: total((place) => sums[place]!.excepted),
      pass: total((place) => checks[place]!.pass),
    };
  });
}

/** Clauses × results; what no machine sees is listed for a person to attest. */
export function clausesView(page: Page): HTMLElement {
  const rows = clauseResults(page).map((result) => clauseRow(page, result));
  const headings = ['clause', 'result', 'text', 'failed', 'unknown', 'passed', 'excepted', 'attest'] as const;
  const numbers = new Set<string>(['failed', 'unknown', 'passed', 'excepted']);
  const head = headings.map((key) =>
    element('th', { scope: 'col', class: numbers.has(key) ? 'number' : undefined }, say(page, key)),
  );
  return element(
    'div',
    { class: 'page' },
    element('p', { class: 'notice' }, say(page, 'attestNote')),
    element(
      'div',
      { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': say(page, 'clauses') },
      element(
        'table',
        { class: 'clauses' },
        element('thead', {}, element('tr', {}, ...head)),
        element('tbody', {}, ...rows),
      ),
    ),
  );
}

function clauseRow(page: Page, result: ClauseResult): HTMLElement {
  const { clause, judged } = result;
  const go = (): void => page.go({ ...noConditions, view: 'findings', clause: clause.number });
  const name = clauseName(clause.number, page.state.lang);
  const number = (value: number): HTMLElement =>
    element(
      'td',
      { class: 'number' },
      element('span', { class: value === 0 ? 'zero' : '' }, judged ? count(value) : '-'),
    );
  const controls = Object.entries(clause.mappings).map(([framework, numbers]) => `${framework}: ${numbers.join(', ')}`);
  return element(
    'tr',
    {},
    element(
      'th',
      { scope: 'row' },
      judged ? element('button', { type: 'button', class: 'link', onclick: go }, name) : name,
    ),
    element('td', {}, resultChip(page, result)),
    element(
      'td',
      {},
      local(page, clause.text),
      controls.length > 0 &&
        element('small', { class: 'controls' }, `${say(page, 'controls')}: ${controls.join(' · ')}`),
    ),
    number(result.fail),
    number(result.unknown),
    number(result.pass),
    number(result.excepted),
    element('td', {}, local(page, clause.attest)),
  );
}

/** The verdict on a clause in words. A pass is never said of what was not read or has no check. */
export function resultChip(page: Page, { judged, fail, unknown, excepted, pass }: ClauseResult): HTMLElement {
  const chip = (kind: string, text: string, note?: string): HTMLElement =>
    element('span', { class: `chip ${kind}`, title: note }, text);
  if (!judged) return chip('manual', say(page, 'manual'), say(page, 'manualNote'));
  if (fail > 0) return chip('fail', say(page, 'clauseFail', { n: fail }));
  if (unknown > 0) return chip('unknown', say(page, 'clauseUnknown', { n: unknown }));
  if (excepted > 0) return chip('none', say(page, 'clauseExcepted', { n: excepted }));
  return pass > 0 ? chip('pass', say(page, 'clausePass')) : chip('none', say(page, 'clauseNone'));
}
