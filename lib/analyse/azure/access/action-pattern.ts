/** Whether an action fits a pattern of a role, without case. */
export type ActionMatcher = (action: string) => boolean;

/** One piece of a pattern: a character; anything; or a slash that may have segments behind it. */
type Token = string | typeof anything | typeof slashes;

const anything = Symbol('*');
const slashes = Symbol('/*/');
const made = new Map<string, ActionMatcher>();

/**
 * A pattern of a role's actions. A star spans segments, and between two slashes it may stand for nothing at all, together with
 * one of them: Managed Identity Operator is written with a star before `assign/action`, and the operation is
 * `userAssignedIdentities/assign/action`. Matched by sets of positions, without going back: patterns of custom roles are
 * strangers' text.
 */
export function actionPattern(pattern: string): ActionMatcher {
  const key = pattern.toLowerCase();
  const known = made.get(key);
  if (known) return known;
  const matcher = matcherOf(key);
  made.set(key, matcher);
  return matcher;
}

function matcherOf(pattern: string): ActionMatcher {
  if (!pattern.includes('*')) return (action) => action.toLowerCase() === pattern;
  const tokens = tokensOf(pattern);
  return (action) => runs(tokens, action.toLowerCase());
}

function tokensOf(pattern: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < pattern.length;) {
    const isSlashes = pattern.startsWith('/*/', at);
    tokens.push(isSlashes ? slashes : pattern[at] === '*' ? anything : (pattern[at] ?? ''));
    at += isSlashes ? 3 : 1;
  }
  return tokens;
}

function runs(tokens: readonly Token[], text: string): boolean {
  let positions: ReadonlySet<number> = new Set([0]);
  for (const token of tokens) {
    positions = after(token, positions, text);
    if (positions.size === 0) return false;
  }
  return positions.has(text.length);
}

/** Where a match may stand after one more piece. */
function after(token: Token, positions: ReadonlySet<number>, text: string): ReadonlySet<number> {
  if (typeof token === 'string') return new Set([...positions].filter((at) => text[at] === token).map((at) => at + 1));
  if (token === anything) return new Set(range(Math.min(...positions), text.length));
  const first = Math.min(...[...positions].filter((at) => text[at] === '/'));
  if (!Number.isFinite(first)) return new Set();
  const direct = [...positions].filter((at) => text[at] === '/').map((at) => at + 1);
  return new Set([...direct, ...range(first + 1, text.length).filter((at) => text[at - 1] === '/' && at - 1 > first)]);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}
