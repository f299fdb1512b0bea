import { isObject, type JsonObject } from '../json-value.ts';
import { membersOf, type Schema } from '../schema.ts';
import { checkMembers, mismatch } from './mismatch.ts';
import { readTimestamp, writeTimestamp } from './timestamp.ts';

/** A value in the SDK's shape as AWS JSON writes it: dates as seconds since 1970 unless a trait says otherwise. */
export function toWire(schema: Schema, value: unknown): unknown {
  return translate(schema, value, (member, date) => writeTimestamp(member, date, 'epoch-seconds'), checkMembers);
}

/** A request's value in the shape that the SDK's caller gave, dates as ISO strings. */
export function fromWire(schema: Schema, value: unknown): unknown {
  const read = (_: Schema, date: unknown) => readTimestamp(typeof date === 'number' ? date : String(date));
  return translate(schema, value, read, () => undefined);
}

type OnDate = (schema: Schema, value: unknown) => unknown;
type OnObject = (schema: Schema, value: JsonObject) => void;

function translate(schema: Schema, value: unknown, onDate: OnDate, onObject: OnObject): unknown {
  if (value === undefined || value === null) return undefined;
  const next = (member: Schema, inner: unknown) => translate(member, inner, onDate, onObject);
  if (schema.isListSchema()) {
    if (!Array.isArray(value)) throw mismatch(schema, value);
    return value.map((item: unknown) => next(schema.getValueSchema(), item));
  }
  if (schema.isTimestampSchema()) return onDate(schema, value);
  if (!schema.isStructSchema() && !schema.isMapSchema()) return value;
  if (!isObject(value)) throw mismatch(schema, value);
  if (schema.isMapSchema()) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, next(schema.getValueSchema(), item)]));
  }
  onObject(schema, value);
  return Object.fromEntries(
    membersOf(schema).flatMap(([name, member]) =>
      Object.hasOwn(value, name) ? [[name, next(member, value[name])]] : [],
    ),
  );
}
