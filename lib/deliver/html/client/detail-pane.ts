import type { Remediation } from '../../../model/judgement.ts';
import { clauseName, momentText, stateText, statusText } from '../../wording/words.ts';
import { findingStates } from '../../../model/finding.ts';
import type { DetailData } from '../report-data.ts';
import { copyButton } from './copy-button.ts';
import { code, element, multiline, named, type Child } from './element.ts';
import { local, say, severityMark, type Page } from './page.ts';
import { pathPicture } from './path-picture.ts';
import { statuses } from './selection.ts';

/** Everything about one finding. `close` is called by the button that closes the pane. */
export function detailPane(page: Page, place: number, detail: DetailData, close: () => void): HTMLElement {
  const { columns, titles, checks } = page.data;
  const check = checks[columns.check[place]!];
  return element(
    'article',
    { class: 'detail', 'aria-labelledby': 'detail-title' },
    element('button', { type: 'button', class: 'close', onclick: close, 'aria-label': say(page, 'close') }, '×'),
    element('p', { class: 'line' }, severityMark(page.state.lang, columns.severity[place]!), ...badges(page, place)),
    element('h2', { id: 'detail-title', tabindex: -1 }, named(local(page, titles[columns.title[place]!]))),
    facts(page, place, detail),
    section(page, 'detail', element('p', {}, named(local(page, detail.detail)))),
    unread(page, detail),
    detail.path && section(page, 'path', pathPicture(page, detail.path, columns.name[place]!)),
    evidence(page, detail),
    check && local(page, check.why) !== '' && section(page, 'why', element('p', {}, local(page, check.why))),
    remediation(page, detail, check ? local(page, check.fix) : ''),
    exception(page, detail),
  );
}

function badges(page: Page, place: number): HTMLElement[] {
  const { lang } = page.state;
  const status = statuses[page.data.columns.status[place]!];
  const state = findingStates[page.data.columns.state[place]!]!;
  return [
    element('span', { class: `chip ${status}` }, statusText[status][lang]),
    element('span', { class: 'chip' }, stateText[state][lang]),
  ];
}

function facts(page: Page, place: number, detail: DetailData): HTMLElement {
  const { columns, accounts, regions, types, moments, checks } = page.data;
  const { lang } = page.state;
  const name = columns.name[place]!;
  const id = columns.resource[place]!;
  return list([
    [say(page, 'resource'), element('span', {}, named(name), ' ', copyButton(page, name))],
    [say(page, 'id'), element('span', {}, code(id), ' ', copyButton(page, id))],
    [say(page, 'type'), named(types[columns.type[place]!]!)],
    [say(page, 'account'), named(accounts[columns.account[place]!]!)],
    [say(page, 'region'), named(regions[columns.region[place]!]!)],
    [say(page, 'check'), code(checks[columns.check[place]!]?.id ?? '')],
    [say(page, 'clause'), detail.clauses.map((number) => clauseName(number, lang)).join(', ')],
    [say(page, 'firstSeen'), momentText(moments[columns.firstSeen[place]!]!, lang)],
    [say(page, 'lastSeen'), momentText(moments[columns.lastSeen[place]!]!, lang)],
  ]);
}

function list(rows: readonly (readonly [string, Child])[]): HTMLElement {
  return element('dl', {}, ...rows.flatMap(([term, value]) => [element('dt', {}, term), element('dd', {}, value)]));
}

function section(page: Page, key: Parameters<typeof say>[1], ...children: readonly Child[]): HTMLElement {
  return element('section', {}, element('h3', {}, say(page, key)), ...children);
}

function unread(page: Page, detail: DetailData): HTMLElement | undefined {
  if (!detail.unread || detail.unread.length === 0) return undefined;
  const items = detail.unread.map((each) =>
    element(
      'li',
      {},
      code(each.operation),
      ' ',
      named(`${each.code} ${each.message}`),
      each.permission !== undefined &&
        element(
          'div',
          {},
          `${say(page, 'permission')}: `,
          code(each.permission),
          ' ',
          copyButton(page, each.permission),
        ),
    ),
  );
  return section(page, 'unread', element('ul', {}, ...items));
}

function evidence(page: Page, detail: DetailData): HTMLElement | undefined {
  if (detail.evidence.length === 0) return undefined;
  const steps = detail.evidence.map((step) =>
    element('li', {}, named(local(page, step.what)), element('small', {}, code(step.operation), ' ', code(step.ref))),
  );
  return section(page, 'evidence', element('ol', {}, ...steps));
}

const kinds: Readonly<Record<Exclude<Remediation['kind'], 'console'>, string>> = {
  'aws-cli': 'AWS CLI',
  'azure-cli': 'Azure CLI',
  'graph-powershell': 'Microsoft Graph PowerShell',
  terraform: 'Terraform',
};

function remediation(page: Page, detail: DetailData, fix: string): HTMLElement | undefined {
  if (fix === '' && detail.remediation.length === 0) return undefined;
  const ways = detail.remediation.map((way) =>
    way.kind === 'console'
      ? element('p', { class: 'steps' }, multiline(local(page, way.text)))
      : element(
          'div',
          { class: 'command' },
          element('small', {}, kinds[way.kind]),
          element('pre', {}, multiline(way.text)),
          copyButton(page, way.text),
        ),
  );
  return section(page, 'fix', fix !== '' && element('p', {}, fix), ...ways);
}

function exception(page: Page, { exception: applied }: DetailData): HTMLElement | undefined {
  if (!applied) return undefined;
  return section(
    page,
    'exception',
    list([
      [say(page, 'id'), named(applied.id)],
      [say(page, 'reason'), named(applied.reason)],
      [say(page, 'owner'), named(applied.owner)],
      [say(page, 'approvedBy'), named(applied.approvedBy)],
      [say(page, 'expires'), named(applied.expires)],
    ]),
  );
}
