import { globMatches, literalMark, literalStar } from '../policy/glob.ts';
import { resolveVariables } from '../policy/policy-variable.ts';
import type { Identity } from './identity.ts';

/** Of a pattern, also one whose variables were resolved. */
const wildcard = new RegExp(`[*?${literalStar}${literalMark}]`);

/** What could be the target of an action, to be found by ARN. */
export interface Targets<Target extends { readonly arn: string } = Identity> {
  readonly list: readonly Target[];
  readonly byArn: ReadonlyMap<string, Target>;
  /** Those whose ARN matches a pattern. Each pattern is looked up once: thousands of principals share few policies. */
  matching(pattern: string): readonly Target[];
}

/** Arranges targets. */
export function targetsOf<Target extends { readonly arn: string }>(list: readonly Target[]): Targets<Target> {
  const byArn = new Map(list.map((target) => [target.arn, target]));
  const known = new Map<string, readonly Target[]>();
  const sorted = list.toSorted((one, other) => (one.arn < other.arn ? -1 : 1));
  return {
    list,
    byArn,
    matching(pattern) {
      if (pattern === everything) return list;
      const exact = byArn.get(pattern);
      if (!wildcard.test(pattern)) return exact ? [exact] : [];
      const found = known.get(pattern) ?? beginning(sorted, pattern).filter(({ arn }) => globMatches(pattern, arn));
      known.set(pattern, found);
      return found;
    },
  };
}

/** Those that begin as a pattern does before its first wildcard. */
function beginning<Target extends { readonly arn: string }>(
  sorted: readonly Target[],
  pattern: string,
): readonly Target[] {
  const prefix = pattern.slice(0, pattern.search(wildcard));
  const from = firstAt(sorted, (arn) => arn >= prefix);
  return sorted.slice(
    from,
    firstAt(sorted, (arn) => arn >= prefix && !arn.startsWith(prefix)),
  );
}

/** The first place in a sorted list at which something holds that holds from there on. */
function firstAt(sorted: readonly { readonly arn: string }[], holds: (arn: string) => boolean): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (holds(sorted[middle]?.arn ?? '')) to = middle;
    else from = middle + 1;
  }
  return from;
}

/** The pattern of everything. */
export const everything = '*';

/** The targets that some Allow of an identity names for an action. Policies that list ARNs cost as much as they list. */
export function named<Target extends { readonly arn: string }>(
  identity: Identity,
  action: string,
  targets: Targets<Target>,
): Iterable<Target> {
  const patterns = patternsFor(identity, action);
  if (patterns.has(everything)) return targets.list;
  const found = new Set<Target>();
  for (const pattern of patterns) for (const target of targets.matching(pattern)) found.add(target);
  return found;
}

/** The patterns of resources that an identity's policies allow an action on, whatever denies it: never too few. */
export function patternsFor(identity: Identity, action: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { resources, notResource, malformed } of identity.layers[0]?.about(action.toLowerCase()).allow ?? []) {
    if (notResource || malformed !== undefined) return new Set([everything]);
    for (const { text, variables } of resources) {
      const pattern = variables ? (resolveVariables(text, (key) => variableOf(key, identity)) ?? everything) : text;
      if (/^\*+$/.test(pattern)) return new Set([everything]);
      found.add(pattern);
    }
  }
  return found;
}

/** What a policy variable stands for in a pattern of resources, as far as the identity alone says it. */
export function variableOf(key: string, identity: Identity): string | undefined {
  return key === 'aws:username' && identity.kind === 'user' ? identity.name : undefined;
}
