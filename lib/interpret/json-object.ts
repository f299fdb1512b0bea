import type { Answers } from './part.ts';

/** An object as Microsoft Graph or Azure Resource Manager writes it. Every field may be null or missing. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** The objects of a collection; throws when the answer is no collection. */
export function itemsOf(answers: Answers, operation: string): readonly JsonObject[] {
  return valuesOf(answers[operation], operation);
}

/** The one object that an operation answers with. */
export function objectOf(answers: Answers, operation: string): JsonObject {
  const answer = answers[operation];
  if (!isObject(answer)) throw new TypeError(`${operation} did not answer with an object`);
  return answer;
}

/** The answers of an operation that is called once per object, by the object's id; throws when they are no list. */
export function outputsOf(answers: Answers, operation: string): ReadonlyMap<string, JsonObject> {
  const list = answers[operation] ?? [];
  if (!Array.isArray(list)) throw new TypeError(`${operation} is not a list of answers`);
  return new Map(
    (list as unknown[]).map((each) => {
      if (!isObject(each) || !isObject(each['input']) || !isObject(each['output']))
        throw new TypeError(`${operation} has an answer without input or output`);
      return [textIn(each['input'], 'id'), each['output']];
    }),
  );
}

/** The objects of a collection that stands by itself. */
export function valuesOf(answer: unknown, what: string): readonly JsonObject[] {
  const values = isObject(answer) ? answer['value'] : undefined;
  if (!Array.isArray(values) || !values.every(isObject)) throw new TypeError(`${what} is no collection of objects`);
  return values;
}

/** A text that the service always fills; anything else throws. */
export function textIn(object: JsonObject, field: string): string {
  const value = object[field];
  if (typeof value === 'string' && value !== '') return value;
  throw new TypeError(`${field} is not a text`);
}

/** A text, where there is one. */
export function wordIn(object: JsonObject, field: string): string | undefined {
  const value = object[field];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** True or false, where it is said; anything else throws: a guess could pass what fails. */
export function flagIn(object: JsonObject, field: string): boolean | undefined {
  const value = object[field] ?? undefined;
  if (value === undefined || typeof value === 'boolean') return value;
  throw new TypeError(`${field} is neither true nor false`);
}

/** A number, where there is one; anything else throws. */
export function numberIn(object: JsonObject, field: string): number | undefined {
  const value = object[field] ?? undefined;
  if (value === undefined || typeof value === 'number') return value;
  throw new TypeError(`${field} is not a number`);
}

/**
 * A moment, where there is one that makes sense. Activity reports are written loosely (`-8:00`), and the year 1 stands
 * for never.
 */
export function momentIn(object: JsonObject, field: string): Date | undefined {
  const value = wordIn(object, field)?.replace(/([+-])(\d):(\d\d)$/, '$10$2:$3');
  const moment = new Date(value ?? Number.NaN);
  return Number.isNaN(moment.getTime()) || moment.getUTCFullYear() < 1900 ? undefined : moment;
}

/** Texts of a list; none where it is null. Anything else throws. */
export function wordsIn(object: JsonObject, field: string): readonly string[] {
  const value = object[field] ?? [];
  if (Array.isArray(value) && value.every((each) => typeof each === 'string')) return value;
  throw new TypeError(`${field} is not a list of texts`);
}

/** Words of a text that separates them by commas ("conditionalAccessGuestOrExternalUserTypes", "passwordPolicies"). */
export function splitIn(object: JsonObject, field: string): readonly string[] {
  return (wordIn(object, field) ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

/** Objects of a list; none where it is null. */
export function objectsIn(object: JsonObject, field: string): readonly JsonObject[] {
  const value = object[field] ?? [];
  if (Array.isArray(value) && value.every(isObject)) return value;
  throw new TypeError(`${field} is not a list of objects`);
}

/** An object within, where there is one. */
export function objectIn(object: JsonObject, field: string): JsonObject | undefined {
  const value = object[field] ?? undefined;
  if (value === undefined || isObject(value)) return value;
  throw new TypeError(`${field} is not an object`);
}

/** A value that is there, as a member to spread; nothing where it is not. */
export function given<K extends string, T>(name: K, value: T | undefined): { readonly [key in K]?: T } {
  return (value === undefined ? {} : { [name]: value }) as { readonly [key in K]?: T };
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
