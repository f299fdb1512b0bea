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
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String).join(', ');
    return { ja: `使える値: ${values}`, en: `allowed: ${values}` }[locale];
  }
  const ours = Object.entries(problems).find(([name]) => name === issue.message)?.[1];
  if (ours) return ours[locale];
  const said = zodSays[locale](issue as z.core.$ZodRawIssue);
  const text = (typeof said === 'string' ? said : said?.message) ?? issue.message;
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

/** The keys that the object at the issue's path may have, found by asking the schema for what it would fill in. */
function allowedKeys(issue: Issue & { code: 'unrecognized_keys' }, whole: z.ZodType): Text {
  const allowed = keysAt(issue.path, whole);
  const hint = issue.keys.map((key) => nearest(key, allowed)).find(Boolean);
  if (hint) return { ja: `。「${hint}」のことですか`, en: `; did you mean "${hint}"?` };
  if (allowed.length === 0) return { ja: '', en: '' };
  return { ja: `。使えるキー: ${allowed.join(', ')}`, en: `; allowed: ${allowed.join(', ')}` };
}

function keysAt(path: readonly PropertyKey[], whole: z.ZodType): string[] {
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
