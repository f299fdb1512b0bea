import { findingStates, type AppliedException } from '../../../model/finding.ts';
import { element, named } from './element.ts';
import { count, say, table, type Page } from './page.ts';
import { noConditions } from './view-state.ts';

const day = 86_400_000;

/** The exceptions that cover findings, with their end. Unpacks the details of the findings they cover. */
export function exceptionsView(page: Page): HTMLElement {
  const box = element('div', { class: 'page' });
  void exceptionTable(page).then((made) => box.replaceChildren(made));
  return box;
}

/** One row per exception that was applied, the one that ends first on top. */
export async function exceptionTable(page: Page): Promise<HTMLElement> {
  const excepted = findingStates.indexOf('excepted');
  const covered = page.data.columns.state.flatMap((state, place) => (state === excepted ? [place] : []));
  const applied = new Map<string, { exception: AppliedException; findings: number }>();
  for (const place of covered) {
    const { exception } = await page.detail(place);
    if (!exception) continue;
    const known = applied.get(exception.id);
    applied.set(exception.id, { exception, findings: (known?.findings ?? 0) + 1 });
  }
  if (applied.size === 0) return element('p', { class: 'notice' }, say(page, 'noExceptions'));
  const rows = [...applied.values()].toSorted((a, b) => (a.exception.expires < b.exception.expires ? -1 : 1));
  const show = (): void => page.go({ ...noConditions, view: 'findings', state: 'excepted' });
  return table(
    [
      say(page, 'exception'),
      say(page, 'reason'),
      say(page, 'owner'),
      say(page, 'approvedBy'),
      say(page, 'expires'),
      `#${say(page, 'count')}`,
    ],
    rows.map(({ exception, findings }) => [
      named(exception.id),
      named(exception.reason),
      named(exception.owner),
      named(exception.approvedBy),
      element('span', {}, named(exception.expires), ' ', urgency(page, exception.expires)),
      element('button', { type: 'button', class: 'link', onclick: show }, count(findings)),
    ]),
  );
}

/** Whether an exception ends soon, counted from the moment of the scan: the page looks the same whenever it is opened. */
function urgency(page: Page, expires: string): HTMLElement | undefined {
  const left = (Date.parse(expires) - Date.parse(page.data.summary.collectedAt)) / day;
  if (Number.isNaN(left) || left > 30) return undefined;
  return element('span', { class: 'chip unknown' }, say(page, left < -1 ? 'over' : 'soon'));
}
