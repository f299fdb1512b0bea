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
  if (plain === other || !beginAlike(one, other) || !endAlike(one, other)) return undefined;
  const width = other.length + 1;
  const meets = meetings(one, other);
  if (!meets[0]) return undefined;
  let text = '';
  let at = 0;
  let to = 0;
  while (at < one.length || to < other.length) {
    const a = one[at];
    const b = other[to];
    if (a === '*' && meets[(at + 1) * width + to]) {
      at += 1;
    } else if (a === '*') {
      text += written(b);
      to += 1;
    } else if (b === '*' && meets[at * width + to + 1]) {
      to += 1;
    } else if (b === '*') {
      text += written(a);
      at += 1;
    } else {
      text += written(a === '?' ? b : a);
      at += 1;
      to += 1;
    }
  }
  return text;
}

/** Whether what two patterns begin with, before the first wildcard of either, does not contradict: a quick no for most. */
function beginAlike(one: string, other: string): boolean {
  for (let at = 0; at < one.length && at < other.length; at += 1) {
    const [a, b] = [one[at], other[at]];
    if (isWildcard(a) || isWildcard(b)) return true;
    if (a !== b) return false;
  }
  return true;
}

function endAlike(one: string, other: string): boolean {
  for (let back = 1; back <= one.length && back <= other.length; back += 1) {
    const [a, b] = [one[one.length - back], other[other.length - back]];
    if (isWildcard(a) || isWildcard(b)) return true;
    if (a !== b) return false;
  }
  return true;
}

function isWildcard(sign: string | undefined): boolean {
  return sign === '*' || sign === '?';
}

/** What stands in the text for a sign of a pattern: nothing for a star, any letter for a question mark. */
function written(sign = ''): string {
  if (sign === '*') return '';
  return sign === '?' ? 'x' : sign;
}

/**
 * For each place in one pattern and each in another, whether what follows there has a text in common: row by row from the
 * end, because policies are written by strangers, and a pattern of thousands of stars must not exhaust the stack.
 */
function meetings(one: string, other: string): Uint8Array {
  const width = other.length + 1;
  const meets = new Uint8Array((one.length + 1) * width);
  for (let at = one.length; at >= 0; at -= 1) {
    for (let to = other.length; to >= 0; to -= 1) {
      const a = one[at];
      const b = other[to];
      const onward = (more: number, further: number): boolean => meets[(at + more) * width + to + further] === 1;
      const found =
        a === undefined && b === undefined
          ? true
          : a === '*'
            ? onward(1, 0) || (b !== undefined && onward(0, 1))
            : b === '*'
              ? onward(0, 1) || (a !== undefined && a !== ':' && onward(1, 0))
              : a !== undefined && b !== undefined && (a === b || a === '?' || b === '?') && onward(1, 1);
      meets[at * width + to] = found ? 1 : 0;
    }
  }
  return meets;
}
