import { random, type Random } from '../../lib/demo/generated/random.ts';
import { snapshotSchema, type Snapshot } from '../../lib/model/snapshot.ts';

/** How large a generated tenant is. */
export interface TenantSize {
  readonly users: number;
  readonly policies: number;
  readonly groups: number;
}

/** The tenant that benches are about. */
export const benchTenant = '7e57aaaa-0000-4000-8000-00000000beac';

const id = (kind: number, at: number): string => `${kind}0000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
const globalAdministrator = '62e90394-69f5-4237-9190-012177145e10';
const apps = ['All', 'Office365', 'MicrosoftAdminPortals'];

/**
 * A tenant with a policy for everybody, and hundreds for departments: groups included and excluded, applications,
 * clients, platforms and places, some report-only, some for risk. Every user is in a few groups. Half of the policies name
 * groups that no other names, so that few users are treated alike. The same size gives the same tenant.
 */
export function generatedTenant({ users, policies, groups }: TenantSize): Snapshot {
  const { below } = random(users + policies * 7 + groups * 13);
  const members = Array.from({ length: groups }, () => new Set<number>());
  // Groups of all sizes: a few hold a tenth of the company, most hold a handful.
  for (let at = 0; at < users; at += 1)
    for (let each = 0; each < 4; each += 1) members[Math.floor(groups * (below(1_000_000) / 1_000_000) ** 3)]?.add(at);
  const named = Array.from({ length: policies * 2 }, () => below(groups));
  const list = Array.from({ length: policies }, (_, at) => policy(at, named.slice(at * 2, at * 2 + 2), below));
  const wanted = [...new Set(named)];
  return {
    schema: snapshotSchema,
    unit: { provider: 'entra', tenant: benchTenant },
    collectedAt: '2026-11-01T00:00:00.000Z',
    responses: {
      '/organization': { value: [{ id: benchTenant, displayName: 'bench' }] },
      '/subscribedSkus': {
        value: [
          { capabilityStatus: 'Enabled', servicePlans: [{ servicePlanId: 'eec0eb4f-6444-4f95-aba0-50c24d67f998' }] },
        ],
      },
      '/users': { value: Array.from({ length: users }, (_, at) => user(at)) },
      '/groups': {
        value: Array.from({ length: groups }, (_, at) => ({
          id: id(2, at),
          displayName: `group-${at}`,
          isAssignableToRole: false,
        })),
      },
      '/groups/{id}/transitiveMembers': wanted.map((group) => ({
        input: { id: id(2, group) },
        output: {
          value: [...(members[group] ?? [])].map((at) => ({ '@odata.type': '#microsoft.graph.user', id: id(1, at) })),
        },
      })),
      '/identity/conditionalAccess/policies': { value: list },
      '/identity/conditionalAccess/namedLocations': {
        value: Array.from({ length: 20 }, (_, at) => ({
          '@odata.type': '#microsoft.graph.ipNamedLocation',
          id: id(6, at),
          displayName: `office-${at}`,
          isTrusted: at % 2 === 0,
        })),
      },
      '/policies/identitySecurityDefaultsEnforcementPolicy': { isEnabled: false },
      '/policies/crossTenantAccessPolicy/default': {},
      '/policies/crossTenantAccessPolicy/partners': { value: [] },
      '/reports/authenticationMethods/userRegistrationDetails': {
        value: Array.from({ length: users }, (_, at) => ({
          id: id(1, at),
          isMfaCapable: at % 9 > 0,
          methodsRegistered: at % 9 > 0 ? ['microsoftAuthenticatorPush'] : [],
        })),
      },
      '/roleManagement/directory/roleAssignments': {
        value: [1, 2, 3].map((at) => ({
          id: `ra-${at}`,
          principalId: id(1, at),
          roleDefinitionId: globalAdministrator,
          directoryScopeId: '/',
        })),
      },
      '/roleManagement/directory/roleEligibilityScheduleInstances': { value: [] },
      '/users/{id}/authentication/requirements': [],
    },
    errors: [],
  };
}

function user(at: number): object {
  return {
    id: id(1, at),
    userPrincipalName: at % 20 === 0 ? `guest${at}_partner.example#EXT#@bench.example` : `user${at}@bench.example`,
    userType: at % 20 === 0 ? 'Guest' : 'Member',
    accountEnabled: at % 30 !== 0,
    createdDateTime: '2024-01-01T00:00:00Z',
    assignedLicenses: [],
  };
}

function policy(at: number, [one = 0, other = 0]: readonly number[], below: Random['below']): object {
  const forAll = at % 50 === 0;
  const risk = at % 11 === 3 ? ['high'] : [];
  return {
    id: id(5, at),
    displayName: `policy-${at}`,
    state: at % 9 === 5 ? 'enabledForReportingButNotEnforced' : at % 9 === 7 ? 'disabled' : 'enabled',
    conditions: {
      clientAppTypes: at % 3 === 0 ? ['all'] : ['browser', 'mobileAppsAndDesktopClients'],
      applications: { includeApplications: [at % 4 === 0 ? (apps[below(3)] ?? 'All') : id(4, below(60))] },
      users: forAll
        ? { includeUsers: ['All'], excludeGroups: [id(2, one), id(2, other)] }
        : { includeGroups: [id(2, one)], excludeGroups: [id(2, other)] },
      ...(at % 7 === 0 && { locations: { includeLocations: ['All'], excludeLocations: [id(6, below(20))] } }),
      ...(at % 8 === 0 && { platforms: { includePlatforms: ['iOS', 'android'] } }),
      signInRiskLevels: risk,
    },
    grantControls: {
      operator: 'OR',
      builtInControls: at % 6 === 0 ? ['mfa', 'compliantDevice'] : at % 10 === 9 ? ['block'] : ['mfa'],
    },
  };
}
