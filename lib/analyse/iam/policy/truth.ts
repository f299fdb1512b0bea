/**
 * What holds only under circumstances that a snapshot does not show, each as a word and what it is about: `mfa`,
 * `network`, `boundary arn:…`. The words are those of {@link needKinds}.
 */
export type Need = string;

/** Yes, no, or yes under these circumstances. */
export type Truth = boolean | readonly Need[];

/** Both hold: no if one does not, else under the circumstances of both. */
export function both(one: Truth, other: Truth): Truth {
  if (one === false || other === false) return false;
  if (one === true) return other;
  if (other === true) return one;
  return [...new Set([...one, ...other])];
}

/** One of them holds: the one that asks for less. */
export function either(one: Truth, other: Truth): Truth {
  if (one === true || other === true) return true;
  if (one === false) return other;
  if (other === false) return one;
  return one.length <= other.length ? one : other;
}

/** The circumstances of a truth that is not no. */
export function needsOf(truth: Truth): readonly Need[] {
  return typeof truth === 'boolean' ? [] : truth;
}
