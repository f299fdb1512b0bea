import { findingStates } from '../../../model/finding.ts';
import { severities } from '../../../model/severity.ts';
import type { ReportData } from '../report-data.ts';
import type { ViewState } from './view-state.ts';

/** The statuses in the order of the column `status`. */
export const statuses = ['fail', 'unknown'] as const;

const [resolved, excepted] = [findingStates.indexOf('resolved'), findingStates.indexOf('excepted')];

/** Whether a finding has to be acted on, or could not be judged. */
export function stands(data: ReportData, place: number): boolean {
  const state = data.columns.state[place];
  return state !== resolved && state !== excepted;
}

/** Whether a finding has to be acted on. */
export function isFailing(data: ReportData, place: number): boolean {
  return data.columns.status[place] === 0 && stands(data, place);
}

/** The places of the findings that meet every condition, in the order asked for. */
export function select(data: ReportData, state: ViewState): readonly number[] {
  const tests = [bySeverity(data, state), byColumns(data, state), byState(data, state), byText(data, state)];
  const kept: number[] = [];
  for (let place = 0; place < data.columns.id.length; place += 1) {
    if (tests.every((test) => test(place))) kept.push(place);
  }
  return kept.toSorted(order(data, state.sort));
}

type Test = (place: number) => boolean;
const any: Test = () => true;

function bySeverity({ columns }: ReportData, { sev }: ViewState): Test {
  const wanted = new Set(sev.split(',').map((name) => severities.findIndex((severity) => severity === name)));
  return sev === '' ? any : (place) => wanted.has(columns.severity[place]!);
}

function byColumns({ columns, accounts, checks }: ReportData, state: ViewState): Test {
  const status = statuses.findIndex((name) => name === state.status);
  const account = accounts.indexOf(state.account);
  const check = checks.findIndex(({ id }) => id === state.check);
  const clauseChecks = new Set(checks.flatMap(({ clauses }, place) => (clauses.includes(state.clause) ? [place] : [])));
  return (place) =>
    (state.status === '' || columns.status[place] === status) &&
    (state.account === '' || columns.account[place] === account) &&
    (state.check === '' || columns.check[place] === check) &&
    (state.clause === '' || clauseChecks.has(columns.check[place]!));
}

function byState(data: ReportData, { state }: ViewState): Test {
  if (state === 'all') return any;
  if (state === '') return (place) => stands(data, place);
  const wanted = findingStates.findIndex((name) => name === state);
  return (place) => data.columns.state[place] === wanted;
}

/** Every word must occur somewhere. Values that many findings share are looked at once. */
function byText({ columns, accounts, checks, titles, regions, types }: ReportData, { q }: ViewState): Test {
  const wanted = q
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (wanted.length === 0) return any;
  const tests = wanted.map((word): Test => {
    const has = (value: string): boolean => value.toLowerCase().includes(word);
    const shared = {
      check: checks.map(({ id }) => has(id)),
      account: accounts.map(has),
      region: regions.map(has),
      type: types.map(has),
      title: titles.map(({ ja, en }) => has(ja) || has(en)),
    };
    return (place) =>
      shared.check[columns.check[place]!] ||
      shared.account[columns.account[place]!] ||
      shared.title[columns.title[place]!] ||
      shared.region[columns.region[place]!] ||
      shared.type[columns.type[place]!] ||
      has(columns.name[place]!) ||
      has(columns.resource[place]!) ||
      columns.id[place] === word;
  });
  return (place) => tests.every((test) => test(place));
}

/** The columns that the list can be ordered by. */
export const orders = ['severity', 'finding', 'account', 'state'] as const;

/** Worst first; of the same severity what is new or back first; `sort` puts another column before that. */
function order({ columns, titles, accounts }: ReportData, sort: string): (a: number, b: number) => number {
  const freshness = findingStates.map((state) => (state === 'new' || state === 'reopened' ? 0 : 1));
  const worst = (a: number, b: number): number =>
    columns.severity[a]! - columns.severity[b]! ||
    columns.status[a]! - columns.status[b]! ||
    freshness[columns.state[a]!]! - freshness[columns.state[b]!]! ||
    a - b;
  const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
  const name = (place: number): string => `${titles[columns.title[place]!]?.en} ${columns.name[place]}`;
  if (sort === 'finding') return (a, b) => compare(name(a), name(b)) || worst(a, b);
  if (sort === 'account') {
    return (a, b) => compare(accounts[columns.account[a]!]!, accounts[columns.account[b]!]!) || worst(a, b);
  }
  if (sort === 'state') return (a, b) => columns.state[a]! - columns.state[b]! || worst(a, b);
  return worst;
}
