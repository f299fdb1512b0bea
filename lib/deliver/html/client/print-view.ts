import { severities } from '../../../model/severity.ts';
import { clauseName } from '../../wording/words.ts';
import { clauseResults, resultChip } from './clauses-view.ts';
import { element, named } from './element.ts';
import { gapTable } from './gaps-view.ts';
import { count, local, say, severityMark, table, type Page } from './page.ts';
import { isFailing, select } from './selection.ts';
import { noConditions } from './view-state.ts';

const printedFindings = 50;
const printedGaps = 50;

/** What goes on paper: the counts, the clauses, what was not read, and the worst findings. A virtual list cannot print. */
export function printView(page: Page): HTMLElement {
  const { data, state } = page;
  const { failed, unknown } = data.summary;
  const places = select(data, { ...state, ...noConditions, sort: '' }).filter((place) => isFailing(data, place));
  return element(
    'div',
    { id: 'print' },
    table(
      [say(page, 'severity'), `#${say(page, 'count')}`],
      [
        ...severities.map((severity, place) => [severityMark(state.lang, place), count(failed[severity])]),
        [say(page, 'unknown'), count(unknown)],
      ],
    ),
    element('h2', {}, say(page, 'clauses')),
    element('p', {}, say(page, 'attestNote')),
    table(
      [say(page, 'clause'), say(page, 'text'), say(page, 'result'), say(page, 'attest')],
      clauseResults(page).map((result) => [
        clauseName(result.clause.number, state.lang),
        local(page, result.clause.text),
        resultChip(page, result),
        local(page, result.clause.attest),
      ]),
    ),
    element('h2', {}, `${say(page, 'gaps')} (${count(data.gaps.length)})`),
    data.gaps.length === 0 ? say(page, 'noGaps') : gapTable(page, printedGaps),
    element('h2', {}, say(page, 'findings')),
    element('p', {}, say(page, 'printed', { n: Math.min(printedFindings, places.length), total: places.length })),
    table(
      [say(page, 'severity'), say(page, 'finding'), say(page, 'resource'), say(page, 'account')],
      places
        .slice(0, printedFindings)
        .map((place) => [
          severityMark(state.lang, data.columns.severity[place]!),
          local(page, data.titles[data.columns.title[place]!]),
          named(data.columns.name[place]!),
          named(`${data.accounts[data.columns.account[place]!]} ${data.regions[data.columns.region[place]!]}`),
        ]),
    ),
  );
}
