import { scopeKey, scopesAbove } from '../../../model/azure/role-scope.ts';
import type { WeighedGrant } from './weighed-grants.ts';

/** How strong a role is as a goal: 2 gives roles to others and so everything, 1 does everything else, 0 is no goal. */
export function strengthOf({ power, level }: WeighedGrant): 0 | 1 | 2 {
  if (power === 'owner' || power === 'access' || power === 'role-writer') return 2;
  return power === 'contributor' && level !== 'resource' ? 1 : 0;
}

/** Tells how strong a principal is at a scope by itself, the groups that it is in counted. */
export type StrengthAt = (principal: string, scopes: readonly string[]) => number;

/** Who is strong where. */
export function strengthAt(
  grants: readonly WeighedGrant[],
  identitiesOf: (principal: string) => readonly string[],
): StrengthAt {
  const held = new Map<string, Map<string, number>>();
  for (const weighed of grants) {
    const strength = weighed.power === 'contributor' ? 1 : strengthOf(weighed);
    if (strength === 0) continue;
    const { key } = weighed;
    const { principal } = weighed.grant;
    const own = held.get(principal) ?? new Map<string, number>();
    held.set(principal, own.set(key, Math.max(strength, own.get(key) ?? 0)));
  }
  return (principal, scopes) => {
    let strongest = 0;
    for (const id of identitiesOf(principal)) {
      const own = held.get(id);
      if (own) for (const scope of scopes) strongest = Math.max(strongest, own.get(scope) ?? 0);
    }
    return strongest;
  };
}

/**
 * Scopes whose roles hold at a scope: itself and those above. Every management group that a subscription names stands
 * above it; how groups stand to one another, no answer tells.
 */
export function scopesHolding(scope: string, above: readonly string[]): readonly string[] {
  const key = scopeKey(scope);
  if (!key.startsWith('/subscriptions/')) return key === '/' ? ['/'] : [key, '/'];
  return [...scopesAbove(scope), ...above];
}
