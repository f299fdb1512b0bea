import type { Undecided } from '../judgement.ts';
import { tenantResource } from './entra-resource.ts';
import type { PrivilegeReport } from './privilege.ts';

/** Parts without which a way stays hidden, and the operation behind each. */
const operations: Readonly<Record<string, string>> = {
  'entra.applicationOwners': '/applications/{id}/owners',
  'entra.applications': '/applications',
  'entra.appRoleAssignments': '/servicePrincipals/{id}/appRoleAssignedTo',
  'entra.groupEligibilities': '/identityGovernance/privilegedAccess/group/eligibilityScheduleInstances',
  'entra.groupMembers': '/groups/{id}/transitiveMembers',
  'entra.groupOwners': '/groups/{id}/owners',
  'entra.groups': '/groups',
  'entra.roleDefinitions': '/roleManagement/directory/roleDefinitions',
  'entra.roleEligibilities': '/roleManagement/directory/roleEligibilityScheduleInstances',
  'entra.servicePrincipalOwners': '/servicePrincipals/{id}/owners',
  'entra.servicePrincipals': '/servicePrincipals',
};

/** That somebody may be missing among those who control the tenant; nothing, where all was read. */
export function unreadPrivilege({ unread }: PrivilegeReport, tenant: string): Undecided | undefined {
  const operation = unread.map((part) => operations[part]).find((each) => each !== undefined);
  if (operation === undefined) return undefined;
  const message = 'ways that lead through it are not known';
  return { status: 'unknown', resource: tenantResource(tenant), unread: { operation, code: 'Partial', message } };
}
