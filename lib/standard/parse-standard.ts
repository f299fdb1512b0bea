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
import { OperatorError } from '../model/operator-error.ts';
import type { Standard } from '../model/standard.ts';
import type { Locale, Text } from '../model/text.ts';
import { describeIssue, type Issue } from './describe-issue.ts';
import { nearest } from './nearest.ts';
import { standardSchema } from './schema.ts';

/** What the standard may refer to, and the language that holds where it names none. */
export interface Known {
  /** Ids of the checks that exist. */
  readonly checks: readonly string[];
  readonly locale?: Locale;
}

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
    throw invalid(document.errors.map((error) => notYaml(place(error.pos[0]), error)));
  }
  const written = toPlain(document, options.file);
  const result = standardSchema.safeParse(withLocale(written, options.locale), { reportInput: true });
  if (!result.success) {
    throw invalid(result.error.issues.map((issue) => located(place(offsetOf(document, issue)), describeIssue(issue))));
  }
  const strangers = unknownChecks(result.data, options.checks);
  if (strangers.length > 0) {
    throw invalid(
      strangers.map(({ path, id }) =>
        located(`${place(offsetAt(document, path))} ${path.join('.')}:`, unknownCheck(id, options.checks)),
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
    throw invalid([notYaml(`${file}:1:1`, cause)]);
  }
}

function withLocale(written: unknown, locale: Locale | undefined): unknown {
  if (!locale || typeof written !== 'object' || written === null || Array.isArray(written)) return written;
  return { locale, ...written };
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

function unknownCheck(id: string, known: readonly string[]): Text {
  const hint = nearest(id, known);
  return {
    ja: `「${id}」という検査はありません。${hint ? `「${hint}」のことですか` : '`tenken checks list` で一覧を表示できます'}`,
    en: `there is no check "${id}"${hint ? `; did you mean "${hint}"?` : '; `tenken checks list` names them all'}`,
  };
}

/** The parser speaks English only. */
function notYaml(place: string, cause: unknown): Text {
  const said = (cause instanceof Error ? cause.message : String(cause)).split('\n')[0] ?? '';
  return { ja: `${place} YAMLとして読めません(${said})`, en: `${place} ${said}` };
}

function located(place: string, text: Text): Text {
  return { ja: `${place} ${text.ja}`, en: `${place} ${text.en}` };
}

function invalid(problems: readonly Text[]): OperatorError {
  return new OperatorError({
    ja: `基準書の設定に誤りがあります(行:列の順)。直してからもう一度実行してください:\n${problems.map(({ ja }) => ja).join('\n')}`,
    en: `The standard has ${problems.length === 1 ? 'an error' : 'errors'}; mend and run again:\n${problems.map(({ en }) => en).join('\n')}`,
  });
}
