import type { z } from 'zod';
import english from 'zod/v4/locales/en.js';
import japanese from 'zod/v4/locales/ja.js';
import { locales, type Locale, type Text } from '../model/text.ts';
import { nearest } from './nearest.ts';
import { problems } from './problems.ts';

/** What the schema says of one wrong place. */
export type Issue = z.core.$ZodIssue;

const zodSays = { ja: japanese().localeError, en: english().localeError };

/**
 * Says what is wrong at the issue's path, and what `schema` allows there. The issue must have been reported with its
 * input.
 */
export function describeIssue(issue: Issue, schema: z.ZodType): Text {
  const path = issue.path.length > 0 ? `${issue.path.join('.')}: ` : '';
  const { ja, en } = describeFault(issue, schema);
  return { ja: path + ja, en: path + en };
}

/** As {@link describeIssue}, without saying where. */
export function describeFault(issue: Issue, schema: z.ZodType): Text {
  const [ja, en] = locales.map((locale) => whatIsWrong(issue, { locale, schema }));
  return { ja: ja ?? '', en: en ?? '' };
}

interface Asked {
  readonly locale: Locale;
  readonly schema: z.ZodType;
}

function whatIsWrong(issue: Issue, { locale, schema }: Asked): string {
  if (issue.code === 'unrecognized_keys') {
    const keys = issue.keys.map((key) => `"${key}"`).join(', ');
    return { ja: `知らないキー ${keys}`, en: `unknown key ${keys}` }[locale] + allowedKeys(issue, schema)[locale];
  }
  const ours = Object.entries(problems).find(([name]) => name === issue.message)?.[1];
  if (ours) return ours[locale];
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String).join(', ');
    return { ja: `使える値: ${values}`, en: `allowed: ${values}` }[locale];
  }
  if (issue.code === 'invalid_type') return wrongKind(issue)[locale];
  if (issue.code === 'too_small' && issue.origin === 'string' && issue.minimum === 1)
    return { ja: '空にはできません', en: 'it must not be empty' }[locale];
  const said = zodSays[locale](issue as z.core.$ZodRawIssue);
  const text = (typeof said === 'string' ? said : said?.message) ?? issue.message;
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

/** The kinds of values, as somebody who writes YAML knows them. */
const kinds: Readonly<Record<string, Text>> = {
  string: { ja: '文字列', en: 'a text' },
  number: { ja: '数値', en: 'a number' },
  int: { ja: '整数', en: 'a whole number' },
  boolean: { ja: 'true または false', en: 'true or false' },
  array: { ja: '一覧([a, b] の形)', en: 'a list like [a, b]' },
  object: { ja: '「キー: 値」の組', en: 'fields like "key: value"' },
  record: { ja: '「キー: 値」の組', en: 'fields like "key: value"' },
  null: { ja: '空', en: 'empty' },
};

function wrongKind({ expected, input }: Issue & { code: 'invalid_type' }): Text {
  if (input === undefined) return { ja: '必須の項目です', en: 'it is required' };
  const kind = input === null ? 'null' : Array.isArray(input) ? 'array' : typeof input;
  const isUnquoted = expected === 'string' && (kind === 'number' || kind === 'boolean');
  const [asked, given] = [expected, kind].map((each) => kinds[each] ?? { ja: each, en: each });
  return {
    ja: `${asked?.ja}で書いてください(今の値は${given?.ja}です)${isUnquoted ? '。値を引用符で囲んでください' : ''}`,
    en: `it must be ${asked?.en}, and is ${given?.en}${isUnquoted ? '; write it in quotes' : ''}`,
  };
}

/** The keys that the object at the issue's path may have, found by asking the schema for what it would fill in. */
function allowedKeys(issue: Issue & { code: 'unrecognized_keys' }, whole: z.ZodType): Text {
  const allowed = keysAt(issue.path, whole);
  const hint = issue.keys.map((key) => nearest(key, allowed)).find(Boolean);
  if (hint) return { ja: `。「${hint}」のことですか`, en: `; did you mean "${hint}"?` };
  if (allowed.length === 0) return { ja: '', en: '' };
  return { ja: `。使えるキー: ${allowed.join(', ')}`, en: `; allowed: ${allowed.join(', ')}` };
}

/** The keys that an object at `path` of what `whole` describes may have. */
export function keysAt(path: readonly PropertyKey[], whole: z.ZodType): string[] {
  let schema: unknown = whole;
  for (const key of path)
    schema = typeof key === 'number' ? inner(schema, 'element') : inner(inner(schema, 'shape'), key);
  return Object.keys(inner(schema, 'shape') ?? {});
}

/** Looks through defaults and refinements, which wrap the schema that has the member. */
function inner(schema: unknown, member: PropertyKey): object | undefined {
  let at: unknown = schema;
  while (typeof at === 'object' && at !== null) {
    const record = at as Record<PropertyKey, unknown>;
    const found = record[member];
    if (typeof found === 'object' && found !== null) return found;
    const definition = record['def'] as Record<string, unknown> | undefined;
    at = definition?.['innerType'];
  }
  return undefined;
}
