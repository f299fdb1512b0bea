import { findingStates } from '../../../model/finding.ts';
import { severities, severityText } from '../../../model/severity.ts';
import { stateText } from '../../wording/words.ts';
import { element, named, sign } from './element.ts';
import { count, local, say, table, type Page } from './page.ts';
import { isFailing, stands } from './selection.ts';
import { noConditions } from './view-state.ts';

const checksShown = 15;

/** Counts, changes, what is missing, and where the findings are. */
export function overviewView(page: Page): HTMLElement {
  return element(
    'div',
    { class: 'page' },
    scope(page),
    element('h2', {}, say(page, 'toAct')),
    tiles(page),
    element('h2', {}, say(page, 'changes')),
    changes(page),
    element('h2', {}, say(page, 'byAccount')),
    byAccount(page),
    element('h2', {}, say(page, 'byCheck'), ' ', element('small', {}, say(page, 'byCheckNote'))),
    byCheck(page),
    element('p', { class: 'quiet' }, say(page, 'standard'), ' ', element('code', {}, page.data.summary.standard)),
  );
}

function scope(page: Page): HTMLElement {
  const { gaps, summary } = page.data;
  const { read, partial, unread } = summary.units;
  const units = read + partial + unread;
  if (summary.complete && gaps.length === 0)
    return element('p', { class: 'notice good' }, say(page, 'complete', { n: units }));
  return element(
    'div',
    { class: 'notice gap' },
    element('p', {}, element('strong', {}, say(page, 'incomplete', { n: gaps.length }))),
    element('p', {}, say(page, 'partialUnits', { n: units, partial, unread })),
    element('button', { type: 'button', onclick: () => page.go({ view: 'gaps' }) }, say(page, 'showGaps')),
  );
}

function tiles(page: Page): HTMLElement {
  const { failed, unknown } = page.data.summary;
  const severityTiles = severities.map((severity, place) =>
    element(
      'button',
      {
        type: 'button',
        class: `tile severity-${place}`,
        onclick: () => page.go({ ...noConditions, view: 'findings', sev: severity, status: 'fail' }),
      },
      element('span', { class: 'mark' }, sign(place), severityText[severity][page.state.lang]),
      element('b', {}, count(failed[severity])),
    ),
  );
  const unknownTile = element(
    'button',
    {
      type: 'button',
      class: 'tile unknown',
      title: say(page, 'unknownNote'),
      onclick: () => page.go({ ...noConditions, view: 'findings', status: 'unknown' }),
    },
    element('span', { class: 'mark' }, say(page, 'unknown')),
    element('b', {}, count(unknown)),
  );
  return element('div', { class: 'tiles' }, ...severityTiles, unknownTile);
}

function changes(page: Page): HTMLElement {
  const { states } = page.data.summary;
  const items = findingStates.map((state) =>
    element(
      'button',
      {
        type: 'button',
        class: 'change',
        onclick: () => page.go({ ...noConditions, view: 'findings', state }),
      },
      stateText[state][page.state.lang],
      element('b', {}, count(states[state])),
    ),
  );
  return element('div', { class: 'changes' }, ...items);
}

/** Failing findings per severity, and those that are unknown, for each value of a column. */
function tallyBy(page: Page, column: 'account' | 'check', length: number): number[][] {
  const { data } = page;
  const rows = Array.from({ length }, () => [...severities.map(() => 0), 0]);
  for (let place = 0; place < data.columns.id.length; place += 1) {
    const row = rows[data.columns[column][place]!]!;
    if (isFailing(data, place)) row[data.columns.severity[place]!]! += 1;
    else if (stands(data, place)) row[severities.length]! += 1;
  }
  return rows;
}

function byAccount(page: Page): HTMLElement {
  const { accounts } = page.data;
  if (accounts.length === 0) return element('p', {}, say(page, 'noFindings'));
  const rows = tallyBy(page, 'account', accounts.length)
    .map((counts, place) => ({ counts, account: accounts[place]! }))
    .toSorted((a, b) => worse(a.counts, b.counts));
  const headings = [say(page, 'account'), ...severityHeadings(page), `#${say(page, 'unknown')}`];
  return table(
    headings,
    rows.map(({ counts, account }) => [
      link(account, () => page.go({ ...noConditions, view: 'findings', account })),
      ...counts.map(cell),
    ]),
  );
}

function byCheck(page: Page): HTMLElement {
  const { checks } = page.data;
  const rows = tallyBy(page, 'check', checks.length)
    .map((counts, place) => ({ counts, check: checks[place]! }))
    .filter(({ counts }) => counts.some((value) => value > 0))
    .toSorted((a, b) => failing(b.counts) - failing(a.counts))
    .slice(0, checksShown);
  if (rows.length === 0) return element('p', {}, say(page, 'noFindings'));
  return table(
    [say(page, 'check'), ...severityHeadings(page), `#${say(page, 'unknown')}`],
    rows.map(({ counts, check }) => [
      link(local(page, check.title), () => page.go({ ...noConditions, view: 'findings', check: check.id }), check.id),
      ...counts.map(cell),
    ]),
  );
}

function severityHeadings(page: Page): string[] {
  return severities.map((severity) => `#${severityText[severity][page.state.lang]}`);
}

function failing(counts: readonly number[]): number {
  return counts.slice(0, severities.length).reduce((sum, value) => sum + value, 0);
}

/** Orders rows of counts: the one with more of the worst severity first. */
function worse(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((value, index) => value !== b[index]);
  return place < 0 ? 0 : b[place]! - a[place]!;
}

function cell(value: number): HTMLElement | string {
  return value === 0 ? element('span', { class: 'zero' }, '0') : count(value);
}

function link(text: string, go: () => void, note?: string): HTMLElement {
  return element(
    'button',
    { type: 'button', class: 'link', onclick: go },
    named(text),
    note !== undefined && element('small', {}, note),
  );
}
