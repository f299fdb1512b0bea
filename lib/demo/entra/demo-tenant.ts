import type { Snapshot } from '../../model/snapshot.ts';
import { snapshotSchema } from '../../model/snapshot.ts';
import type { DaysBefore } from '../aws/days-before.ts';
import { demoApplications, ids as apps } from './demo-applications.ts';
import { demoPolicies, groupIds } from './demo-policies.ts';
import { demoUsers, userIds } from './demo-users.ts';

/** The tenant of Sakura Seiki. */
export const demoTenantId = '5a6b7c8d-0000-4000-8000-0000005a6b7c';

const globalAdministrator = '62e90394-69f5-4237-9190-012177145e10';
const userAdministrator = 'fe930be7-5e62-47db-91af-98c3a49a38b1';
const helpdesk = '729827e3-9c14-49f7-bb1b-9608f156bbb8';

/** The tenant as it stands at `days(0)`: what Microsoft Graph would answer a scan. */
export function demoTenant(days: DaysBefore): Snapshot {
  const users = demoUsers(days);
  const names = Object.keys(userIds) as (keyof typeof userIds)[];
  const everybody = names.map((name) => userIds[name]);
  const unit: Snapshot = {
    schema: snapshotSchema,
    unit: { provider: 'entra', tenant: demoTenantId },
    collectedAt: days(0).toISOString(),
    responses: {
      '/organization': { value: [{ id: demoTenantId, displayName: 'Sakura Seiki / さくら精機' }] },
      '/subscribedSkus': { value: [sku] },
      '/domains': { value: [domain('sakura-seiki.example', true), domain('sakuraseiki.onmicrosoft.com', false)] },
      '/groupSettings': { value: [] },
      ...users,
      '/groups': {
        value: [
          group(groupIds.exempt, 'mfa-exempt', false),
          group(groupIds.admins, 'tier0-admins', true),
          group(groupIds.staff, 'staff', false),
        ],
      },
      '/groups/{id}/transitiveMembers': [
        keyed(groupIds.exempt, [userIds['tanaka.kenji'], userIds['svc-scanner']].map(user)),
        keyed(groupIds.admins, [user(userIds['suzuki.ichiro'])]),
        keyed(groupIds.staff, everybody.map(user)),
      ],
      '/groups/{id}/owners': [keyed(groupIds.admins, [user(userIds['yamada.taro'])])],
      '/identityGovernance/privilegedAccess/group/eligibilityScheduleInstances': [keyed(groupIds.admins, [])],
      ...demoPolicies(days),
      '/roleManagement/directory/roleAssignments': {
        value: [
          assignment('ra-1', groupIds.admins, globalAdministrator),
          assignment('ra-2', userIds['sato.hanako'], globalAdministrator),
          assignment('ra-3', userIds['ito.consultant'], globalAdministrator),
          assignment('ra-4', userIds['kobayashi.left'], userAdministrator),
          assignment('ra-5', userIds['emergency1'], globalAdministrator),
          {
            ...assignment('ra-6', userIds['nakamura.mei'], helpdesk),
            directoryScopeId: '/administrativeUnits/au-osaka',
          },
        ],
      },
      '/roleManagement/directory/roleDefinitions': {
        value: [
          definition(globalAdministrator, 'Global Administrator'),
          definition(userAdministrator, 'User Administrator'),
          definition(helpdesk, 'Helpdesk Administrator'),
        ],
      },
      '/roleManagement/directory/roleEligibilityScheduleInstances': {
        value: [assignment('re-1', userIds['watanabe.ken'], globalAdministrator)],
      },
      '/roleManagement/directory/roleAssignmentScheduleInstances': {
        value: [
          schedule('ra-2', userIds['sato.hanako'], globalAdministrator),
          schedule('ra-3', userIds['ito.consultant'], globalAdministrator),
          schedule('ra-5', userIds['emergency1'], globalAdministrator),
          schedule('ra-1', groupIds.admins, globalAdministrator),
        ],
      },
      ...demoApplications(days),
      '/applications/{id}/owners': [keyed(apps.deployerRegistration, [user(userIds['tanaka.kenji'])])],
      '/servicePrincipals/{id}/owners': [keyed(apps.deployer, []), keyed(apps.mailArchive, [])],
      '/applications/{id}/federatedIdentityCredentials': [
        keyed(apps.deployerRegistration, [
          {
            name: 'preview',
            issuer: 'https://token.actions.githubusercontent.com',
            subject: 'repo:sakura-seiki/infra:pull_request',
          },
        ]),
      ],
      '/deviceManagement/deviceConfigurations': {
        value: [
          {
            '@odata.type': '#microsoft.graph.windowsWifiConfiguration',
            id: 'wifi-1',
            displayName: '工場 Wi-Fi',
            wifiSecurityType: 'wep',
            ssid: 'FACTORY',
          },
          {
            '@odata.type': '#microsoft.graph.iosEnterpriseWiFiConfiguration',
            id: 'wifi-2',
            displayName: '本社 Wi-Fi',
            ssid: 'SAKURA',
          },
        ],
      },
      '/users/{id}/authentication/requirements': everybody.map((id) => ({
        input: { id },
        output: { perUserMfaState: 'disabled' },
      })),
    },
    errors: [],
  };
  // Moments become texts, as on the wire.
  return JSON.parse(JSON.stringify(unit)) as Snapshot;
}

const sku = {
  skuPartNumber: 'AAD_PREMIUM_P2',
  capabilityStatus: 'Enabled',
  servicePlans: [{ servicePlanId: 'eec0eb4f-6444-4f95-aba0-50c24d67f998', servicePlanName: 'AAD_PREMIUM_P2' }],
};

function domain(id: string, isDefault: boolean) {
  return {
    id,
    authenticationType: 'Managed',
    isDefault,
    isVerified: true,
    passwordValidityPeriodInDays: 2_147_483_647,
  };
}

function group(id: string, displayName: string, isAssignableToRole: boolean) {
  return { id, displayName, isAssignableToRole, securityEnabled: true, mailEnabled: false, groupTypes: [] };
}

function user(id: string) {
  return { '@odata.type': '#microsoft.graph.user', id };
}

function keyed(id: string, value: readonly object[]) {
  return { input: { id }, output: { value } };
}

function assignment(id: string, principalId: string, roleDefinitionId: string) {
  return { id, principalId, roleDefinitionId, directoryScopeId: '/' };
}

function schedule(id: string, principalId: string, roleDefinitionId: string) {
  return {
    ...assignment(id, principalId, roleDefinitionId),
    assignmentType: 'Assigned',
    memberType: 'Direct',
    endDateTime: null,
  };
}

function definition(id: string, displayName: string) {
  return { id, templateId: id, displayName, isBuiltIn: true, isEnabled: true, rolePermissions: [] };
}
