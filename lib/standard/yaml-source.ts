import {
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  LineCounter,
  parseDocument,
  type Document,
  type ParsedNode,
} from 'yaml';
import type { Text } from '../model/text.ts';
import type { Issue } from './describe-issue.ts';
import { headingOf, refusal } from './refusal.ts';
import { yamlFault } from './yaml-fault.ts';

/** What a YAML file says, and where. */
export interface YamlSource {
  /** Undefined where the file is empty. */
  readonly written: unknown;
  /** `file:line:column` of a value, or of the nearest parent that is written. */
  placeOf(path: readonly PropertyKey[]): string;
  /** `file:line:column` of an issue: of its key if the key is the fault, else as {@link placeOf}. */
  placeOfIssue(issue: Issue): string;
}

/** One set of fields merged into each of thousands of rows is fair; a document that multiplies itself is not. */
const mostAliases = 10_000;

/** Reads YAML, with merge keys (`<<`) as in YAML 1.1. Throws an OperatorError that calls it `what` for all that keeps it from being YAML. */
export function readYaml(text: string, { file, what }: { readonly file: string; readonly what: Text }): YamlSource {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, merge: true });
  const place = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  const { errors } = document;
  if (errors.length > 0) {
    throw refusal(
      headingOf(what, errors.length),
      errors.map((error) => () => notYaml(place(error.pos[0]), error)),
    );
  }
  return {
    written: toPlain(document, { file, what }),
    placeOf: (path) => place(offsetAt(document, path)),
    placeOfIssue: (issue) => place(offsetOf(document, issue)),
  };
}

function toPlain(document: Document.Parsed, { file, what }: { readonly file: string; readonly what: Text }): unknown {
  try {
    return document.toJS({ maxAliasCount: mostAliases }) ?? undefined;
  } catch (cause) {
    throw refusal(headingOf(what, 1), [() => notYaml(`${file}:1:1`, cause)]);
  }
}

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
    if (isScalar(node) || isCollection(node) || isAlias(node)) return (node as ParsedNode).range[0];
  }
  return 0;
}

function notYaml(place: string, cause: unknown): Text {
  const { ja, en } = yamlFault(cause);
  return { ja: `${place} ${ja}`, en: `${place} ${en}` };
}
