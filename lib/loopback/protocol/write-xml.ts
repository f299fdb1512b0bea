import { asText, isObject } from '../json-value.ts';
import type { Schema } from '../schema.ts';
import { escapeXml } from './escape-xml.ts';
import { memberOf, mismatch } from './mismatch.ts';
import { writeTimestamp } from './timestamp.ts';

/**
 * The members of a structure as XML elements, as AWS Query, EC2 Query and REST-XML write them (Smithy specification,
 * "XML binding traits"). The value is in the SDK's shape with dates as ISO strings and blobs as base64.
 */
export function writeMembers(schema: Schema, value: unknown): string {
  if (schema.isUnitSchema()) return '';
  if (!isObject(value)) throw mismatch(schema, value);
  return Object.entries(value)
    .map(([name, inner]) => {
      const member = memberOf(schema, name);
      return writeElement(member.getMemberTraits().xmlName ?? name, member, inner);
    })
    .join('');
}

function writeElement(name: string, schema: Schema, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (schema.isListSchema()) return writeList(name, schema, value);
  if (schema.isMapSchema()) return writeMap(name, schema, value);
  if (schema.isStructSchema()) return `<${name}>${writeMembers(schema, value)}</${name}>`;
  return `<${name}>${writeScalar(schema, value)}</${name}>`;
}

function writeList(name: string, schema: Schema, value: unknown): string {
  if (!Array.isArray(value)) throw mismatch(schema, value);
  const item = schema.getValueSchema();
  const flat = Boolean(schema.getMergedTraits().xmlFlattened);
  const itemName = flat ? name : (item.getMergedTraits().xmlName ?? 'member');
  const items = value.map((entry: unknown) => writeElement(itemName, item, entry)).join('');
  return flat ? items : `<${name}>${items}</${name}>`;
}

function writeMap(name: string, schema: Schema, value: unknown): string {
  if (!isObject(value)) throw mismatch(schema, value);
  const flat = Boolean(schema.getMergedTraits().xmlFlattened);
  const entryName = flat ? name : 'entry';
  const keyName = schema.getKeySchema().getMergedTraits().xmlName ?? 'key';
  const item = schema.getValueSchema();
  const itemName = item.getMergedTraits().xmlName ?? 'value';
  const entries = Object.entries(value)
    .map(([key, entry]) => `<${keyName}>${escapeXml(key)}</${keyName}>${writeElement(itemName, item, entry)}`)
    .map((entry) => `<${entryName}>${entry}</${entryName}>`)
    .join('');
  return flat ? entries : `<${name}>${entries}</${name}>`;
}

function writeScalar(schema: Schema, value: unknown): string {
  if (schema.isTimestampSchema()) return String(writeTimestamp(schema, value, 'date-time'));
  if (typeof value === 'object') throw mismatch(schema, value);
  return escapeXml(asText(value));
}
