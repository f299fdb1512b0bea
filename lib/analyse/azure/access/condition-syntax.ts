/** An expression of an ABAC condition ("Azure role assignment condition format and syntax", Microsoft Learn). */
export type Condition =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Condition[] }
  | { readonly kind: 'not'; readonly part: Condition }
  | { readonly kind: 'action'; readonly pattern: string }
  | { readonly kind: 'compare'; readonly left: string; readonly operator: string; readonly values: readonly string[] }
  /** Something that depends on what nobody can say beforehand. */
  | { readonly kind: 'open' };

/** The expression that a text says; undefined where it is not understood. */
export function parseCondition(text: string): Condition | undefined {
  const tokens = tokensOf(text);
  if (!tokens || tokens.length > 20_000) return undefined;
  const reader = { tokens, at: 0, depth: 0 };
  const found = orIn(reader);
  return found && reader.at === tokens.length ? found : undefined;
}

interface Reader {
  readonly tokens: readonly string[];
  at: number;
  depth: number;
}

const token = /\s*(?:('[^']*')|(@\w+\[[^\]]*\])|([{}(),]|&&|\|\||!)|([\w-]+(?:[.:][\w-]+)*))/y;

function tokensOf(text: string): readonly string[] | undefined {
  const found: string[] = [];
  const end = text.trimEnd().length;
  token.lastIndex = 0;
  while (token.lastIndex < end) {
    const match = token.exec(text);
    if (!match) return undefined;
    found.push(match[0].trim());
  }
  return found;
}

function accepts(reader: Reader, ...words: readonly string[]): boolean {
  const is = words.includes(reader.tokens[reader.at]?.toLowerCase() ?? '');
  if (is) reader.at += 1;
  return is;
}

function orIn(reader: Reader): Condition | undefined {
  return chainIn(reader, 'or', ['or', '||'], andIn);
}

function andIn(reader: Reader): Condition | undefined {
  return chainIn(reader, 'and', ['and', '&&'], notIn);
}

function chainIn(
  reader: Reader,
  kind: 'and' | 'or',
  words: readonly string[],
  next: (reader: Reader) => Condition | undefined,
): Condition | undefined {
  const parts: Condition[] = [];
  do {
    const part = next(reader);
    if (!part) return undefined;
    parts.push(part);
  } while (accepts(reader, ...words));
  return parts.length === 1 ? parts[0] : { kind, parts };
}

function notIn(reader: Reader): Condition | undefined {
  // A text of nothing but negations or parentheses must not exhaust the stack.
  reader.depth += 1;
  if (reader.depth > 500) return undefined;
  const found = factorIn(reader);
  reader.depth -= 1;
  return found;
}

function factorIn(reader: Reader): Condition | undefined {
  if (accepts(reader, '!', 'not')) {
    const part = notIn(reader);
    return part && { kind: 'not', part };
  }
  if (accepts(reader, '(')) {
    const part = orIn(reader);
    return part && accepts(reader, ')') ? part : undefined;
  }
  if (accepts(reader, 'actionmatches')) {
    const [pattern] = listIn(reader) ?? [];
    return pattern === undefined ? undefined : { kind: 'action', pattern };
  }
  if (accepts(reader, 'suboperationmatches')) return listIn(reader) && { kind: 'open' };
  return comparisonIn(reader);
}

function comparisonIn(reader: Reader): Condition | undefined {
  const isExists = accepts(reader, 'exists', 'notexists');
  const left = reader.tokens[reader.at];
  if (!left || (!left.startsWith('@') && !left.startsWith("'"))) return undefined;
  reader.at += 1;
  if (isExists) return { kind: 'open' };
  const first = reader.tokens[reader.at];
  if (!first || !/^[\w:]+$/.test(first)) return undefined;
  reader.at += 1;
  const operator = first.toLowerCase();
  const values = listIn(reader) ?? valueIn(reader);
  return values && { kind: 'compare', left, operator, values };
}

/** `{a, b}` */
function listIn(reader: Reader): readonly string[] | undefined {
  if (!accepts(reader, '{')) return undefined;
  const values: string[] = [];
  while (!accepts(reader, '}')) {
    const [value] = valueIn(reader) ?? [];
    if (value === undefined) return undefined;
    values.push(value);
    accepts(reader, ',');
  }
  return values;
}

function valueIn(reader: Reader): readonly string[] | undefined {
  const found = reader.tokens[reader.at];
  if (found === undefined || /^[{}(),!]$|^&&$|^\|\|$/.test(found)) return undefined;
  reader.at += 1;
  return [found.startsWith("'") ? found.slice(1, -1) : found];
}
