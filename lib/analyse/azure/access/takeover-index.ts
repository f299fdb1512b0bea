import type { IdentityHolderKind } from '../../../model/azure/role.ts';
import { appendTo } from '../../append-to.ts';
import { strengthOf } from './strong-holdings.ts';
import { roleWrite } from './escalation-actions.ts';
import { computeActions, takeovers, type Takeover } from './takeovers.ts';
import type { WeighedGrant } from './weighed-grants.ts';

/** A role that lets its holder act as the identities of a kind of resource. */
export interface TakeoverEntry {
  readonly weighed: WeighedGrant;
  readonly ways: readonly Takeover[];
}

/** Such roles by scope and kind. The lists are the index's own: who is done with is taken out. */
export type TakeoverIndex = ReadonlyMap<string, ReadonlyMap<IdentityHolderKind, TakeoverEntry[]>>;

/** The ways that a role gives to act as the identities of a kind, the plainest first. */
export function waysOf(weighed: WeighedGrant, kind: IdentityHolderKind): readonly Takeover[] {
  const { profile } = weighed;
  if (!profile) return [];
  return takeovers[kind].filter(({ action, isData }) => {
    if (action === roleWrite) return strengthOf(weighed) === 2;
    return (isData ? profile.dataActions : profile.actions).has(action);
  });
}

/** Indexes roles for the kinds of resources that there are. */
export function takeoverIndex(grants: readonly WeighedGrant[], kinds: ReadonlySet<IdentityHolderKind>): TakeoverIndex {
  const index = new Map<string, Map<IdentityHolderKind, TakeoverEntry[]>>();
  for (const weighed of grants) {
    const { key } = weighed;
    for (const kind of kinds) {
      const ways = waysOf(weighed, kind);
      if (ways.length === 0) continue;
      const ofScope = index.get(key) ?? new Map<IdentityHolderKind, TakeoverEntry[]>();
      index.set(key, ofScope);
      appendTo(ofScope, kind, { weighed, ways });
    }
  }
  return index;
}

/** What principals can do beside, the groups that they are in counted. */
export interface Abilities {
  /** Whether an action is allowed by a role at one of these scopes. */
  has(principal: string, action: string, scopes: ReadonlySet<string>): boolean;
  /** Whether something can be made, anywhere, that an identity is given to. */
  makesCompute(principal: string): boolean;
}

/** Looks up what principals can do. */
export function abilities(
  grants: readonly WeighedGrant[],
  identitiesOf: (principal: string) => readonly string[],
): Abilities {
  const own = Map.groupBy(grants, ({ grant }) => grant.principal);
  const held = (principal: string): readonly WeighedGrant[] =>
    identitiesOf(principal).flatMap((id) => own.get(id) ?? []);
  const makers = new Map<string, boolean>();
  return {
    has: (principal, action, scopes) =>
      held(principal).some(({ key, profile }) => profile?.actions.has(action) && scopes.has(key)),
    makesCompute(principal) {
      const known =
        makers.get(principal) ??
        held(principal).some(({ profile }) => computeActions.some((action) => profile?.actions.has(action)));
      makers.set(principal, known);
      return known;
    },
  };
}
