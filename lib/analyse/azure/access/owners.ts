import { isWide } from '../../../model/azure/role-scope.ts';
import type { Accounts } from './accounts.ts';
import type { WeighedGrant } from './weighed-grants.ts';

const owner = '8e3af657-a8ff-443c-a75c-2fe8c4bcb635';

/** People who own the subscription for good: each once, directly or by groups, and only those who can sign in. */
export function ownersOf(grants: readonly WeighedGrant[], accounts: Accounts): readonly string[] {
  const held = grants.filter(
    ({ grant, level, power }) => grant.role === owner && grant.how === 'standing' && isWide(level) && power === 'owner',
  );
  const people = held.flatMap(({ grant: { principal } }) => {
    const { kind } = accounts.get(principal);
    if (kind !== 'group') return [principal];
    return (accounts.members(principal) ?? []).map(({ id }) => id);
  });
  return [...new Set(people)].filter((id) => isPerson(id, accounts)).toSorted();
}

/** A member that is only named in a group was not asked about by itself: what it is, the group says. */
function isPerson(id: string, accounts: Accounts): boolean {
  const { kind, state, isDisabled } = accounts.get(id);
  return (kind === 'user' || kind === 'guest') && state !== 'orphaned' && !isDisabled;
}
