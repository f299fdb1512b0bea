import { locales } from '../../../model/text.ts';
import { momentText } from '../../wording/words.ts';
import { detailsPerBlock, type DetailData, type ReportData } from '../report-data.ts';
import { clausesView } from './clauses-view.ts';
import { element, named } from './element.ts';
import { exceptionsView } from './exceptions-view.ts';
import { exposuresView } from './exposures-view.ts';
import { findingsView, type LiveView } from './findings-view.ts';
import { gapsView } from './gaps-view.ts';
import { overviewView } from './overview-view.ts';
import { count, say, type Page } from './page.ts';
import { printView } from './print-view.ts';
import { registerView } from './register-view.ts';
import { secondFactorsView } from './second-factors-view.ts';
import { unpack } from './unpack.ts';
import { readState, viewNames, writeState, type ViewName, type ViewState } from './view-state.ts';
import { words } from './words.ts';

const opening = document.documentElement.lang === 'en' ? 'en' : 'ja';

void unpack<ReportData>('report-data').then(start, () => {
  document.querySelector('#app')?.append(element('p', { class: 'notice gap' }, words.broken[opening]));
});

function start(data: ReportData): void {
  let state = readState(location.hash, opening);
  let live: LiveView | undefined;
  const blocks = new Map<number, Promise<readonly DetailData[]>>();

  const page: Page = {
    data,
    get state() {
      return state;
    },
    go(change) {
      show({ ...state, ...change });
    },
    async detail(place) {
      const number = Math.floor(place / detailsPerBlock);
      const block = blocks.get(number) ?? unpack<readonly DetailData[]>(`details-${number}`);
      blocks.set(number, block);
      return (await block)[place % detailsPerBlock]!;
    },
  };

  function show(next: ViewState): void {
    const rebuild = next.lang !== state.lang || next.view !== state.view || !document.querySelector('main');
    state = next;
    if (writeState(state) !== location.hash) history.replaceState(null, '', writeState(state));
    if (rebuild) build();
    live?.update();
  }

  function build(): void {
    document.documentElement.lang = state.lang;
    document.title = [say(page, 'title'), data.summary.organisation].filter((part) => part !== '').join(' - ');
    live = liveView(state.view);
    const main = element('main', { id: 'main', class: state.view }, live?.root ?? stillView(state.view));
    document.querySelector('#app')?.replaceChildren(header(page), main);
  }

  function liveView(view: ViewName): LiveView | undefined {
    if (view === 'findings') return findingsView(page);
    return view === 'register' ? registerView(page) : undefined;
  }

  function stillView(view: ViewName): HTMLElement {
    if (view === 'clauses') return clausesView(page);
    if (view === 'gaps') return gapsView(page);
    if (view === 'factors') return secondFactorsView(page);
    if (view === 'exposures') return exposuresView(page);
    return view === 'exceptions' ? exceptionsView(page) : overviewView(page);
  }

  addEventListener('hashchange', () => show(readState(location.hash, opening)));
  addEventListener('keydown', (event) => onKey(event, () => live, page));
  addEventListener('beforeprint', () => document.querySelector('#app')?.append(printView(page)));
  addEventListener('afterprint', () => document.querySelector('#print')?.remove());
  show(state);
}

function header(page: Page): HTMLElement {
  const { summary, gaps, columns, secondFactors, exposures, register } = page.data;
  const factors = secondFactors.openTotal;
  const exposed = exposures.counts.exposed ?? 0;
  const counts: Partial<Record<ViewName, number>> = {
    findings: columns.id.length,
    gaps: gaps.length,
    factors,
    exposures: exposed,
    ...(register.hasRegister && { register: register.toAct }),
  };
  // A report without a tenant has nothing to say of second factors, and one without networks nothing of exposure; nor one without services of them.
  const empty: Partial<Record<ViewName, boolean>> = {
    factors: Object.keys(secondFactors.counts).length === 0,
    exposures: exposures.total === 0,
    register: register.total === 0,
  };
  const shown = viewNames.filter((view) => !empty[view]);
  const tabs = shown.map((view) =>
    element(
      'button',
      {
        type: 'button',
        class: 'tab',
        'aria-current': page.state.view === view ? 'page' : undefined,
        onclick: () => page.go({ view, f: '' }),
      },
      say(page, view),
      counts[view] !== undefined && element('span', { class: 'number' }, count(counts[view])),
    ),
  );
  const languages = locales.map((locale) =>
    element(
      'button',
      {
        type: 'button',
        lang: locale,
        'aria-pressed': String(page.state.lang === locale),
        onclick: () => page.go({ lang: locale }),
      },
      { ja: '日本語', en: 'English' }[locale],
    ),
  );
  return element(
    'header',
    {},
    element(
      'div',
      { class: 'top' },
      element('h1', {}, say(page, 'title'), ' ', named(summary.organisation, { class: 'organisation' })),
      element('p', { class: 'quiet' }, asOf(page)),
      element('div', { class: 'languages', role: 'group', 'aria-label': say(page, 'language') }, ...languages),
    ),
    element('nav', { 'aria-label': say(page, 'views') }, ...tabs),
  );
}

function asOf(page: Page): string {
  const moment = momentText(page.data.summary.collectedAt, page.state.lang);
  const when = page.state.lang === 'ja' ? `${moment} ${say(page, 'asOf')}` : `${say(page, 'asOf')} ${moment}`;
  return `${when} · Tenken ${page.data.summary.version}`;
}

function onKey(event: KeyboardEvent, live: () => LiveView | undefined, page: Page): void {
  const target = event.target instanceof HTMLElement ? event.target : undefined;
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (target?.matches('input, select, textarea')) {
    if (event.key !== 'Escape') return;
    // Leaves the field as it is: a search field would be emptied.
    event.preventDefault();
    target.blur();
    return;
  }
  // Enter on a button or link belongs to it.
  if (event.key === 'Enter' && target?.matches('button, a')) return;
  if (event.key === '/' && !live()) page.go({ view: 'findings' });
  if (live()?.key(event.key)) event.preventDefault();
}
