import { isObject, type JsonObject } from './json-value.ts';

/** The rows of a stored list. */
export function rowsOf(answer: unknown): readonly JsonObject[] {
  const value = isObject(answer) ? answer['value'] : undefined;
  return Array.isArray(value) ? value.filter(isObject) : [];
}
