import type { ActionMatcher } from '../policy/action-matcher.ts';
import { globMatches } from '../policy/glob.ts';
import { actionsByService, type AccessLevel, type CatalogueAction } from './action-catalogue.ts';

/** Some of all the actions of AWS: one bit for each, in the catalogue's order. */
export type ActionSet = Uint32Array;

const actions: readonly CatalogueAction[] = [...actionsByService.values()].flat();
const lower = actions.map(({ id }) => id.toLowerCase());
const placeOf = new Map(lower.map((action, at) => [action, at]));
const words = Math.ceil(actions.length / 32);

/** The places of each service's actions: they stand together. */
const spans: ReadonlyMap<string, readonly [from: number, to: number]> = (() => {
  const found = new Map<string, readonly [number, number]>();
  let from = 0;
  for (const [service, { length }] of actionsByService) {
    found.set(service, [from, from + length]);
    from += length;
  }
  return found;
})();

const known = new WeakMap<ActionMatcher, ActionSet>();

/** The actions that a matcher holds, worked out once for each. */
function actionSetOf(matcher: ActionMatcher): ActionSet {
  const set =
    known.get(matcher) ?? (matcher.negated ? without(all, naming(matcher.patterns)) : naming(matcher.patterns));
  known.set(matcher, set);
  return set;
}

/** The actions that any of these statements names. */
export function actionsNamed(statements: readonly { readonly actions: ActionMatcher }[]): ActionSet {
  return union(statements.map(({ actions: matcher }) => actionSetOf(matcher)));
}

function union(sets: readonly ActionSet[]): ActionSet {
  const found = new Uint32Array(words);
  for (const set of sets) for (let at = 0; at < words; at += 1) found[at] = word(found, at) | word(set, at);
  return found;
}

/** The actions of one set that are not in another. */
export function without(one: ActionSet, other: ActionSet): ActionSet {
  return one.map((each, at) => each & ~word(other, at));
}

/** The actions of both sets. */
export function common(one: ActionSet, other: ActionSet): ActionSet {
  return one.map((each, at) => each & word(other, at));
}

/** The actions whose id, in lower case, a test accepts. */
export function actionsThat(accepts: (action: string) => boolean): ActionSet {
  return setOf(lower.flatMap((action, at) => (accepts(action) ? [at] : [])));
}

/** Whether a set holds every action. */
export function isEverything(set: ActionSet): boolean {
  return set.every((each, at) => each === word(all, at));
}

/** The first actions of a set, as services write them. */
export function firstOf(set: ActionSet, most: number): readonly string[] {
  const found: string[] = [];
  for (let at = 0; at < actions.length && found.length < most; at += 1) {
    if (word(set, at >> 5) === 0) at |= 31;
    else if (has(set, at)) found.push(actions[at]?.id ?? '');
  }
  return found;
}

/** The words of a set that can hold actions of each service, each with the bits that are theirs. */
const masks = once(() =>
  [...spans].map(([service, [from, to]]) => {
    const own = new Map<number, number>();
    for (let at = from; at < to; at += 1) own.set(at >> 5, (own.get(at >> 5) ?? 0) | (1 << (at & 31)));
    return { service, own: [...own] };
  }),
);

/** The services that a set reaches, in order. */
export function servicesOf(set: ActionSet): readonly string[] {
  return masks().flatMap(({ service, own }) =>
    own.some(([at, mask]) => (word(set, at) & mask) !== 0) ? [service] : [],
  );
}

const levels = once(() =>
  [...Map.groupBy(actions.keys(), (at) => actions[at]?.level ?? 'L')].map(([level, places]) => ({
    level,
    of: setOf(places),
  })),
);

/** The levels of access that a set reaches. */
export function levelsOf(set: ActionSet): ReadonlySet<AccessLevel> {
  const reaches = (level: ActionSet): boolean => set.some((each, at) => (each & word(level, at)) !== 0);
  return new Set(levels().flatMap(({ level, of }) => (reaches(of) ? [level] : [])));
}

/** What patterns name. A pattern that spells its service out is compared with that service's actions alone. */
function naming(patterns: readonly string[]): ActionSet {
  const found = new Uint32Array(words);
  for (const pattern of patterns) {
    const exact = placeOf.get(pattern);
    if (exact !== undefined) add(found, exact);
    if (!/[*?]/.test(pattern)) continue;
    const [from, to] = spans.get(pattern.split(':')[0] ?? '') ?? [0, actions.length];
    for (let at = from; at < to; at += 1) if (globMatches(pattern, lower[at] ?? '')) add(found, at);
  }
  return found;
}

function setOf(places: Iterable<number>): ActionSet {
  const found = new Uint32Array(words);
  for (const at of places) add(found, at);
  return found;
}

function add(set: ActionSet, at: number): void {
  set[at >> 5] = word(set, at >> 5) | (1 << (at & 31));
}

function has(set: ActionSet, at: number): boolean {
  return (word(set, at >> 5) & (1 << (at & 31))) !== 0;
}

function word(set: ActionSet, at: number): number {
  return set[at] ?? 0;
}

const all = setOf(actions.keys());

/** Works something out when it is first asked for: most commands never do. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
