import { lastPart } from '../../../model/last-part.ts';
import { registerGaps } from '../../../model/facts/register-row.ts';
import { layerText } from '../../../model/services/use-words.ts';
import { plainText } from '../../wording/plain-text.ts';
import { providerText, registerStateText } from '../../wording/register-words.ts';
import { code, element, named, type Child } from './element.ts';
import type { LiveView } from './findings-view.ts';
import { count, local, say, type Page } from './page.ts';
import { registerFilters } from './register-filters.ts';
import { registerOrders, selectRows, type RegisterOrder } from './register-selection.ts';
import { standingChip, standings, type Standing } from './register-standing.ts';
import { noConditions } from './view-state.ts';

/** Rows drawn at most; conditions narrow them down. */
const shown = 500;
const listed = 3;

/** The register of approved services beside what is in use, in every cloud. */
export function registerView(page: Page): LiveView {
  const { counts, hasRegister, total } = page.data.register;
  const bar = registerFilters(page);
  const number = element('p', { class: 'quiet', role: 'status', 'aria-live': 'polite' });
  const box = element('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': say(page, 'register') });
  const chips = standings
    .filter((name) => hasRegister && counts[name] !== undefined)
    .map((name) => standingChip(page, name, ` ${count(counts[name] ?? 0)}`));
  const root = element(
    'div',
    { class: 'page' },
    element('h2', {}, say(page, 'registerTitle')),
    element('p', { class: hasRegister ? undefined : 'notice' }, say(page, hasRegister ? 'registerNote' : 'noRegister')),
    chips.length > 0 && element('p', { class: 'line figures' }, ...chips),
    bar.root,
    number,
    box,
  );
  return {
    root,
    update() {
      bar.update();
      const places = selectRows(page.data.register, page.state);
      const kept = places.slice(0, shown);
      number.textContent = [
        say(page, 'shown', { n: places.length, total }),
        ...(kept.length < places.length ? [say(page, 'first', { n: kept.length })] : []),
      ].join(' · ');
      const rows = kept.map((place) => element('tr', {}, ...cells(page, place).map((cell) => element('td', {}, cell))));
      box.replaceChildren(
        element(
          'table',
          { class: 'register' },
          element('thead', {}, element('tr', {}, ...headings(page))),
          element('tbody', {}, ...rows),
        ),
      );
    },
    key(name) {
      if (name !== '/') return false;
      bar.focus();
      return true;
    },
  };
}

/** Without a register there is nothing to say of its rows. */
function ordersOf({ data }: Page): readonly RegisterOrder[] {
  const own: ReadonlySet<RegisterOrder> = new Set(['standing', 'row', 'owner']);
  return data.register.hasRegister ? registerOrders : registerOrders.filter((order) => !own.has(order));
}

function headings(page: Page): readonly HTMLElement[] {
  const labels: Readonly<Record<RegisterOrder, string>> = {
    standing: say(page, 'registerStanding'),
    service: say(page, 'service'),
    cloud: say(page, 'cloud'),
    row: say(page, 'registerRow'),
    owner: say(page, 'owner'),
    accounts: say(page, 'account'),
    regions: say(page, 'region'),
    usedBy: say(page, 'usedBy'),
    seen: say(page, 'seen'),
  };
  const asked = registerOrders.find((order) => order === page.state.by) ?? 'standing';
  const sortable = ordersOf(page).map((order) => {
    const isActive = order === asked;
    const isFalling = order === 'accounts' || order === 'regions' || order === 'seen';
    const direction = isFalling ? 'descending' : 'ascending';
    return element(
      'th',
      { scope: 'col', 'aria-sort': isActive ? direction : 'none' },
      element(
        'button',
        { type: 'button', class: 'link', onclick: () => page.go({ by: order === 'standing' ? '' : order }) },
        labels[order],
        isActive && element('span', { 'aria-hidden': 'true' }, isFalling ? ' ↓' : ' ↑'),
      ),
    );
  });
  return [...sortable, element('th', { scope: 'col' }, say(page, 'evidence'))];
}

function cells(page: Page, place: number): readonly Child[] {
  const { columns, words } = page.data.register;
  const namesOf = (places: readonly number[]): readonly string[] => places.map((word) => words[word]!);
  const provider = columns.provider[place]!;
  const [first, last] = [columns.firstSeen[place]!, columns.lastSeen[place]!];
  const made: Readonly<Record<RegisterOrder, Child>> = {
    standing: standingChips(page, place),
    service: element(
      'span',
      {},
      serviceName(page, place),
      columns.key[place] !== '' && small(code(columns.key[place]!)),
    ),
    cloud: provider === '' ? '' : providerText[provider],
    row: rowCell(page, place),
    owner: ownerCell(columns.owner[place]!, namesOf(columns.departments[place]!)),
    accounts: few(page, namesOf(columns.accounts[place]!), columns.accounts[place]!.length),
    regions: few(page, namesOf(columns.regions[place]!), columns.regions[place]!.length),
    usedBy: few(page, namesOf(columns.usedBy[place]!), columns.users[place]!),
    seen: seenText(page, first, last),
  };
  const layers = columns.layers[place]!.map((layer) =>
    element('span', { class: 'item' }, local(page, layerText[layer])),
  );
  return [...ordersOf(page).map((order) => made[order]), element('span', {}, ...layers)];
}

function standingChips(page: Page, place: number): HTMLElement {
  const gaps = page.data.register.columns.gaps[place]!.map((gap): Standing => registerGaps[gap]!);
  const own = gaps.length > 0 ? gaps : (['fine'] as const);
  return element('span', { class: 'chips' }, ...own.map((gap) => standingChip(page, gap)));
}

/** The row's number, what it calls the service, and what it says of it. */
function rowCell(page: Page, place: number): Child {
  const { entry, entryName, state: states } = page.data.register.columns;
  const state = states[place]!;
  if (entry[place] === '') return '';
  const said = state !== '' && small(local(page, registerStateText[state]));
  return element('span', {}, code(entry[place]!), small(named(entryName[place]!)), said);
}

function ownerCell(owner: string, departments: readonly string[]): HTMLElement {
  return element('span', {}, named(owner), departments.length > 0 && small(named(departments.join(', '))));
}

function seenText(page: Page, first: string, last: string): Child {
  return element(
    'span',
    {},
    first !== '' && element('span', { class: 'day' }, say(page, 'since', { day: first })),
    last !== '' && element('span', { class: 'day' }, say(page, 'until', { day: last })),
  );
}

/** What is in use leads to its findings; a row that was seen nowhere has none. */
function serviceName(page: Page, place: number): HTMLElement {
  const { name, key, provider, gaps } = page.data.register.columns;
  const own = key[place]!;
  if (own === '' || gaps[place]!.length === 0) return named(name[place]!);
  // What the resource of such a finding is called ends in the key, but for applications.
  const ids = { aws: `service/${own}`, azure: `providers/${own}`, entra: name[place]!, '': own };
  const q = ids[provider[place] ?? ''];
  const show = (): void => page.go({ ...noConditions, view: 'findings', q, state: 'all' });
  return element('button', { type: 'button', class: 'link', onclick: show }, named(name[place]!));
}

/** The first names of a list, each on its line and of an ARN the last part, and how many more there are. */
function few(page: Page, names: readonly string[], total: number): HTMLElement {
  const kept = names.slice(0, listed);
  return element(
    'span',
    {},
    ...kept.map((name) => named(lastPart(name), { class: 'item', title: plainText(name) })),
    total > kept.length && small(say(page, 'more', { n: total - kept.length })),
  );
}

function small(child: Child): HTMLElement {
  return element('small', {}, child);
}
