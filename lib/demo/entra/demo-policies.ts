import type { Snapshot } from '../../model/snapshot.ts';
import type { DaysBefore } from '../aws/days-before.ts';
import { userIds } from './demo-users.ts';

/** Object ids of groups. The last was deleted, and a policy still names it. */
export const groupIds = {
  exempt: '20000000-0000-4000-8000-000000000001',
  admins: '20000000-0000-4000-8000-000000000002',
  staff: '20000000-0000-4000-8000-000000000003',
  gone: '20000000-0000-4000-8000-000000000009',
} as const;

const headquarters = '60000000-0000-4000-8000-000000000001';
const policyId = (at: number): string => `50000000-0000-4000-8000-00000000000${at}`;
const everywhere = { clientAppTypes: ['all'], applications: { includeApplications: ['All'] } };
const mfa = { operator: 'OR', builtInControls: ['mfa'] };

/**
 * Policies that look good and leave doors open: a group that is exempt, modern clients alone, a block that is only
 * watched, an administrators' policy that misses who is merely eligible.
 */
export function demoPolicies(days: DaysBefore): Snapshot['responses'] {
  const policy = (at: number, displayName: string, rest: object) => ({
    id: policyId(at),
    displayName,
    state: 'enabled',
    createdDateTime: days(400),
    ...rest,
  });
  return {
    '/identity/conditionalAccess/policies': {
      value: [
        policy(1, 'CA01 全員に多要素認証', {
          conditions: {
            ...everywhere,
            clientAppTypes: ['browser', 'mobileAppsAndDesktopClients'],
            users: {
              includeUsers: ['All'],
              excludeUsers: [userIds.emergency1],
              excludeGroups: [groupIds.exempt, groupIds.gone],
              excludeGuestsOrExternalUsers: {
                guestOrExternalUserTypes: 'b2bCollaborationGuest',
                externalTenants: { membershipKind: 'all' },
              },
            },
            locations: { includeLocations: ['All'], excludeLocations: ['AllTrusted'] },
          },
          grantControls: mfa,
        }),
        policy(2, 'CA02 レガシ認証をブロック', {
          state: 'enabledForReportingButNotEnforced',
          conditions: {
            ...everywhere,
            clientAppTypes: ['exchangeActiveSync', 'other'],
            users: { includeUsers: ['All'] },
          },
          grantControls: { operator: 'OR', builtInControls: ['block'] },
        }),
        policy(3, 'CA03 管理者にセキュリティキー', {
          conditions: { ...everywhere, users: { includeUsers: [userIds['suzuki.ichiro'], userIds['nakamura.mei']] } },
          grantControls: {
            operator: 'AND',
            builtInControls: [],
            authenticationStrength: {
              id: '00000000-0000-0000-0000-000000000004',
              displayName: 'Phishing-resistant MFA',
              requirementsSatisfied: 'mfa',
              allowedCombinations: ['windowsHelloForBusiness', 'fido2', 'x509CertificateMultiFactor'],
            },
          },
        }),
        policy(4, 'CA04 危険なサインインに多要素認証', {
          conditions: { ...everywhere, users: { includeUsers: ['All'] }, signInRiskLevels: ['high'] },
          grantControls: mfa,
        }),
      ],
    },
    '/identity/conditionalAccess/namedLocations': {
      value: [
        { '@odata.type': '#microsoft.graph.ipNamedLocation', id: headquarters, displayName: '本社', isTrusted: true },
      ],
    },
    '/policies/identitySecurityDefaultsEnforcementPolicy': { id: 'defaults', isEnabled: false },
    '/policies/authorizationPolicy': {
      id: 'authorizationPolicy',
      allowInvitesFrom: 'everyone',
      guestUserRoleId: '10dae51f-b6af-4016-8d66-8c2a99b929b3',
      defaultUserRolePermissions: {
        allowedToCreateApps: true,
        permissionGrantPoliciesAssigned: ['ManagePermissionGrantsForSelf.microsoft-user-default-legacy'],
      },
    },
    '/policies/crossTenantAccessPolicy/default': { inboundTrust: { isMfaAccepted: false } },
    '/policies/crossTenantAccessPolicy/partners': { value: [] },
  };
}
