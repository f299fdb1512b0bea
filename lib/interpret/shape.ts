/** A list of an answer. Services leave empty lists out, so an absent one is empty; anything else but a list throws. */
export function listOf<T>(value: readonly T[] | undefined, field: string): readonly T[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new TypeError(`${field} is not a list`);
  return value;
}

/** A field that the service always fills; its absence throws, because nothing can be judged without it. */
export function required<T>(value: T | null | undefined, field: string): T {
  if (value === undefined || value === null) throw new TypeError(`${field} is missing`);
  return value;
}

/** A text that the service always fills; anything else throws. */
export function textOf(value: unknown, field: string): string {
  if (typeof value === 'string') return value;
  throw new TypeError(`${field} is not a text`);
}

/** A moment written as ISO 8601; anything else throws. */
export function momentOf(value: string | undefined, field: string): Date {
  const moment = new Date(required(value, field));
  if (Number.isNaN(moment.getTime())) throw new TypeError(`${field} is not a date: ${value}`);
  return moment;
}

/** A number, where there is one; anything else throws. */
export function numberOf(value: unknown, field: string): number | undefined {
  if (value === undefined || typeof value === 'number') return value;
  throw new TypeError(`${field} is not a number`);
}

/** True or false, where it is said; anything else throws. */
export function booleanOf(value: unknown, field: string): boolean | undefined {
  if (value === undefined || typeof value === 'boolean') return value;
  throw new TypeError(`${field} is neither true nor false`);
}
