import { actionsByService } from '../catalogue/action-catalogue.ts';
import { commonText, globMatches } from '../policy/glob.ts';
import { actionNames, type ActionName } from './action-names.ts';
import { shortPatterns } from './short-patterns.ts';
import type { Use } from './use.ts';

/**
 * What is left of the actions that a statement allows when nothing unused is allowed any more; the same list when nothing
 * is to be taken out. It matches no action that was not allowed before. `iam:PassRole` stays wherever it was, for IAM does
 * not track it ("Refine permissions in AWS using last accessed information", IAM User Guide): other services' calls use it.
 */
export function remainingActions(patterns: readonly string[], negated: boolean, use: Use): readonly string[] {
  const left = negated ? leftOfAllBut(patterns, use) : leftOf(patterns, use);
  return left ?? patterns;
}

/** Undefined when nothing is taken out. */
function leftOf(patterns: readonly string[], use: Use): readonly string[] | undefined {
  const left = patterns.map((pattern) => leftOfPattern(pattern, use));
  if (left.every((each) => each === undefined)) return undefined;
  return [...new Set(left.flatMap((each, at) => each ?? patterns.slice(at, at + 1)))];
}

function leftOfPattern(pattern: string, use: Use): readonly string[] | undefined {
  const whole = /^\*+$/.test(pattern) ? '*:*' : pattern;
  const colon = whole.indexOf(':');
  // IAM takes no such pattern; whatever it meant, it stays.
  if (colon < 0) return undefined;
  const prefix = whole.slice(0, colon).toLowerCase();
  if (!/[*?]/.test(prefix)) return leftOfService(prefix, pattern, use);
  const narrower = knownServices(use)
    .filter((service) => globMatches(prefix, service))
    .map((service) => ({ service, own: service + whole.slice(colon) }))
    .filter(({ service, own }) => reaches(service, own.toLowerCase()));
  const left = narrower.map(({ service, own }) => leftOfService(service, own, use));
  if (left.every((each) => each === undefined)) return undefined;
  return narrower.flatMap(({ own }, at) => left[at] ?? own);
}

/** What is left of a pattern that names one service; undefined when it stays as it is. */
function leftOfService(service: string, pattern: string, use: Use): readonly string[] | undefined {
  const wide = pattern.toLowerCase();
  if (use.unusedServices.has(service)) {
    if (wide === 'iam:passrole') return undefined;
    return keptOfUnused(service, (action) => globMatches(wide, action));
  }
  const dropped = (use.unusedActions.get(service) ?? []).filter((action) => globMatches(wide, action));
  if (dropped.length === 0) return undefined;
  const kept = keptOf(service, dropped, (action) => globMatches(wide, action));
  // A star is matched by a star only; a question mark would match it too.
  const covers = (narrower: string): boolean => !wide.includes('?') && globMatches(wide, narrower);
  return shortPatterns({ service, kept, dropped, covers });
}

/** For NotAction: every service of which something is left, by name. Undefined when nothing is taken out. */
function leftOfAllBut(excluded: readonly string[], use: Use): readonly string[] | undefined {
  const walls = excluded.map((pattern) => pattern.toLowerCase());
  const isAllowed = (action: string): boolean => !walls.some((pattern) => globMatches(pattern, action));
  const covers = (pattern: string): boolean => !walls.some((each) => commonText(each, pattern) !== undefined);
  let isChanged = false;
  const left = knownServices(use).flatMap((service) => {
    const dropped = (use.unusedActions.get(service) ?? []).filter(isAllowed);
    const isUnused = use.unusedServices.has(service);
    isChanged ||=
      dropped.length > 0 || (isUnused && actionNames(service).some(({ lower: action }) => isAllowed(action)));
    if (isUnused) return keptOfUnused(service, isAllowed);
    if (dropped.length === 0 && covers(`${service}:*`)) return [`${service}:*`];
    const kept = keptOf(service, dropped, isAllowed);
    return shortPatterns({ service, kept, dropped, covers });
  });
  return isChanged ? left : undefined;
}

function keptOfUnused(service: string, isAllowed: (action: string) => boolean): readonly string[] {
  return service === 'iam' && isAllowed('iam:passrole') ? ['iam:PassRole'] : [];
}

function knownServices({ recorded }: Use): readonly string[] {
  return [...new Set([...actionsByService.keys(), ...recorded.keys()])].toSorted();
}

function keptOf(
  service: string,
  dropped: readonly string[],
  isAllowed: (action: string) => boolean,
): readonly ActionName[] {
  return actionNames(service).filter(({ lower }) => isAllowed(lower) && !dropped.includes(lower));
}

/** Whether a pattern matches something of a service; of one that the catalogue does not know, nobody can say. */
function reaches(service: string, pattern: string): boolean {
  const actions = actionNames(service);
  return pattern.endsWith(':*') || actions.length === 0 || actions.some(({ lower }) => globMatches(pattern, lower));
}
