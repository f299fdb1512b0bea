import { isTierZero, type PrivilegedPrincipal } from './privilege.ts';

/** Something about a privileged principal that makes its privileges worse. */
export type PrivilegeConcern =
  'disabledPrivileged' | 'privilegedDelegatedGrant' | 'privilegedGuest' | 'privilegedSynced' | 'scopedPrivilegedRole';

/** What is wrong with a principal beside that it is privileged. */
export function privilegeConcerns(principal: PrivilegedPrincipal): readonly PrivilegeConcern[] {
  const { user, enabled, delegated, scopedRoles, ways } = principal;
  const isPrivileged = isTierZero(principal) || ways.length > 0;
  const concerns: Readonly<Record<PrivilegeConcern, boolean>> = {
    disabledPrivileged: isPrivileged && !enabled,
    privilegedDelegatedGrant: delegated.length > 0,
    privilegedGuest: isPrivileged && user !== undefined && (user.isGuest || user.kind !== 'member'),
    privilegedSynced: isPrivileged && user?.isSynced === true,
    scopedPrivilegedRole: scopedRoles.length > 0,
  };
  return (Object.keys(concerns) as PrivilegeConcern[]).filter((concern) => concerns[concern]);
}
