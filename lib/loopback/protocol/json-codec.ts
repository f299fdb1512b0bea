import { isObject } from '../json-value.ts';
import type { Schema } from '../schema.ts';
import { memberOf, mismatch } from './mismatch.ts';
import { readTimestamp, writeTimestamp } from './timestamp.ts';

/** A value in the SDK's shape as AWS JSON writes it: dates as seconds since 1970 unless a trait says otherwise. */
export function toWire(schema: Schema, value: unknown): unknown {
  return translate(schema, value, (member, date) => writeTimestamp(member, date, 'epoch-seconds'));
}

/** A request's value in the shape that the SDK's caller gave, dates as ISO strings. */
export function fromWire(schema: Schema, value: unknown): unknown {
  const read = (_: Schema, date: unknown) => readTimestamp(typeof date === 'number' ? date : String(date));
  return translate(schema, value, read);
}

type OnDate = (schema: Schema, value: unknown) => unknown;

function translate(schema: Schema, value: unknown, onDate: OnDate): unknown {
  if (value === undefined || value === null) return undefined;
  if (schema.isListSchema()) {
    if (!Array.isArray(value)) throw mismatch(schema, value);
    return value.map((item: unknown) => translate(schema.getValueSchema(), item, onDate));
  }
  if (schema.isTimestampSchema()) return onDate(schema, value);
  if (!schema.isStructSchema() && !schema.isMapSchema()) return value;
  if (!isObject(value)) throw mismatch(schema, value);
  const schemaAt = (name: string): Schema => (schema.isMapSchema() ? schema.getValueSchema() : memberOf(schema, name));
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, translate(schemaAt(name), inner, onDate)]),
  );
}
