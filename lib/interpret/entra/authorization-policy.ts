import type { AuthorizationPolicy, UserConsent } from '../../model/entra/tenant.ts';
import type { PartDefinition } from '../part.ts';
import { flagIn, objectIn, objectOf, wordIn, wordsIn } from '../json-object.ts';

const operation = '/policies/authorizationPolicy';

const guestAccess = {
  'a0b1b346-4d3e-4e8b-98f8-753987be4970': 'like-members',
  '10dae51f-b6af-4016-8d66-8c2a99b929b3': 'limited',
  '2af84b1e-32c8-42b7-82bc-daa82404023b': 'restricted',
} as const;
const invites = ['none', 'adminsAndGuestInviters', 'adminsGuestInvitersAndAllMembers', 'everyone'] as const;

/** What everybody in a tenant may do. */
export const authorizationPolicy: PartDefinition<'entra.authorizationPolicy'> = {
  per: 'entra-tenant',
  operations: [operation],
  interpret(answers): AuthorizationPolicy {
    const policy = objectOf(answers, operation);
    const user = objectIn(policy, 'defaultUserRolePermissions');
    if (!user) throw new TypeError('defaultUserRolePermissions is missing');
    return {
      userConsent: userConsentOf(wordsIn(user, 'permissionGrantPoliciesAssigned')),
      usersMayRegisterApplications: flagIn(user, 'allowedToCreateApps') ?? true,
      usersMayCreateTenants: flagIn(user, 'allowedToCreateTenants') ?? true,
      guestInvites: invites.find((each) => each === wordIn(policy, 'allowInvitesFrom')) ?? 'unknown',
      guestAccess: guestAccess[(wordIn(policy, 'guestUserRoleId') ?? '') as keyof typeof guestAccess] ?? 'unknown',
    };
  },
};

const ofUsers = 'managepermissiongrantsforself.';

/**
 * What users may consent to. Only entries that begin with `ManagePermissionGrantsForSelf` are about that; the others are
 * about teams and chats ("Manage app consent policies", Microsoft Entra ID).
 */
function userConsentOf(assigned: readonly string[]): UserConsent {
  const ownPolicies = assigned
    .map((each) => each.toLowerCase())
    .filter((each) => each.startsWith(ofUsers))
    .map((each) => each.slice(ofUsers.length));
  if (ownPolicies.includes('microsoft-user-default-legacy')) return 'anyApp';
  if (ownPolicies.length === 0) return 'none';
  return ownPolicies.every((each) => each === 'microsoft-user-default-low') ? 'verifiedLowImpact' : 'custom';
}
