/** What an answer of Microsoft Graph costs: a permission for the application, and for some a licence of the tenant. */
export interface GraphNeed {
  /**
   * The application permission to consent to, from the smallest set that reads everything
   * ("Microsoft Graph permissions reference").
   */
  readonly permission: GraphPermission;
  /** Without it, Graph answers with an error or with nothing. */
  readonly licence?: GraphLicence;
}

/** Microsoft Entra ID P1 or P2, or Microsoft Intune. */
export type GraphLicence = 'P1' | 'P2' | 'Intune';

/** The application permissions of Microsoft Graph that a scan asks for, with the id of the app role that grants each. */
export const graphPermissions = {
  'Application.Read.All': '9a5d68dd-52b0-4cc2-bd40-abcf44ac3a30',
  'AuditLog.Read.All': 'b0afded3-3588-46d8-8b3d-9842eff778da',
  'DeviceManagementConfiguration.Read.All': 'dc377aa6-52d8-4e23-b271-2a7ae04cedf3',
  'Directory.Read.All': '7ab1d382-f21e-4acd-a863-ba3e13f7da61',
  'Policy.Read.All': '246dd0d5-5bd0-4def-940b-0421030a5b68',
  'PrivilegedEligibilitySchedule.Read.AzureADGroup': 'edb419d6-7edc-42a3-9345-509bfdf5d87c',
  'RoleManagement.Read.Directory': '483bed4a-2ad3-4361-a73b-c83ccdbdc53c',
} as const;

/** One of {@link graphPermissions}. */
export type GraphPermission = keyof typeof graphPermissions;

const directory = { permission: 'Directory.Read.All' } as const;
const policy = { permission: 'Policy.Read.All' } as const;
const roles = { permission: 'RoleManagement.Read.Directory' } as const;
const reports = { permission: 'AuditLog.Read.All', licence: 'P1' } as const;

/** The fields of a user that tell when it last signed in: Graph refuses them by themselves, and gives the rest. */
export const signInActivity = '/users?$select=signInActivity';

/** What each operation needs. An operation is named by its path; `{id}` stands for what it is called for. */
export const graphNeeds: Readonly<Record<string, GraphNeed>> = {
  '/applications': { permission: 'Application.Read.All' },
  '/applications/{id}/federatedIdentityCredentials': { permission: 'Application.Read.All' },
  '/applications/{id}/owners': { permission: 'Application.Read.All' },
  '/deviceManagement/deviceConfigurations': {
    permission: 'DeviceManagementConfiguration.Read.All',
    licence: 'Intune',
  },
  '/directoryObjects/getByIds': directory,
  '/domains': directory,
  '/groupSettings': directory,
  '/groups': directory,
  '/groups/{id}/owners': directory,
  '/groups/{id}/transitiveMembers': directory,
  '/identity/conditionalAccess/namedLocations': { ...policy, licence: 'P1' },
  '/identity/conditionalAccess/policies': { ...policy, licence: 'P1' },
  '/identityGovernance/privilegedAccess/group/eligibilityScheduleInstances': {
    permission: 'PrivilegedEligibilitySchedule.Read.AzureADGroup',
    licence: 'P2',
  },
  '/oauth2PermissionGrants': directory,
  '/organization': directory,
  '/policies/authorizationPolicy': policy,
  '/policies/crossTenantAccessPolicy/default': policy,
  '/policies/crossTenantAccessPolicy/partners': policy,
  '/policies/identitySecurityDefaultsEnforcementPolicy': policy,
  '/reports/authenticationMethods/userRegistrationDetails': reports,
  '/reports/servicePrincipalSignInActivities': reports,
  '/roleManagement/directory/roleAssignmentScheduleInstances': { ...roles, licence: 'P2' },
  '/roleManagement/directory/roleAssignments': roles,
  '/roleManagement/directory/roleDefinitions': roles,
  '/roleManagement/directory/roleEligibilityScheduleInstances': { ...roles, licence: 'P2' },
  '/servicePrincipals': { permission: 'Application.Read.All' },
  '/servicePrincipals/{id}/appRoleAssignedTo': { permission: 'Application.Read.All' },
  '/servicePrincipals/{id}/owners': { permission: 'Application.Read.All' },
  '/subscribedSkus': directory,
  '/users': directory,
  [signInActivity]: reports,
  '/users/{id}/authentication/requirements': policy,
};
