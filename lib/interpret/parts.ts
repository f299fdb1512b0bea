import type { InterpretedPart } from '../model/parts.ts';
import { accountSummary } from './aws/account-summary.ts';
import { account } from './aws/account.ts';
import { credentialReport } from './aws/credential-report.ts';
import { dnsRecords } from './aws/dns-records.ts';
import { externalConnections } from './aws/external-connections.ts';
import { flowLogs } from './aws/flow-logs.ts';
import { gateways } from './aws/gateways.ts';
import { iamEntities } from './aws/iam-entities.ts';
import { lastAccessed } from './aws/last-accessed.ts';
import { networkFirewalls } from './aws/network-firewalls.ts';
import { networkInterfaces } from './aws/network-interfaces.ts';
import { passwordPolicy } from './aws/password-policy.ts';
import { publicRepositories } from './aws/public-repositories.ts';
import { regions } from './aws/regions.ts';
import { resourcePolicies } from './aws/resource-policies.ts';
import { roleCarriers } from './aws/role-carriers.ts';
import { serviceEndpoints } from './aws/service-endpoints.ts';
import { securityGroups } from './aws/security-groups.ts';
import { sharedCopies } from './aws/shared-copies.ts';
import { storedData } from './aws/stored-data.ts';
import { subnets } from './aws/subnets.ts';
import { vpcs } from './aws/vpcs.ts';
import { accelerators } from './aws/accelerators.ts';
import { blockPublicAccess } from './aws/block-public-access.ts';
import { billed } from './aws/billed.ts';
import { bucketPolicies } from './aws/bucket-policies.ts';
import { buckets } from './aws/buckets.ts';
import { calls } from './aws/calls.ts';
import { classicLoadBalancers } from './aws/classic-load-balancers.ts';
import { databases } from './aws/databases.ts';
import { discovered } from './aws/discovered.ts';
import { instances } from './aws/instances.ts';
import { internetGateways } from './aws/internet-gateways.ts';
import { listeners } from './aws/listeners.ts';
import { loadBalancers } from './aws/load-balancers.ts';
import { networkAcls } from './aws/network-acls.ts';
import { routeTables } from './aws/route-tables.ts';
import { vpcOrigins } from './aws/vpc-origins.ts';
import { applicationGateways } from './azure/application-gateways.ts';
import { bastionHosts } from './azure/bastion-hosts.ts';
import { classicAdministrators } from './azure/classic-administrators.ts';
import { connections as azureConnections } from './azure/connections.ts';
import { delegations } from './azure/delegations.ts';
import { denyAssignments } from './azure/deny-assignments.ts';
import { directory } from './azure/directory.ts';
import { dnsRecords as azureDnsRecords } from './azure/dns-records.ts';
import { endpoints } from './azure/endpoints.ts';
import { firewalls } from './azure/firewalls.ts';
import { flowLogs as azureFlowLogs } from './azure/flow-logs.ts';
import { identityHolders } from './azure/identity-holders.ts';
import { interfaces } from './azure/interfaces.ts';
import { knownSubscriptions } from './azure/known-subscriptions.ts';
import { loadBalancers as azureLoadBalancers } from './azure/load-balancers.ts';
import { machines } from './azure/machines.ts';
import { networkSecurityGroups } from './azure/network-security-groups.ts';
import { publicAddresses } from './azure/public-addresses.ts';
import { resources } from './azure/resources.ts';
import { roleAssignments as azureRoleAssignments } from './azure/role-assignments.ts';
import { roleDefinitions as azureRoleDefinitions } from './azure/role-definitions.ts';
import { roleEligibilities as azureRoleEligibilities } from './azure/role-eligibilities.ts';
import { roleSchedules as azureRoleSchedules } from './azure/role-schedules.ts';
import { routeTables as azureRouteTables } from './azure/route-tables.ts';
import { scaleSets } from './azure/scale-sets.ts';
import { securityAdminRules } from './azure/security-admin-rules.ts';
import { azureStoredData } from './azure/stored-data.ts';
import { sharedCopies as azureSharedCopies } from './azure/shared-copies.ts';
import { virtualNetworks } from './azure/virtual-networks.ts';
import { appActivity } from './entra/app-activity.ts';
import { appRoleAssignments } from './entra/app-role-assignments.ts';
import { applications, federatedCredentials } from './entra/applications.ts';
import { authorizationPolicy } from './entra/authorization-policy.ts';
import { crossTenantTrust } from './entra/cross-tenant-trust.ts';
import { domains } from './entra/domains.ts';
import {
  applicationOwners,
  groupEligibilities,
  groupMembers,
  groupOwners,
  groups,
  servicePrincipalOwners,
} from './entra/groups.ts';
import { namedLocations } from './entra/named-locations.ts';
import { passwordProtection } from './entra/password-protection.ts';
import { perUserMfa } from './entra/per-user-mfa.ts';
import { permissionGrants } from './entra/permission-grants.ts';
import { policies } from './entra/policies.ts';
import { registrations } from './entra/registrations.ts';
import { roleAssignments, roleEligibilities, roleSchedules } from './entra/role-assignments.ts';
import { roleDefinitions } from './entra/role-definitions.ts';
import { securityDefaults } from './entra/security-defaults.ts';
import { servicePrincipals } from './entra/service-principals.ts';
import { signIns } from './entra/sign-ins.ts';
import { licences, tenant } from './entra/tenant.ts';
import { users } from './entra/users.ts';
import { wifiProfiles } from './entra/wifi-profiles.ts';
import type { PartDefinition } from './part.ts';

