import { AwsError } from '../aws-error.ts';
import type { JsonObject } from '../json-value.ts';
import { membersOf, type Schema } from '../schema.ts';

/** What the loopback answers when a snapshot says something that the service never could: never a retried status. */
export function mismatch(schema: Schema, value: unknown): AwsError {
  const name = schema.getMemberName() ?? schema.getName() ?? 'value';
  return new AwsError(
    'LoopbackSnapshotInvalid',
    `The snapshot’s ${name} is not of its schema: ${JSON.stringify(value)}`,
  );
}

/** Throws when an object has members that its schema does not know, which would be lost on the wire without a word. */
export function checkMembers(schema: Schema, value: JsonObject): void {
  const known = new Set(membersOf(schema).map(([name]) => name));
  const stranger = Object.keys(value).find((name) => !name.startsWith('$') && !known.has(name));
  if (stranger === undefined) return;
  throw new AwsError('LoopbackSnapshotInvalid', `${schema.getName() ?? 'The structure'} has no member ${stranger}.`);
}
