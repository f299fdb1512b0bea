/** Whether some word matches both patterns, in which `*` stands for anything. Letters are compared as they are. */
export function patternsMeet(one: string, other: string): boolean {
  if (!one.includes('*')) return matches(other, one);
  if (!other.includes('*')) return matches(one, other);
  // What stands between the stars of one fits into a star of the other: only the ends can be at odds.
  return ends(before(one), before(other), 'startsWith') && ends(after(one), after(other), 'endsWith');
}

function before(pattern: string): string {
  return pattern.slice(0, pattern.indexOf('*'));
}

function after(pattern: string): string {
  return pattern.slice(pattern.lastIndexOf('*') + 1);
}

function ends(one: string, other: string, has: 'startsWith' | 'endsWith'): boolean {
  return one[has](other) || other[has](one);
}

/** As a regular expression would, without its time for many stars. */
function matches(pattern: string, word: string): boolean {
  if (!pattern.includes('*')) return pattern === word;
  const last = after(pattern);
  if (!word.startsWith(before(pattern)) || !word.endsWith(last)) return false;
  const end = word.length - last.length;
  let at = before(pattern).length;
  for (const part of pattern.split('*').slice(1, -1)) {
    const found = word.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return at <= end;
}
