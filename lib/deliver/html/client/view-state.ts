import type { Locale } from '../../../model/text.ts';

/** The parts of the page. */
export const viewNames = [
  'overview',
  'findings',
  'exposures',
  'factors',
  'register',
  'clauses',
  'gaps',
  'exceptions',
] as const;

/** One of {@link viewNames}. */
export type ViewName = (typeof viewNames)[number];

/** What the page shows, all of it in the address's hash, so that a link opens the same. Empty means "any". */
export interface ViewState {
  readonly lang: Locale;
  readonly view: ViewName;
  readonly q: string;
  /** Severities by name, separated by commas. */
  readonly sev: string;
  readonly status: string;
  /** A state; `standing` (what has to be acted on or could not be judged) when empty; `all`. */
  readonly state: string;
  readonly account: string;
  readonly check: string;
  readonly clause: string;
  readonly sort: string;
  /** Of the register against reality: free text, a gap or `fine`, a provider, and the column that it is ordered by. */
  readonly service: string;
  readonly gap: string;
  readonly cloud: string;
  readonly by: string;
  /** The id of the finding that is open. */
  readonly f: string;
}

/** The state that `hash` describes; unknown keys and values fall back to the beginning. */
export function readState(hash: string, locale: Locale): ViewState {
  const given = new URLSearchParams(hash.replace(/^#/, ''));
  const text = (key: string): string => given.get(key) ?? '';
  const lang = text('lang');
  return {
    lang: lang === 'ja' || lang === 'en' ? lang : locale,
    view: viewNames.find((name) => name === text('view')) ?? 'overview',
    q: text('q'),
    sev: text('sev'),
    status: text('status'),
    state: text('state'),
    account: text('account'),
    check: text('check'),
    clause: text('clause'),
    sort: text('sort'),
    service: text('service'),
    gap: text('gap'),
    cloud: text('cloud'),
    by: text('by'),
    f: text('f'),
  };
}

/** The hash of a state, without what is empty. */
export function writeState(state: ViewState): string {
  const filled = Object.entries(state).filter(([, value]) => value !== '');
  return `#${new URLSearchParams(filled).toString()}`;
}

/** The conditions of the findings list, all empty. */
export const noConditions = { q: '', sev: '', status: '', state: '', account: '', check: '', clause: '' } as const;
