import { severities, severityText } from '../../../model/severity.ts';
import type { Locale, Text } from '../../../model/text.ts';
import type { DetailData, ReportData } from '../report-data.ts';
import { element, sign, type Child } from './element.ts';
import type { ViewState } from './view-state.ts';
import { words } from './words.ts';

/** What every part of the page is given. */
export interface Page {
  readonly data: ReportData;
  readonly state: ViewState;
  /** Changes what is shown, and the address with it. */
  go(change: Partial<ViewState>): void;
  /** The parts of a finding that are unpacked on demand. */
  detail(place: number): Promise<DetailData>;
}

/** A sentence of {@link words} in the page's language, its `{…}` filled. */
export function say(
  page: Page,
  key: keyof typeof words,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return words[key][page.state.lang].replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
    typeof values[name] === 'number' ? count(values[name]) : (values[name] ?? whole),
  );
}

/** A text of the report in the page's language. */
export function local(page: Page, text: Text | undefined): string {
  return text?.[page.state.lang] ?? '';
}

/** A number with separators: the same in both languages. */
export function count(value: number): string {
  return value.toLocaleString('en-US');
}

/** The sign and the word of a severity, by its index. */
export function severityMark(lang: Locale, severity: number): HTMLElement {
  const name = severities[severity];
  return element('span', { class: 'mark' }, sign(severity), name ? severityText[name][lang] : '');
}

/** A table with headings; cells whose heading begins with `#` are numbers. */
export function table(headings: readonly string[], rows: readonly (readonly Child[])[]): HTMLElement {
  const kind = (place: number): string | undefined => (headings[place]?.startsWith('#') ? 'number' : undefined);
  const head = headings.map((heading, place) =>
    element('th', { scope: 'col', class: kind(place) }, heading.replace(/^#/, '')),
  );
  const body = rows.map((cells) =>
    element('tr', {}, ...cells.map((cell, place) => element('td', { class: kind(place) }, cell))),
  );
  return element(
    'div',
    { class: 'scroll', tabindex: 0, role: 'region' },
    element('table', {}, element('thead', {}, element('tr', {}, ...head)), element('tbody', {}, ...body)),
  );
}
