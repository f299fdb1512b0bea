import type { EscalationPath } from '../../../model/azure/access.ts';
import type { Accounts } from './accounts.ts';
import type { Carrier } from './carriers.ts';
import { goalsOf, type Goal, type PathSources } from './path-goals.ts';
import { pathFrom, type Node } from './path-node.ts';
import { scopesHolding, strengthAt, type StrengthAt } from './strong-holdings.ts';
import { abilities, takeoverIndex, type Abilities, type TakeoverEntry, type TakeoverIndex } from './takeover-index.ts';
import type { Takeover } from './takeovers.ts';

const mostSteps = 5;

/**
 * The way of each principal to the strongest role that it does not hold, by acting as managed identities; the shortest to
 * that role. Searched backwards from the roles, so that each role over resources is looked at once per goal.
 */
export function escalationPaths(sources: PathSources): ReadonlyMap<string, EscalationPath> {
  const { grants, carriers, accounts, subscription } = sources;
  const above = [...new Set(grants.map(({ key }) => key))].filter((key) => !key.startsWith('/subscriptions/'));
  const strength = strengthAt(grants, accounts.identities);
  const ofSubscription = scopesHolding(subscription, above);
  const kinds = new Set(carriers.map(({ kind }) => kind));
  const search: Search = {
    accounts,
    strength,
    above,
    abilities: abilities(grants, accounts.identities),
    carriers: Map.groupBy(carriers, ({ principal }) => principal),
    scopes: new Map(),
    found: new Map(),
  };
  const goals = goalsOf(sources, above);
  // Who is as strong in the whole subscription has nothing to gain within it: such roles need not be looked at again.
  for (const [isAbove, least] of [
    [true, 2],
    [false, 2],
    [true, 1],
    [false, 1],
  ] as const) {
    const chosen = goals.filter((goal) => goal.isAbove === isAbove && goal.strength === least);
    if (chosen.length === 0) continue;
    const gaining = isAbove
      ? grants
      : grants.filter(
          ({ grant }) => isGroup(accounts, grant.principal) || strength(grant.principal, ofSubscription) < least,
        );
    const index = takeoverIndex(gaining, kinds);
    const missing = takersIn(index, accounts).filter((principal) => !search.found.has(principal));
    for (const goal of chosen)
      if (missing.some((principal) => !search.found.has(principal))) follow(goal, index, search);
  }
  return search.found;
}

/** Everybody who could take a first step. */
function takersIn(index: TakeoverIndex, accounts: Accounts): readonly string[] {
  const entries = [...index.values()].flatMap((kinds) => [...kinds.values()].flat());
  const principals = new Set(entries.map(({ weighed }) => weighed.grant.principal));
  return [...new Set([...principals].flatMap((id) => [id, ...(accounts.members(id) ?? []).map((each) => each.id)]))];
}

interface Search {
  readonly accounts: Accounts;
  readonly strength: StrengthAt;
  readonly above: readonly string[];
  readonly abilities: Abilities;
  readonly carriers: ReadonlyMap<string, readonly Carrier[]>;
  readonly scopes: Map<Carrier, ReadonlySet<string>>;
  readonly found: Map<string, EscalationPath>;
}

/** Who can act as whoever holds the goal, step by step backwards. */
function follow(goal: Goal, index: TakeoverIndex, search: Search): void {
  const seen = new Set(goal.starts.map(({ identity }) => identity));
  const left = new Map<TakeoverEntry[], TakeoverEntry[]>();
  let nodes = goal.starts.map(({ identity, weighed }): Node => ({ principal: identity, start: weighed }));
  for (let step = 0; step < mostSteps && nodes.length > 0; step += 1)
    nodes = nodes.flatMap((node) =>
      (search.carriers.get(node.principal) ?? []).flatMap((carrier) =>
        takers({ goal, index, search, seen, left }, node, carrier),
      ),
    );
}

interface Following {
  readonly goal: Goal;
  readonly index: TakeoverIndex;
  readonly search: Search;
  readonly seen: Set<string>;
  /** Entries of a list that nothing came of yet. */
  readonly left: Map<TakeoverEntry[], TakeoverEntry[]>;
}

/** Principals that can take over a resource, and were not seen on the way yet. */
function takers(following: Following, node: Node, carrier: Carrier): readonly Node[] {
  const { index, search, left } = following;
  const scopes = scopesOf(carrier, search);
  const next: Node[] = [];
  for (const key of scopes) {
    const list = index.get(key)?.get(carrier.kind);
    if (!list) continue;
    const rest: TakeoverEntry[] = [];
    for (const entry of left.get(list) ?? list)
      if (!takenBy(following, { node, carrier, scopes, entry, next })) rest.push(entry);
    if (!left.has(list)) compact(list, search);
    left.set(list, rest);
  }
  return next;
}

/** Scopes whose roles reach a resource; each resource is met once per goal. */
function scopesOf(carrier: Carrier, { above, scopes }: Search): ReadonlySet<string> {
  const known = scopes.get(carrier) ?? new Set(scopesHolding(carrier.resource, above));
  scopes.set(carrier, known);
  return known;
}

interface Taking {
  readonly node: Node;
  readonly carrier: Carrier;
  readonly scopes: ReadonlySet<string>;
  readonly entry: TakeoverEntry;
  readonly next: Node[];
}

/** Follows one role; false where it may still be of use for another resource. */
function takenBy({ goal, search, seen }: Following, { node, carrier, scopes, entry, next }: Taking): boolean {
  const { accounts, strength, found } = search;
  const holder = entry.weighed.grant.principal;
  const isGroupHeld = isGroup(accounts, holder);
  const members = isGroupHeld ? accounts.members(holder) : undefined;
  const principals = members && members.length > 0 ? members.map(({ id }) => id) : [holder];
  let isDone = true;
  for (const principal of principals) {
    if (seen.has(principal)) continue;
    const way = entry.ways.find((each) => works(each, principal, scopes, search.abilities));
    if (!way) {
      isDone = false;
      continue;
    }
    seen.add(principal);
    const account = accounts.get(principal);
    if (account.isDisabled || account.state === 'orphaned' || strength(principal, goal.scopes) >= goal.strength)
      continue;
    const reached: Node = { principal, start: node.start, taken: { way, entry, carrier, next: node } };
    if (!found.has(principal)) found.set(principal, pathFrom(reached, accounts));
    if (search.carriers.has(principal)) next.push(reached);
  }
  return isDone;
}

/** People who have their way need not be met again; identities must, for who stands behind them. */
function compact(list: TakeoverEntry[], { accounts, carriers, found }: Search): void {
  const isDone = (principal: string): boolean => !carriers.has(principal) && found.has(principal);
  const rest = list.filter(({ weighed: { grant } }) => {
    const members = isGroup(accounts, grant.principal) ? accounts.members(grant.principal) : undefined;
    return members && members.length > 0 ? !members.every(({ id }) => isDone(id)) : !isDone(grant.principal);
  });
  if (rest.length === list.length) return;
  list.length = 0;
  for (const each of rest) list.push(each);
}

function works(
  { also = [], needsCompute }: Takeover,
  principal: string,
  scopes: ReadonlySet<string>,
  able: Abilities,
): boolean {
  if (needsCompute && !able.makesCompute(principal)) return false;
  return also.every((action) => able.has(principal, action, scopes));
}

function isGroup(accounts: Accounts, principal: string): boolean {
  return accounts.get(principal).kind === 'group';
}
