import { findingStates } from '../../../model/finding.ts';
import { severities } from '../../../model/severity.ts';
import { stateText, statusText } from '../../wording/words.ts';
import { detailPane } from './detail-pane.ts';
import { element, named, type Child } from './element.ts';
import { filterBar } from './filter-bar.ts';
import { local, say, severityMark, type Page } from './page.ts';
import { orders, select, statuses } from './selection.ts';
import { virtualList } from './virtual-list.ts';

/** A view that follows changes of its conditions without being made again. */
export interface LiveView {
  readonly root: HTMLElement;
  /** Shows what the page's state now asks for. */
  update(): void;
  /** Handles a key; true when it was one of the view's own. */
  key(key: string): boolean;
}

const rowHeight = 56;

/** The list of findings with its filters, and the pane of the finding that is open. */
export function findingsView(page: Page): LiveView {
  const bar = filterBar(page);
  const number = element('p', { class: 'shown', role: 'status', 'aria-live': 'polite' });
  const box = element('div', { class: 'rows', tabindex: 0 });
  const pane = element('aside', { class: 'pane', hidden: true });
  const headings = element('div', { class: 'row head', role: 'row', 'aria-rowindex': 1 });
  const grid = element('div', { class: 'list', role: 'grid', 'aria-label': say(page, 'findings') }, headings, box);
  const root = element('div', { class: 'findings' }, bar.root, number, element('div', { class: 'split' }, grid, pane));

  let places: readonly number[] = [];
  let cursor = -1;
  let selected = '';
  let opened = '';
  let conditions = '';

  const rows = virtualList(box, rowHeight, (row) =>
    findingRow(page, places[row]!, row, row === cursor, () => open(row)),
  );

  function open(row: number): void {
    cursor = row;
    page.go({ f: page.data.columns.id[places[row]!] ?? '' });
  }

  function close(): void {
    page.go({ f: '' });
    box.focus();
  }

  function move(row: number): void {
    if (places.length === 0) return;
    cursor = Math.max(0, Math.min(places.length - 1, row));
    rows.reveal(cursor);
    box.setAttribute('aria-activedescendant', `row-${cursor}`);
    if (page.state.f !== '') open(cursor);
  }

  function showPane(): void {
    const { f, lang } = page.state;
    if (`${lang} ${f}` === opened) return;
    opened = `${lang} ${f}`;
    const place = f === '' ? -1 : page.data.columns.id.indexOf(f);
    root.classList.toggle('open', place >= 0);
    pane.hidden = place < 0;
    if (place < 0) pane.replaceChildren();
    else void fillPane(place);
  }

  async function fillPane(place: number): Promise<void> {
    const asked = opened;
    const detail = await page.detail(place);
    // Another finding, or none, was opened while this one was unpacked.
    if (opened !== asked) return;
    pane.replaceChildren(detailPane(page, place, detail, close));
    pane.scrollTop = 0;
  }

  function update(): void {
    const { f: _open, view: _view, ...asked } = page.state;
    bar.update();
    if (JSON.stringify(asked) !== conditions) {
      const first = conditions === '';
      conditions = JSON.stringify(asked);
      places = select(page.data, page.state);
      cursor = places.findIndex((place) => page.data.columns.id[place] === page.state.f);
      headings.replaceChildren(...headingCells(page));
      grid.setAttribute('aria-rowcount', String(places.length + 1));
      number.textContent = say(page, 'shown', { n: places.length, total: page.data.columns.id.length });
      rows.fill(places.length);
      box.classList.toggle('none', places.length === 0);
      box.dataset['none'] = say(page, 'nothing');
      if (first && cursor >= 0) requestAnimationFrame(() => rows.reveal(cursor));
    } else if (page.state.f !== selected) {
      rows.draw();
    }
    selected = page.state.f;
    showPane();
  }

  function key(name: string): boolean {
    if (name === '/') bar.focus();
    else if (name === 'j' || name === 'ArrowDown') move(cursor + 1);
    else if (name === 'k' || name === 'ArrowUp') move(cursor - 1);
    else if (name === 'Enter' && cursor >= 0) open(cursor);
    else if (name === 'Escape' && page.state.f !== '') close();
    else return false;
    return true;
  }

  return { root, update, key };
}

function headingCells(page: Page): HTMLElement[] {
  return orders.map((order) => {
    const active = page.state.sort === order || (page.state.sort === '' && order === 'severity');
    const button = element(
      'button',
      { type: 'button', class: 'link', onclick: () => page.go({ sort: order === 'severity' ? '' : order }) },
      say(page, order),
      active && element('span', { 'aria-hidden': 'true' }, ' ↓'),
    );
    return element(
      'span',
      { role: 'columnheader', class: `cell-${order}`, 'aria-sort': active ? 'descending' : 'none' },
      button,
    );
  });
}

function findingRow(page: Page, place: number, row: number, current: boolean, open: () => void): HTMLElement {
  const { columns, titles, accounts, regions } = page.data;
  const { lang, f } = page.state;
  const state = findingStates[columns.state[place]!]!;
  const status = statuses[columns.status[place]!];
  const cell = (kind: string, ...children: readonly Child[]): HTMLElement =>
    element('span', { role: 'gridcell', class: `cell-${kind}` }, ...children);
  const chosen = columns.id[place] === f;
  return element(
    'div',
    {
      class: `row${current ? ' current' : ''}${chosen ? ' chosen' : ''} edge-${severities[columns.severity[place]!]}`,
      role: 'row',
      id: `row-${row}`,
      'aria-rowindex': row + 2,
      'aria-selected': String(chosen),
      onclick: open,
    },
    cell('severity', severityMark(lang, columns.severity[place]!)),
    cell(
      'finding',
      named(local(page, titles[columns.title[place]!]), { class: 'title' }),
      named(columns.name[place]!, { class: 'name' }),
    ),
    cell(
      'account',
      named(accounts[columns.account[place]!]!),
      named(regions[columns.region[place]!]!, { class: 'name' }),
    ),
    cell(
      'state',
      stateText[state][lang],
      status === 'unknown' && element('span', { class: 'chip unknown' }, statusText.unknown[lang]),
    ),
  );
}
