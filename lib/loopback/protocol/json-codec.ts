import { isObject } from '../json-value.ts';
import { membersOf, type Schema } from '../schema.ts';
import { memberOf, mismatch } from './mismatch.ts';
import { readTimestamp, writeTimestamp } from './timestamp.ts';

/** What members are called on the wire: as in the SDK, or as their `jsonName` says, where a protocol heeds that trait. */
export type MemberNames = 'own' | 'json-name';

/** A value in the SDK's shape as AWS JSON writes it: dates as seconds since 1970 unless a trait says otherwise. */
export function toWire(schema: Schema, value: unknown, names: MemberNames = 'own'): unknown {
  const onDate: OnDate = (member, date) => writeTimestamp(member, date, 'epoch-seconds');
  const nameOf = (member: Schema, name: string): string => (names === 'own' ? name : wireName(member, name));
  return translate(schema, value, { onDate, nameOf, memberAt: (struct, name) => [name, memberOf(struct, name)] });
}

/** A request's value in the shape that the SDK's caller gave, dates as ISO strings. */
export function fromWire(schema: Schema, value: unknown, names: MemberNames = 'own'): unknown {
  const onDate: OnDate = (_, date) => readTimestamp(typeof date === 'number' ? date : String(date));
  const memberAt = (struct: Schema, sent: string): readonly [string, Schema] => {
    const found = [...membersOf(struct)].find(([name, member]) => wireName(member, name) === sent);
    return names === 'json-name' && found ? found : [sent, memberOf(struct, sent)];
  };
  return translate(schema, value, { onDate, nameOf: (_, name) => name, memberAt });
}

function wireName(member: Schema, name: string): string {
  return member.getMergedTraits().jsonName ?? name;
}

type OnDate = (schema: Schema, value: unknown) => unknown;

/** How dates and the names of members are written on the other side. */
interface Translation {
  readonly onDate: OnDate;
  readonly nameOf: (member: Schema, name: string) => string;
  readonly memberAt: (struct: Schema, name: string) => readonly [string, Schema];
}

function translate(schema: Schema, value: unknown, how: Translation): unknown {
  if (value === undefined || value === null) return undefined;
  if (schema.isListSchema()) {
    if (!Array.isArray(value)) throw mismatch(schema, value);
    return value.map((item: unknown) => translate(schema.getValueSchema(), item, how));
  }
  if (schema.isTimestampSchema()) return how.onDate(schema, value);
  if (!schema.isStructSchema() && !schema.isMapSchema()) return value;
  if (!isObject(value)) throw mismatch(schema, value);
  const inner = schema.isMapSchema() ? schema.getValueSchema() : undefined;
  return Object.fromEntries(
    Object.entries(value).map(([key, held]) => {
      if (inner) return [key, translate(inner, held, how)];
      const [name, member] = how.memberAt(schema, key);
      return [how.nameOf(member, name), translate(member, held, how)];
    }),
  );
}
