import { providerText, registerGapText } from '../../wording/register-words.ts';
import { element } from './element.ts';
import type { FilterBar } from './filter-bar.ts';
import { local, say, type Page } from './page.ts';
import { standings } from './register-standing.ts';

/** Keystrokes closer together than this (in milliseconds) filter once. */
const pause = 80;

/** The row of conditions above the register against reality: free text, standing and cloud. */
export function registerFilters(page: Page): FilterBar {
  const { counts, hasRegister, columns } = page.data.register;
  let timer = 0;
  const search = element('input', {
    type: 'search',
    class: 'search',
    placeholder: say(page, 'searchHint'),
    'aria-label': say(page, 'registerSearch'),
    autocomplete: 'off',
    spellcheck: 'false',
    oninput: () => {
      clearTimeout(timer);
      timer = window.setTimeout(() => page.go({ service: search.value }), pause);
    },
  });
  const gap = list(
    page,
    standings.filter((name) => counts[name] !== undefined).map((name) => [name, local(page, registerGapText[name])]),
    (value) => page.go({ gap: value }),
  );
  const clouds = (['aws', 'azure', 'entra'] as const).filter((name) => columns.provider.includes(name));
  const cloud = list(
    page,
    clouds.map((name) => [name, providerText[name]]),
    (value) => page.go({ cloud: value }),
  );
  const labelled = (label: string, field: HTMLElement): HTMLElement =>
    element('label', {}, element('span', {}, label), field);
  const none = { service: '', gap: '', cloud: '' } as const;
  const clear = element('button', { type: 'button', onclick: () => page.go(none) }, say(page, 'clear'));
  const root = element(
    'div',
    { class: 'filters', role: 'search' },
    search,
    hasRegister && labelled(say(page, 'registerStanding'), gap),
    labelled(say(page, 'cloud'), cloud),
    clear,
  );
  return {
    root,
    focus: () => search.focus(),
    update() {
      if (document.activeElement !== search) search.value = page.state.service;
      gap.value = page.state.gap;
      cloud.value = page.state.cloud;
      clear.disabled = page.state.service === '' && page.state.gap === '' && page.state.cloud === '';
    },
  };
}

function list(
  page: Page,
  choices: readonly (readonly [value: string, label: string])[],
  choose: (value: string) => void,
): HTMLSelectElement {
  const field = element(
    'select',
    { onchange: () => choose(field.value) },
    element('option', { value: '' }, say(page, 'all')),
    ...choices.map(([value, label]) => element('option', { value }, label)),
  );
  return field;
}
