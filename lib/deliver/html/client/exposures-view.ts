import { blockText } from '../../../model/network/block-text.ts';
import type { ExposureVerdict } from '../../../model/network/exposure.ts';
import { exposureVerdictText } from '../../wording/exposure-words.ts';
import type { ExposureRow } from '../exposure-data.ts';
import { element, named } from './element.ts';
import { count, local, say, table, type Page } from './page.ts';

/** Colours: what is reached, what nobody knows, what is not reached. */
const kinds: Readonly<Record<ExposureVerdict, 'fail' | 'unknown' | 'pass' | 'none'>> = {
  exposed: 'fail',
  unknown: 'unknown',
  conditional: 'unknown',
  authenticated: 'none',
  latent: 'none',
  'rule-open': 'none',
  closed: 'pass',
};

/** What the internet reaches, of every cloud in one list. */
export function exposuresView(page: Page): HTMLElement {
  const { counts, rows, total } = page.data.exposures;
  const verdicts = (Object.keys(kinds) as ExposureVerdict[]).filter((verdict) => counts[verdict] !== undefined);
  return element(
    'div',
    { class: 'page' },
    element('p', {}, say(page, 'exposuresNote')),
    element(
      'p',
      { class: 'line figures' },
      ...verdicts.map((verdict) =>
        element(
          'span',
          { class: `chip ${kinds[verdict]}` },
          `${local(page, exposureVerdictText[verdict])} ${count(counts[verdict] ?? 0)}`,
        ),
      ),
    ),
    table(
      [say(page, 'resource'), say(page, 'account'), say(page, 'status'), say(page, 'ports'), say(page, 'from')],
      rows.map((each) => row(page, each)),
    ),
    total > rows.length &&
      element('p', { class: 'quiet' }, say(page, 'cut', { n: rows.length, file: 'facts/exposures.ndjson' })),
  );
}

function row(page: Page, each: ExposureRow): readonly (HTMLElement | string)[] {
  const show = (): void => page.go({ view: 'findings', q: each.id, state: 'all' });
  const verdict = kinds[each.allowed && each.verdict === 'exposed' ? 'closed' : each.verdict];
  const from = each.sources.map((source) => (source === 'any' ? say(page, 'wholeInternet') : source)).join(', ');
  return [
    element(
      'span',
      {},
      element('button', { type: 'button', class: 'link', onclick: show }, named(each.name)),
      element('small', {}, `${each.kind}${each.owner === undefined ? '' : ` · ${each.owner}`}`),
    ),
    element('span', {}, named(`${each.provider}/${each.account}`), element('small', {}, named(each.region))),
    element(
      'span',
      {},
      element('span', { class: `chip ${verdict}` }, local(page, exposureVerdictText[each.verdict])),
      each.allowed && each.verdict === 'exposed' && element('small', {}, say(page, 'allowedByStandard')),
      each.blockedBy !== undefined && element('small', {}, local(page, blockText[each.blockedBy])),
    ),
    named(each.ports.join(', ')),
    named(from),
  ];
}
