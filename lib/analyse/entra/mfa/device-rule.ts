/** Operators that hold of a device without any attributes: it is not what they compare with. */
const negative = new Set(['-ne', '-notstartswith', '-notendswith', '-notcontains', '-notin']);
const positive = new Set(['-eq', '-startswith', '-endswith', '-contains', '-in']);

/**
 * Whether a device that the tenant does not know matches a filter for devices: it has no attributes, so that only
 * negative operators hold of it ("Policy behavior with filter for devices", Microsoft Entra ID). Undefined when the rule
 * cannot be read.
 */
export function matchesUnknownDevice(rule: string): boolean | undefined {
  const tokens = rule.match(/\(|\)|\[[^\]]*\]|"(?:[^"`]|`.)*"|[^\s()[\]"]+/g);
  if (!tokens) return undefined;
  const reader = { tokens, at: 0 };
  const value = readOr(reader);
  return reader.at === tokens.length ? value : undefined;
}

interface Reader {
  readonly tokens: readonly string[];
  at: number;
}

function readOr(reader: Reader): boolean | undefined {
  let value = readAnd(reader);
  while (take(reader, '-or')) value = either(value, readAnd(reader), true);
  return value;
}

function readAnd(reader: Reader): boolean | undefined {
  let value = readTerm(reader);
  while (take(reader, '-and')) value = either(value, readTerm(reader), false);
  return value;
}

/** `decisive` from one side decides; else what is unread on either side leaves the whole open. */
function either(a: boolean | undefined, b: boolean | undefined, decisive: boolean): boolean | undefined {
  if (a === decisive || b === decisive) return decisive;
  return a === undefined || b === undefined ? undefined : !decisive;
}

function readTerm(reader: Reader): boolean | undefined {
  if (take(reader, '-not')) {
    const value = readTerm(reader);
    return value === undefined ? undefined : !value;
  }
  if (take(reader, '(')) {
    const value = readOr(reader);
    return take(reader, ')') ? value : undefined;
  }
  const [attribute, operator, operand] = reader.tokens.slice(reader.at, reader.at + 3);
  if (!attribute || !operator || operand === undefined) return undefined;
  reader.at += 3;
  if (negative.has(operator.toLowerCase())) return true;
  return positive.has(operator.toLowerCase()) ? false : undefined;
}

function take(reader: Reader, token: string): boolean {
  if (reader.tokens[reader.at]?.toLowerCase() !== token) return false;
  reader.at += 1;
  return true;
}
