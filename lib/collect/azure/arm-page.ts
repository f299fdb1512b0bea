import { ArmCallError } from './arm-failure.ts';

/** A row as ARM answers it. */
export type ArmRow = Readonly<Record<string, unknown>>;

/** One page of a list. */
export interface ArmPage {
  readonly value: readonly ArmRow[];
  readonly nextLink?: string;
}

/** A list of so many pages has no end. */
const mostPages = 2000;

/** The page that a body holds; throws where it holds none. */
export function pageOf(body: string | null | undefined): ArmPage {
  const { value, nextLink } = objectOf(body);
  if (!Array.isArray(value) || !value.every(isRow)) throw unexpected('Azure answered without a list of objects');
  return { value, ...(typeof nextLink === 'string' && nextLink !== '' && { nextLink }) };
}

/** The one object that a body holds; throws where it holds none. */
export function objectOf(body: string | null | undefined): ArmRow {
  const answer = parsed(body ?? '');
  if (!isRow(answer)) throw unexpected('Azure answered without an object');
  return answer;
}

/** To be told of each page before it is asked for: throws where pages lead in circles, or are more than there can be. */
export function pageGuard(most = mostPages): (page: string) => void {
  const seen = new Set<string>();
  return (page) => {
    if (seen.has(page) || seen.size >= most)
      throw new ArmCallError({ status: 200, code: 'EndlessPages', message: 'the pages never end' });
    seen.add(page);
  };
}

/** An answer that is a success and yet none. */
export function unexpected(message: string): ArmCallError {
  return new ArmCallError({ status: 200, code: 'UnexpectedAnswer', message });
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function isRow(value: unknown): value is ArmRow {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
