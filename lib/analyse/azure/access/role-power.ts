import type { RolePower } from '../../../model/azure/access.ts';
import { roleGivers, writeLimit, type WriteLimit } from './condition-meaning.ts';
import { anyAction, anyWrite, dataPlaneActions, escalationActions, roleWrite } from './escalation-actions.ts';
import type { RoleProfile } from './role-profile.ts';

/** How far a role goes, and whether a condition had to be taken for none. */
export interface PowerFound {
  readonly power: RolePower;
  readonly hasUnclearCondition: boolean;
  /** The actions that say so, a few. */
  readonly actions: readonly string[];
}

/** How far a role goes at a scope, with the condition of its assignment. */
export function rolePower(
  profile: RoleProfile,
  role: string,
  condition: string | undefined,
  wideRoles: readonly string[],
): PowerFound {
  const limit = limitOf(profile, condition, wideRoles);
  const powers = escalationActions.filter((action) => profile.actions.has(action) && action !== roleWrite);
  const data = dataPlaneActions.filter((action) => profile.dataActions.has(action));
  const found = (power: RolePower, actions: readonly string[] = []): PowerFound => ({
    power,
    hasUnclearCondition: limit === 'unclear',
    actions: actions.slice(0, 3),
  });
  if (profile.isEmpty) return found('none');
  const isFree = limit === 'free' || limit === 'unclear';
  const isEverything = profile.actions.has(anyWrite) && profile.actions.has(anyAction);
  if (isEverything) return isFree ? found('owner', [roleWrite]) : found('contributor', powers);
  if (isFree) return found(roleGivers.includes(role) ? 'access' : 'role-writer', [roleWrite]);
  if (limit === 'harmless') return found('delegated', [roleWrite]);
  if (powers.length > 0) return found('escalation', powers);
  return data.length > 0 ? found('data', data) : found('other');
}

/** The narrower of the role's own condition and the assignment's: both must hold. */
function limitOf(
  { actions, writes }: RoleProfile,
  condition: string | undefined,
  wideRoles: readonly string[],
): WriteLimit | undefined {
  if (!actions.has(roleWrite) || writes === undefined) return undefined;
  const own = condition === undefined ? 'free' : writeLimit(condition, wideRoles);
  if (own === 'harmless' || writes === 'harmless') return 'harmless';
  return own === 'unclear' || writes === 'unclear' ? 'unclear' : 'free';
}
