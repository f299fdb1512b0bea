import {
  isCollection,
  isMap,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
  type Document,
  type ParsedNode,
} from 'yaml';
import type { z } from 'zod';
import { OperatorError } from '../model/operator-error.ts';
import type { Standard } from '../model/standard.ts';
import type { Locale } from '../model/text.ts';
import { nearest } from './nearest.ts';
import { standardSchema } from './schema.ts';

/** What the standard may refer to, and the language that holds where it names none. */
export interface Known {
  /** Ids of the checks that exist. */
  readonly checks: readonly string[];
  readonly locale?: Locale;
}

type Issue = z.core.$ZodIssue;

/**
 * Parses and validates standard.yaml. Throws one OperatorError that lists everything wrong in it, each with file, line
 * and column, and what is allowed.
 */
export function parseStandard(text: string, options: Known & { readonly file: string }): Standard {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const place = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${options.file}:${line}:${col}`;
  };
  if (document.errors.length > 0) {
    throw invalid(document.errors.map((error) => `${place(error.pos[0])} ${error.message.split('\n')[0]}`));
  }
  const written = toPlain(document, options.file);
  const result = standardSchema.safeParse(withLocale(written, options.locale));
  if (!result.success) {
    throw invalid(result.error.issues.map((issue) => `${place(offsetOf(document, issue))} ${describe(issue)}`));
  }
  const strangers = unknownChecks(result.data, options.checks);
  if (strangers.length > 0) {
    throw invalid(
      strangers.map(
        ({ path, id }) => `${place(offsetAt(document, path))} ${path.join('.')}: ${unknownCheck(id, options.checks)}`,
      ),
    );
  }
  return result.data;
}

function toPlain(document: Document.Parsed, file: string): unknown {
  try {
    // A few aliases are fair; a document that multiplies itself is not.
    return document.toJS({ maxAliasCount: 100 }) ?? {};
  } catch (cause) {
    throw invalid([`${file}:1:1 ${cause instanceof Error ? cause.message : String(cause)}`]);
  }
}

function withLocale(written: unknown, locale: Locale | undefined): unknown {
  if (!locale || typeof written !== 'object' || written === null || Array.isArray(written)) return written;
  return { locale, ...written };
}

function describe(issue: Issue): string {
  const path = issue.path.length > 0 ? `${issue.path.join('.')}: ` : '';
  if (issue.code === 'unrecognized_keys')
    return `${path}unknown key ${issue.keys.map((key) => `"${key}"`).join(', ')}${allowedKeys(issue)}`;
  if (issue.code === 'invalid_value') return `${path}allowed: ${issue.values.map(String).join(', ')}`;
  return `${path}${issue.message.charAt(0).toLowerCase()}${issue.message.slice(1)}`;
}

/** The keys that the object at the issue's path may have, found by asking the schema for what it would fill in. */
function allowedKeys(issue: Issue & { code: 'unrecognized_keys' }): string {
  const allowed = keysAt(issue.path);
  const hint = issue.keys.map((key) => nearest(key, allowed)).find(Boolean);
  if (hint) return `; did you mean "${hint}"?`;
  return allowed.length > 0 ? `; allowed: ${allowed.join(', ')}` : '';
}

function keysAt(path: readonly PropertyKey[]): string[] {
  let schema: unknown = standardSchema;
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

/** Where an issue stands: its key if the key is the fault, else its value, else the nearest parent that is written. */
function offsetOf(document: Document.Parsed, issue: Issue): number {
  if (issue.code !== 'unrecognized_keys') return offsetAt(document, issue.path);
  const parent = document.getIn(issue.path, true) as ParsedNode | undefined;
  const map = isMap(parent) ? parent : document.contents;
  const pair = isMap(map)
    ? map.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === issue.keys[0])
    : undefined;
  return pair?.key.range[0] ?? 0;
}

function offsetAt(document: Document.Parsed, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isScalar(node) || isCollection(node)) return (node as ParsedNode).range[0];
  }
  return 0;
}

function unknownChecks(standard: Standard, known: readonly string[]): { path: (string | number)[]; id: string }[] {
  const named = [
    ...standard.disabledChecks.map((id, index) => ({ path: ['disabledChecks', index], id })),
    ...standard.exceptions.flatMap((exception, at) =>
      exception.checks.map((id, index) => ({ path: ['exceptions', at, 'checks', index], id })),
    ),
  ];
  return named.filter(({ id }) => !known.includes(id));
}

function unknownCheck(id: string, known: readonly string[]): string {
  const hint = nearest(id, known);
  return `there is no check "${id}"${hint ? `; did you mean "${hint}"?` : '; `tenken checks list` names them all'}`;
}

function invalid(problems: readonly string[]): OperatorError {
  const list = problems.join('\n');
  return new OperatorError({
    ja: `基準書の設定に誤りがあります(行:列の順)。直してからもう一度実行してください:\n${list}`,
    en: `The standard has ${problems.length === 1 ? 'an error' : 'errors'}; mend and run again:\n${list}`,
  });
}
