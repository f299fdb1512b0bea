import { globMatches } from './glob.ts';

/** The actions that a statement names, or all but these. */
export interface ActionMatcher {
  /** Lower case, as written. */
  readonly patterns: readonly string[];
  readonly negated: boolean;
  /** Whether it holds an action (`iam:PassRole`, in lower case). */
  has(action: string): boolean;
}

/** Makes matchers and keeps them: thousands of statements name the same few lists of actions. */
export class ActionMatchers {
  readonly #made = new Map<string, ActionMatcher>();

  /** The matcher of these patterns; action names are case-insensitive ("IAM JSON policy elements: Action"). */
  of(patterns: readonly string[], negated: boolean): ActionMatcher {
    const lower = patterns.map((pattern) => pattern.toLowerCase());
    const key = `${negated ? '!' : ''}${lower.join(' ')}`;
    const made = this.#made.get(key) ?? matcherOf(lower, negated);
    this.#made.set(key, made);
    return made;
  }
}

function matcherOf(patterns: readonly string[], negated: boolean): ActionMatcher {
  const exact = new Set(patterns.filter((pattern) => !/[*?]/.test(pattern)));
  const globs = patterns.filter((pattern) => /[*?]/.test(pattern));
  const known = new Map<string, boolean>();
  const find = (action: string): boolean =>
    (exact.has(action) || globs.some((glob) => globMatches(glob, action))) !== negated;
  return {
    patterns,
    negated,
    has(action) {
      const found = known.get(action) ?? find(action);
      known.set(action, found);
      return found;
    },
  };
}
