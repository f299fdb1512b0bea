import { AwsError } from '../aws-error.ts';
import { membersOf, type Schema } from '../schema.ts';

/** What the loopback answers when a snapshot says something that the service never could. No client tries 400 again. */
export function mismatch(schema: Schema, value: unknown): AwsError {
  return new AwsError('LoopbackSchemaMismatch', `${nameOf(schema)} cannot be ${JSON.stringify(value)}.`);
}

/** The schema of a structure's member. Throws for one that would be lost on the wire without a word. */
export function memberOf(schema: Schema, name: string): Schema {
  const member = membersOf(schema).get(name);
  if (member) return member;
  throw new AwsError('LoopbackSchemaMismatch', `${nameOf(schema)} has no member ${name}.`);
}

function nameOf(schema: Schema): string {
  return schema.getMemberName() ?? schema.getName() ?? 'The value';
}
