import type { Schema } from '../schema.ts';
import { mismatch } from './mismatch.ts';

const formats: Readonly<Record<number, TimestampFormat>> = { 5: 'date-time', 6: 'http-date', 7: 'epoch-seconds' };

/** The ways in which a timestamp travels (Smithy specification, "timestampFormat trait"). */
export type TimestampFormat = 'date-time' | 'http-date' | 'epoch-seconds';

/** An ISO 8601 string as the wire has it: in the schema's own format, else in the protocol's. */
export function writeTimestamp(schema: Schema, value: unknown, standard: TimestampFormat): string | number {
  const date = new Date(typeof value === 'string' ? value : Number.NaN);
  if (Number.isNaN(date.getTime())) throw mismatch(schema, value);
  const format = formatOf(schema) ?? standard;
  if (format === 'epoch-seconds') return date.getTime() / 1000;
  return format === 'http-date' ? date.toUTCString() : date.toISOString().replace('.000Z', 'Z');
}

/** A timestamp of a request as an ISO 8601 string, whatever its format; undefined when it is none. */
export function readTimestamp(value: string | number): string | undefined {
  const seconds = Number(value);
  const date = Number.isNaN(seconds) ? new Date(value) : new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

function formatOf(schema: Schema): TimestampFormat | undefined {
  const type: unknown = schema.getSchema();
  return typeof type === 'number' ? formats[type] : undefined;
}
