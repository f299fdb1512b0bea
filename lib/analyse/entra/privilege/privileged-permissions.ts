import type { PrivilegeTier } from '../../../model/entra/privilege.ts';

/** May change what the same application registration or service principal owns, and nothing else. */
export const ownedByPermission = '18a4783c-866b-4cc7-a460-3d5e5662c884';

/** Application permissions of Microsoft Graph that lead to the control of the tenant ("Microsoft Graph permissions reference"). */
const tiers: Readonly<Record<Exclude<PrivilegeTier, 'privileged'>, string>> = {
  direct: `
    RoleManagement.ReadWrite.Directory 9e3f62cf-ca93-4989-b6ce-bf83c28f9fe8
    RoleAssignmentSchedule.ReadWrite.Directory dd199f4a-f148-40a4-a2ec-f0069cc799ec
    RoleEligibilitySchedule.ReadWrite.Directory fee28b28-e1f3-4841-818e-2704dc62245f
    AppRoleAssignment.ReadWrite.All 06b708a9-e830-4db3-a914-8e69da51d44f
    PrivilegedAccess.ReadWrite.AzureADGroup 2f6817f8-7b12-4f0f-bc18-eeaf60705a9e
    PrivilegedAssignmentSchedule.ReadWrite.AzureADGroup 41202f2c-f7ab-45be-b001-85c9728b9d69
    PrivilegedEligibilitySchedule.ReadWrite.AzureADGroup 618b6020-bca8-4de6-99f6-ef445fa4d857
    UserAuthenticationMethod.ReadWrite.All 50483e42-d915-4231-9639-7fdb7fd190e5
    UserAuthMethod-TAP.ReadWrite.All 627169a8-8c15-451c-861a-5b80e383de5c`,
  indirect: `
    Application.ReadWrite.All 1bfefb4e-e0b5-418b-a88f-73c46d2cc8e9
    ServicePrincipalEndpoint.ReadWrite.All 89c8469c-83ad-45f7-8ff2-6e3d4285709e
    Directory.ReadWrite.All 19dbc75e-c2e2-444c-a770-ec69d8559fc7
    Group.ReadWrite.All 62a82d76-70ea-41e2-9197-370581804d09
    GroupMember.ReadWrite.All dbaae8cf-10b5-4b86-a4a1-f871c94c6695
    User.ReadWrite.All 741f803b-c850-494e-b5df-cde7c675a1ca
    User-PasswordProfile.ReadWrite.All cc117bb9-00cf-4eb8-b580-ea2a878fe8f7
    Policy.ReadWrite.PermissionGrant a402ca1c-2696-4531-972d-6e5ee4aa11ea
    Policy.ReadWrite.AuthenticationMethod 29c18626-4985-4dcd-85c0-193eef327366
    Domain.ReadWrite.All 7e05723c-0bb0-42da-be95-ae9f08a6e53c
    Domain-InternalFederation.ReadWrite.All 64d40371-8d58-4270-bc8a-b4a66de36b9a
    Organization.ReadWrite.All 292d869f-3427-49a8-9dab-8c70152b74e9
    EntitlementManagement.ReadWrite.All 9acd699f-1e81-4958-b001-93b1d2506e19
    DeviceManagementConfiguration.ReadWrite.All 9241abd9-d0e6-425a-bd4f-47ba86e767a4
    RoleManagementPolicy.ReadWrite.Directory 31e08e0a-d3f7-4ca2-ac39-7343fb83e8ad
    AdministrativeUnit.ReadWrite.All 5eb59dd3-1da2-4329-8733-9dabdc435916
    OnPremDirectorySynchronization.ReadWrite.All c22a92cc-79bf-4bb1-8b6c-e0a05d3d80ce`,
};

/** A permission of Microsoft Graph and what it is worth to an intruder. */
export interface PrivilegedPermission {
  readonly name: string;
  readonly tier: PrivilegeTier;
}

/** By id of the app role. */
export const privilegedPermissions: ReadonlyMap<string, PrivilegedPermission> = new Map(
  Object.entries(tiers).flatMap(([tier, table]) =>
    table
      .trim()
      .split('\n')
      .map((line) => {
        const [name = '', id = ''] = line.trim().split(' ');
        return [id, { name, tier: tier as PrivilegeTier }] as const;
      }),
  ),
);

/** Names of those permissions: delegated scopes are named alike. */
export const privilegedScopes: ReadonlySet<string> = new Set(
  [...privilegedPermissions.values()].map(({ name }) => name).concat('Directory.AccessAsUser.All'),
);
