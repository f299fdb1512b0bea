import { isWide, scopeLevels } from '../../../model/azure/role-scope.ts';
import type { Accounts } from './accounts.ts';
import type { Carrier } from './carriers.ts';
import { scopesHolding, strengthOf } from './strong-holdings.ts';
import type { WeighedGrant } from './weighed-grants.ts';

/** What ways are looked for in. */
export interface PathSources {
  /** Active roles of principals that can act. */
  readonly grants: readonly WeighedGrant[];
  readonly carriers: readonly Carrier[];
  readonly accounts: Accounts;
  /** Ids of the subscription, and of management groups and the root where a role is held there. */
  readonly subscription: string;
}

/** A strong role at a scope, and the identities that hold it. */
export interface Goal {
  readonly strength: number;
  readonly scopes: readonly string[];
  readonly starts: readonly { readonly identity: string; readonly weighed: WeighedGrant }[];
  readonly isAbove: boolean;
}

/** Strong roles of identities, the strongest and widest first. */
export function goalsOf({ grants, carriers, accounts }: PathSources, above: readonly string[]): readonly Goal[] {
  const byPrincipal = Map.groupBy(
    grants.filter((each) => strengthOf(each) > 0),
    ({ grant }) => grant.principal,
  );
  const identities = [...new Set(carriers.map(({ principal }) => principal))];
  const starts = identities.flatMap((identity) =>
    accounts
      .identities(identity)
      .flatMap((id) => (byPrincipal.get(id) ?? []).map((weighed) => ({ identity, weighed }))),
  );
  const goals = Map.groupBy(starts, ({ weighed }) => `${strengthOf(weighed)}|${weighed.key}`);
  const found = [...goals.values()].flatMap((ofGoal): (Goal & { readonly rank: number })[] => {
    const [first] = ofGoal;
    if (!first) return [];
    const { level, grant } = first.weighed;
    const strength = strengthOf(first.weighed);
    const isAbove = isWide(level) && level !== 'subscription';
    const rank = scopeLevels.indexOf(level);
    return [{ strength, scopes: scopesHolding(grant.scope, above), starts: ofGoal, isAbove, rank }];
  });
  return found.toSorted((a, b) => b.strength - a.strength || a.rank - b.rank);
}