/** How every part of the model is made from answers. A part without a definition does not compile. */
export const parts: { readonly [N in InterpretedPart]: PartDefinition<N> } = {
  'aws.accelerators': accelerators,
  'aws.account': account,
  'aws.accountSummary': accountSummary,
  'aws.billed': billed,
  'aws.blockPublicAccess': blockPublicAccess,
  'aws.bucketPolicies': bucketPolicies,
  'aws.buckets': buckets,
  'aws.calls': calls,
  'aws.classicLoadBalancers': classicLoadBalancers,
  'aws.credentialReport': credentialReport,
  'aws.databases': databases,
  'aws.discovered': discovered,
  'aws.dnsRecords': dnsRecords,
  'aws.externalConnections': externalConnections,
  'aws.flowLogs': flowLogs,
  'aws.gateways': gateways,
  'aws.iamEntities': iamEntities,
  'aws.instances': instances,
  'aws.internetGateways': internetGateways,
  'aws.lastAccessed': lastAccessed,
  'aws.listeners': listeners,
  'aws.loadBalancers': loadBalancers,
  'aws.networkAcls': networkAcls,
  'aws.networkFirewalls': networkFirewalls,
  'aws.networkInterfaces': networkInterfaces,
  'aws.passwordPolicy': passwordPolicy,
  'aws.publicRepositories': publicRepositories,
  'aws.regions': regions,
  'aws.resourcePolicies': resourcePolicies,
  'aws.roleCarriers': roleCarriers,
  'aws.routeTables': routeTables,
  'aws.securityGroups': securityGroups,
  'aws.serviceEndpoints': serviceEndpoints,
  'aws.sharedCopies': sharedCopies,
  'aws.storedData': storedData,
  'aws.subnets': subnets,
  'aws.vpcOrigins': vpcOrigins,
  'aws.vpcs': vpcs,
  'azure.applicationGateways': applicationGateways,
  'azure.bastionHosts': bastionHosts,
  'azure.classicAdministrators': classicAdministrators,
  'azure.connections': azureConnections,
  'azure.delegations': delegations,
  'azure.denyAssignments': denyAssignments,
  'azure.directory': directory,
  'azure.dnsRecords': azureDnsRecords,
  'azure.endpoints': endpoints,
  'azure.firewalls': firewalls,
  'azure.flowLogs': azureFlowLogs,
  'azure.identityHolders': identityHolders,
  'azure.interfaces': interfaces,
  'azure.knownSubscriptions': knownSubscriptions,
  'azure.loadBalancers': azureLoadBalancers,
  'azure.machines': machines,
  'azure.networkSecurityGroups': networkSecurityGroups,
  'azure.publicAddresses': publicAddresses,
  'azure.resources': resources,
  'azure.roleAssignments': azureRoleAssignments,
  'azure.roleDefinitions': azureRoleDefinitions,
  'azure.roleEligibilities': azureRoleEligibilities,
  'azure.roleSchedules': azureRoleSchedules,
  'azure.routeTables': azureRouteTables,
  'azure.scaleSets': scaleSets,
  'azure.securityAdminRules': securityAdminRules,
  'azure.storedData': azureStoredData,
  'azure.sharedCopies': azureSharedCopies,
  'azure.virtualNetworks': virtualNetworks,
  'entra.appActivity': appActivity,
  'entra.applicationOwners': applicationOwners,
  'entra.applications': applications,
  'entra.appRoleAssignments': appRoleAssignments,
  'entra.authorizationPolicy': authorizationPolicy,
  'entra.crossTenantTrust': crossTenantTrust,
  'entra.domains': domains,
  'entra.federatedCredentials': federatedCredentials,
  'entra.groupEligibilities': groupEligibilities,
  'entra.groupMembers': groupMembers,
  'entra.groupOwners': groupOwners,
  'entra.groups': groups,
  'entra.licences': licences,
  'entra.namedLocations': namedLocations,
  'entra.passwordProtection': passwordProtection,
  'entra.permissionGrants': permissionGrants,
  'entra.perUserMfa': perUserMfa,
  'entra.policies': policies,
  'entra.registrations': registrations,
  'entra.roleAssignments': roleAssignments,
  'entra.roleDefinitions': roleDefinitions,
  'entra.roleEligibilities': roleEligibilities,
  'entra.roleSchedules': roleSchedules,
  'entra.securityDefaults': securityDefaults,
  'entra.servicePrincipalOwners': servicePrincipalOwners,
  'entra.servicePrincipals': servicePrincipals,
  'entra.signIns': signIns,
  'entra.tenant': tenant,
  'entra.users': users,
  'entra.wifiProfiles': wifiProfiles,
};
