import { findingStates } from '../../../model/finding.ts';
import { severities, severityText } from '../../../model/severity.ts';
import { plainText } from '../../wording/plain-text.ts';
import { clauseName, stateText, statusText } from '../../wording/words.ts';
import { element, sign } from './element.ts';
import { local, say, type Page } from './page.ts';
import { statuses } from './selection.ts';
import { noConditions, type ViewState } from './view-state.ts';

/** The row of conditions above the list. */
export interface FilterBar {
  readonly root: HTMLElement;
  update(): void;
  /** Puts the cursor into the search field. */
  focus(): void;
}

type Choice = readonly [value: string, label: string];

/** Keystrokes closer together than this (in milliseconds) filter once. */
const pause = 80;

/** Makes the conditions: free text, severities, and one list per other column. */
export function filterBar(page: Page): FilterBar {
  const { lang } = page.state;
  const { data } = page;
  let timer = 0;
  const search = element('input', {
    type: 'search',
    class: 'search',
    placeholder: say(page, 'searchHint'),
    title: say(page, 'keys'),
    'aria-label': say(page, 'search'),
    autocomplete: 'off',
    spellcheck: 'false',
    oninput: () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => page.go({ q: search.value }), pause);
    },
  });
  const buttons = severities.map((severity, place) =>
    element(
      'button',
      { type: 'button', class: 'toggle', onclick: () => page.go({ sev: toggled(page.state.sev, severity) }) },
      sign(place),
      severityText[severity][lang],
    ),
  );
  const all: Choice = ['', say(page, 'all')];
  const used = new Set(data.checks.flatMap((check) => check.clauses));
  const lists = {
    status: choice(page, 'status', [all, ...statuses.map((name): Choice => [name, statusText[name][lang]])]),
    state: choice(page, 'state', [
      ['', say(page, 'standing')],
      ['all', say(page, 'all')],
      ...findingStates.map((name): Choice => [name, stateText[name][lang]]),
    ]),
    account: choice(page, 'account', [all, ...data.accounts.toSorted().map((name): Choice => [name, plainText(name)])]),
    check: choice(page, 'check', [all, ...data.checks.map(({ id, title }): Choice => [id, local(page, title)])]),
    clause: choice(page, 'clause', [
      all,
      ...data.clauses
        .filter(({ number }) => used.has(number))
        .map(({ number }): Choice => [number, clauseName(number, lang)]),
    ]),
  };
  const clear = element('button', { type: 'button', onclick: () => page.go(noConditions) }, say(page, 'clear'));
  const group = element('div', { class: 'toggles', role: 'group', 'aria-label': say(page, 'severity') }, ...buttons);
  const root = element(
    'div',
    { class: 'filters', role: 'search' },
    search,
    group,
    ...Object.values(lists).map(({ label }) => label),
    clear,
  );
  return {
    root,
    focus: () => search.focus(),
    update() {
      if (document.activeElement !== search) search.value = page.state.q;
      const chosen = page.state.sev.split(',');
      for (const [place, button] of buttons.entries()) {
        button.setAttribute('aria-pressed', String(chosen.includes(severities[place]!)));
      }
      for (const [key, { field }] of Object.entries(lists)) field.value = page.state[key as keyof typeof lists];
      clear.disabled = Object.keys(noConditions).every((key) => page.state[key as keyof typeof noConditions] === '');
    },
  };
}

function toggled(chosen: string, severity: string): string {
  const names = chosen === '' ? [] : chosen.split(',');
  return (names.includes(severity) ? names.filter((name) => name !== severity) : [...names, severity]).join(',');
}

function choice(
  page: Page,
  key: 'status' | 'state' | 'account' | 'check' | 'clause',
  choices: readonly Choice[],
): { label: HTMLElement; field: HTMLSelectElement } {
  const field = element(
    'select',
    { onchange: () => page.go({ [key]: field.value } satisfies Partial<ViewState>) },
    ...choices.map(([value, text]) => element('option', { value }, text)),
  );
  return { label: element('label', {}, element('span', {}, say(page, key)), field), field };
}
