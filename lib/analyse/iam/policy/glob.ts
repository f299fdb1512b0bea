/** Stands for a star that is meant literally (`${*}`, or a star in a variable's value); no ARN or name holds it. */
export const literalStar = '\u{e000}';
/** Stands for a question mark that is meant literally. */
export const literalMark = '\u{e001}';

/**
 * Whether a text matches a pattern of IAM: `*` stands for any characters, also `/` and `:`, and `?` for any one
 * ("IAM JSON policy elements: Resource"). Linear in time for any pattern, because policies are written by strangers.
 */
export function globMatches(pattern: string, text: string): boolean {
  if (pattern === '*') return true;
  let at = 0;
  let star = -1;
  let resume = 0;
  let place = 0;
  while (place < text.length) {
    if (at < pattern.length && pattern[at] === '*') {
      star = at;
      at += 1;
      resume = place;
    } else if (at < pattern.length && matchesOne(pattern[at], text[place])) {
      at += 1;
      place += 1;
    } else if (star >= 0) {
      at = star + 1;
      resume += 1;
      place = resume;
    } else {
      return false;
    }
  }
  while (pattern[at] === '*') at += 1;
  return at === pattern.length;
}

function matchesOne(wanted: string | undefined, found: string | undefined): boolean {
  if (wanted === '?') return true;
  return wanted === found || (wanted === literalStar && found === '*') || (wanted === literalMark && found === '?');
}

/**
 * Whether an ARN matches a pattern segment by segment, as ArnEquals and ArnLike do ("IAM JSON policy elements:
 * Condition operators"): each of the first five segments by itself, the rest as one.
 */
export function arnMatches(pattern: string, arn: string): boolean {
  if (pattern === '*') return true;
  const wanted = segmentsOf(pattern);
  const found = segmentsOf(arn);
  return wanted.length === found.length && wanted.every((segment, at) => globMatches(segment, found[at] ?? ''));
}

function segmentsOf(arn: string): string[] {
  const parts = arn.split(':');
  return [...parts.slice(0, 5), parts.slice(5).join(':')];
}

/**
 * A text that both patterns match, if there is one: the name that an attacker would choose for a new resource. `other`
 * is the template of an ARN: what is open in it, a region or a name, holds no colon.
 */
export function commonText(one: string, other: string): string | undefined {
  const plain = other.replaceAll('*', 'tenken').replaceAll('?', 'x');
  if (globMatches(one, plain)) return plain;
  const dead = new Set<number>();
  const width = other.length + 1;
  const join = (at: number, to: number): string | undefined => {
    const key = at * width + to;
    if (dead.has(key)) return undefined;
    const found = step(at, to);
    if (found === undefined) dead.add(key);
    return found;
  };
  const step = (at: number, to: number): string | undefined => {
    const a = one[at];
    const b = other[to];
    if (a === undefined && b === undefined) return '';
    if (a === '*') return join(at + 1, to) ?? (b === undefined ? undefined : prefixed(b, join(at, to + 1)));
    if (b === '*') {
      const after = join(at, to + 1);
      return after ?? (a === undefined || a === ':' ? undefined : prefixed(a, join(at + 1, to)));
    }
    if (a === undefined || b === undefined) return undefined;
    if (a !== b && a !== '?' && b !== '?') return undefined;
    return prefixed(a === '?' ? b : a, join(at + 1, to + 1));
  };
  return join(0, 0);
}

function prefixed(sign: string, rest: string | undefined): string | undefined {
  if (rest === undefined) return undefined;
  if (sign === '*') return rest;
  return (sign === '?' ? 'x' : sign) + rest;
}
