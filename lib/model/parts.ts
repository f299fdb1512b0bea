import type { BlockPublicAccess } from './aws/block-public-access.ts';
import type { BilledService, Discovered, RecordedCall } from './aws/discovered.ts';
import type { Buckets } from './aws/bucket.ts';
import type { Databases } from './aws/database.ts';
import type { Gateways } from './aws/gateway.ts';
import type { Accelerator, VpcOrigin } from './aws/global-entry.ts';
import type { Instance } from './aws/instance.ts';
import type { InternetGateway } from './aws/internet-gateway.ts';
import type { ListenersTls } from './aws/listener-tls.ts';
import type { LoadBalancers } from './aws/load-balancer.ts';
import type {
  AppActivity,
  Application,
  AppRoleAssignment,
  FederatedCredential,
  PermissionGrant,
  ServicePrincipal,
} from './entra/application.ts';
import type { ConditionalAccessPolicy, NamedLocation } from './entra/conditional-access.ts';
import type { GroupEligibility, RoleAssignment, RoleDefinition, RoleSchedule } from './entra/directory-role.ts';
import type { EntraGroup, ObjectsById } from './entra/group.ts';
import type { MfaReport } from './entra/mfa-coverage.ts';
import type { AccountReview } from './entra/account-review.ts';
import type { ApplicationReview } from './entra/application-review.ts';
import type { PrivilegeReport } from './entra/privilege.ts';
import type {
  AuthorizationPolicy,
  CrossTenantTrust,
  EntraDomain,
  EntraLicences,
  EntraTenantInfo,
  PasswordProtection,
  WifiProfile,
} from './entra/tenant.ts';
import type { EntraUser, PerUserMfa, Registrations, SignInsByUser } from './entra/user.ts';
import type { EndpointExposures } from './network/endpoint-exposures.ts';
import type { NetworkExposures } from './network/exposures.ts';
import type { NetworkAcl } from './aws/network-acl.ts';
import type { RouteTable } from './aws/route-table.ts';
import type { AccountSummary } from './aws/account-summary.ts';
import type { AwsAccount } from './aws/account.ts';
import type { DnsRecords } from './aws/dns-record.ts';
import type { CredentialReport } from './aws/credential-report.ts';
import type { ExternalConnections } from './aws/external-connection.ts';
import type { IamEntities } from './aws/iam-entities.ts';
import type { AccessReport } from './aws/last-accessed.ts';
import type { NetworkFirewall } from './aws/network-firewall.ts';
import type { NetworkInterface } from './aws/network-interface.ts';
import type { ManagedAccounts } from './aws/organization.ts';
import type { OrganizationMembers } from './aws/organization-members.ts';
import type { PasswordPolicy } from './aws/password-policy.ts';
import type { EnabledRegion, RegionUse } from './aws/region-use.ts';
import type { AccountAccess } from './aws/principal-access.ts';
import type { PublicRepository } from './aws/public-repository.ts';
import type { ResourcePolicies } from './aws/resource-policy.ts';
import type { ResourceShares } from './aws/resource-share.ts';
import type { RoleCarriers } from './aws/role-carrier.ts';
import type { ServiceEndpoints } from './aws/service-endpoint.ts';
import type { SecurityGroup } from './aws/security-group.ts';
import type { SharedCopies } from './aws/shared-copy.ts';
import type { StoredData } from './aws/stored-data.ts';
import type { UnusedPermissions } from './aws/unused-permissions.ts';
import type { FlowLog, Subnet, Vpc } from './aws/vpc.ts';
import type { AzureAccess } from './azure/access.ts';
import type { AzureConnections } from './azure/connection.ts';
import type { AzureDirectory } from './azure/directory.ts';
import type { AzureDnsRecords } from './azure/dns-record.ts';
import type { AzureEndpoints } from './azure/endpoint.ts';
import type { AzureExposures } from './azure/exposures.ts';
import type { AzureFirewalls } from './azure/firewall.ts';
import type { AzureFlowLog } from './azure/flow-log.ts';
import type { AzureMachine, AzureScaleSet } from './azure/machine.ts';
import type {
  AzureInterface,
  AzurePublicAddress,
  AzureRouteTable,
  BastionHost,
  SecurityAdminRules,
  VirtualNetwork,
} from './azure/network.ts';
import type { NetworkSecurityGroup } from './azure/network-security-group.ts';
import type { ApplicationGateway, AzureLoadBalancer } from './azure/load-balancing.ts';
import type { AzureResourceInUse, ServicesInUse } from './azure/service-in-use.ts';
import type {
  AzureDelegation,
  AzureRoleAssignment,
  AzureRoleDefinition,
  AzureRoleSchedule,
  ClassicAdministrator,
  DenyAssignment,
  IdentityHolders,
} from './azure/role.ts';
import type { AzureSharedCopies } from './azure/shared-copy.ts';
import type { AzureStoredData } from './azure/stored-data.ts';
import type { KnownSubscription, SubscriptionRemains } from './azure/subscription.ts';
import type { LeftServices, ServiceReview } from './services/service-review.ts';
import type { AwsUnit, AzureUnit, EntraUnit } from './unit.ts';

/**
 * The parts of the model, by the name that a check writes in `reads`. Each is made in `lib/interpret` from the
 * operations named there. Per account: what global services say. Per region: what one region says.
 */
export interface Parts {
  /** Per account, subscription or tenant. Made from other parts, in `lib/analyse`. */
  readonly 'any.leftServices': LeftServices;
  /** Per account, subscription or tenant. Made from other parts, in `lib/analyse`. */
  readonly 'any.serviceReview': ServiceReview;
  /** Per account. */
  readonly 'aws.accelerators': readonly Accelerator[];
  /** Per account. */
  readonly 'aws.vpcOrigins': readonly VpcOrigin[];
  /** Per account. Made from other parts, in `lib/analyse`. */
  readonly 'aws.access': AccountAccess;
  /** Per account. */
  readonly 'aws.account': AwsAccount;
  /** Per account. */
  readonly 'aws.accountSummary': AccountSummary;
  /** Per account. Skipped unless somebody asked for what it costs. */
  readonly 'aws.billed': readonly BilledService[];
  /** Per account. Made from other parts, in `lib/analyse`. */
  readonly 'aws.bucketExposures': EndpointExposures;
  /** Per account. */
  readonly 'aws.bucketPolicies': ResourcePolicies;
  /** Per account. */
  readonly 'aws.buckets': Buckets;
  /** Per account. Made from other parts, in `lib/analyse`. */
  readonly 'aws.bucketShares': ResourceShares;
  /** Per account. */
  readonly 'aws.credentialReport': CredentialReport;
  /** Per account. */
  readonly 'aws.dnsRecords': DnsRecords;
  /** Per account. */
  readonly 'aws.iamEntities': IamEntities;
  /** Per account. A principal that IAM was not asked about, or gave no answer for, is not in it. */
  readonly 'aws.lastAccessed': readonly AccessReport[];
  /** Per account. */
  readonly 'aws.passwordPolicy': PasswordPolicy;
  /** Per account. */
  readonly 'aws.publicRepositories': readonly PublicRepository[];
  /** Per account. */
  readonly 'aws.regions': readonly EnabledRegion[];
  /** Per account. Made from other parts, in `lib/analyse`. */
  readonly 'aws.regionsInUse': readonly RegionUse[];
  /** Per account. Made from other parts, in `lib/analyse`. */
  readonly 'aws.unusedPermissions': UnusedPermissions;
  /** Per region. */
  readonly 'aws.blockPublicAccess': BlockPublicAccess;
  /** Per region. Of the services that the scan was to ask about; a service that was not read is not in it. */
  readonly 'aws.calls': readonly RecordedCall[];
  /** Per region. */
  readonly 'aws.classicLoadBalancers': LoadBalancers;
  /** Per region. Read as far as its operations were: see {@link Databases.unread}. */
  readonly 'aws.databases': Databases;
  /** Per region. Read as far as its operations were: see {@link Discovered.unread}. */
  readonly 'aws.discovered': Discovered;
  /** Per region. Read as far as its operations were: see {@link Gateways.unread}. */
  readonly 'aws.gateways': Gateways;
  /** Per region. */
  readonly 'aws.instances': readonly Instance[];
  /** Per region. */
  readonly 'aws.internetGateways': readonly InternetGateway[];
  /** Per region. Read as far as its operations were: see {@link ListenersTls.unread}. */
  readonly 'aws.listeners': ListenersTls;
  /** Per region. */
  readonly 'aws.loadBalancers': LoadBalancers;
  /** Per region. */
  readonly 'aws.networkAcls': readonly NetworkAcl[];
  /** Per region. */
  readonly 'aws.routeTables': readonly RouteTable[];
  /** Per region. Read as far as its operations were: see {@link SharedCopies.unread}. */
  readonly 'aws.sharedCopies': SharedCopies;
  /** Per region. Read as far as its operations were: see {@link StoredData.unread}. */
  readonly 'aws.storedData': StoredData;
  /** Per region. Made from other parts, in `lib/analyse`. */
  readonly 'aws.endpointExposures': EndpointExposures;
  /** Per region. Made from other parts, in `lib/analyse`. */
  readonly 'aws.exposures': NetworkExposures;
  /** Per region. Read as far as its operations were: see {@link ExternalConnections.unread}. */
  readonly 'aws.externalConnections': ExternalConnections;
  /** Per region. */
  readonly 'aws.flowLogs': readonly FlowLog[];
  /** Per region. */
  readonly 'aws.networkFirewalls': readonly NetworkFirewall[];
  /** Per region. */
  readonly 'aws.networkInterfaces': readonly NetworkInterface[];
  /** Per account. Made from what is known of the organization, in `lib/analyse`. */
  readonly 'aws.managedAccounts': ManagedAccounts;
  /** Per region. Made from what is known of the organization, in `lib/analyse`. */
  readonly 'aws.organizationMembers': OrganizationMembers;
  /** Per region. Read as far as its operations were: see {@link ResourcePolicies.unread}. */
  readonly 'aws.resourcePolicies': ResourcePolicies;
  /** Per region. Made from other parts, in `lib/analyse`. */
  readonly 'aws.resourceShares': ResourceShares;
  /** Per region. Read as far as its operations were: see {@link RoleCarriers.read}. */
  readonly 'aws.roleCarriers': RoleCarriers;
  /** Per region. */
  readonly 'aws.securityGroups': readonly SecurityGroup[];
  /** Per region. Read as far as its operations were: see {@link ServiceEndpoints.unread}. */
  readonly 'aws.serviceEndpoints': ServiceEndpoints;
  /** Per region. */
  readonly 'aws.subnets': readonly Subnet[];
  /** Per region. */
  readonly 'aws.vpcs': readonly Vpc[];
  /** Per subscription. Made from other parts, in `lib/analyse`. */
  readonly 'azure.access': AzureAccess;
  /** Per subscription. */
  readonly 'azure.applicationGateways': readonly ApplicationGateway[];
  /** Per subscription. */
  readonly 'azure.bastionHosts': readonly BastionHost[];
  /** Per subscription. */
  readonly 'azure.classicAdministrators': readonly ClassicAdministrator[];
  /** Per subscription. */
  readonly 'azure.connections': AzureConnections;
  /** Per subscription. Delegations to other tenants (Azure Lighthouse). */
  readonly 'azure.delegations': readonly AzureDelegation[];
  /** Per subscription. */
  readonly 'azure.denyAssignments': readonly DenyAssignment[];
  /** Per subscription. What Microsoft Graph says of the principals that roles name. */
  readonly 'azure.directory': AzureDirectory;
  /** Per subscription. Public zones of Azure DNS. */
  readonly 'azure.dnsRecords': AzureDnsRecords;
  /** Per subscription. Made from other parts, in `lib/analyse`. */
  readonly 'azure.endpointExposures': EndpointExposures;
  /** Per subscription. Read as far as its operations were: see {@link AzureEndpoints.unread}. */
  readonly 'azure.endpoints': AzureEndpoints;
  /** Per subscription. Made from other parts, in `lib/analyse`. */
  readonly 'azure.exposures': AzureExposures;
  /** Per subscription. */
  readonly 'azure.firewalls': AzureFirewalls;
  /** Per subscription. */
  readonly 'azure.flowLogs': readonly AzureFlowLog[];
  /** Per subscription. Resources that carry managed identities, as far as they were read. */
  readonly 'azure.identityHolders': IdentityHolders;
  /** Per subscription. */
  readonly 'azure.interfaces': readonly AzureInterface[];
  /** Per subscription. All subscriptions that the scan sees. */
  readonly 'azure.knownSubscriptions': readonly KnownSubscription[];
  /** Per subscription. */
  readonly 'azure.loadBalancers': readonly AzureLoadBalancer[];
  /** Per subscription. */
  readonly 'azure.machines': readonly AzureMachine[];
  /** Per subscription. */
  readonly 'azure.networkSecurityGroups': readonly NetworkSecurityGroup[];
  /** Per subscription. */
  readonly 'azure.publicAddresses': readonly AzurePublicAddress[];
  /** Per subscription. */
  readonly 'azure.resources': readonly AzureResourceInUse[];
  /** Per subscription. */
  readonly 'azure.roleAssignments': readonly AzureRoleAssignment[];
  /** Per subscription. */
  readonly 'azure.roleDefinitions': readonly AzureRoleDefinition[];
  /** Per subscription. */
  readonly 'azure.roleEligibilities': readonly AzureRoleAssignment[];
  /** Per subscription. */
  readonly 'azure.roleSchedules': readonly AzureRoleSchedule[];
  /** Per subscription. */
  readonly 'azure.routeTables': readonly AzureRouteTable[];
  /** Per subscription. */
  readonly 'azure.scaleSets': readonly AzureScaleSet[];
  /** Per subscription. */
  readonly 'azure.securityAdminRules': readonly SecurityAdminRules[];
  /** Per subscription. Made from other parts, in `lib/analyse`. */
  readonly 'azure.servicesInUse': ServicesInUse;
  /** Per subscription. Images, disks and snapshots. */
  readonly 'azure.sharedCopies': AzureSharedCopies;
  /** Per subscription. What keeps data beside the resources that stand there, as far as it was read. */
  readonly 'azure.storedData': AzureStoredData;
  /** Per subscription. Made from other parts, in `lib/analyse`. */
  readonly 'azure.subscriptionRemains': SubscriptionRemains;
  /** Per subscription. */
  readonly 'azure.virtualNetworks': readonly VirtualNetwork[];
  /** Per tenant. Made from other parts, in `lib/analyse`. */
  readonly 'entra.accountReview': AccountReview;
  /** Per tenant. */
  readonly 'entra.appActivity': AppActivity;
  /** Per tenant. By object id of the app registrations that were asked about. */
  readonly 'entra.applicationOwners': ObjectsById;
  /** Per tenant. Made from other parts, in `lib/analyse`. */
  readonly 'entra.applicationReview': ApplicationReview;
  /** Per tenant. */
  readonly 'entra.applications': readonly Application[];
  /** Per tenant. Of the services whose permissions matter. */
  readonly 'entra.appRoleAssignments': readonly AppRoleAssignment[];
  /** Per tenant. */
  readonly 'entra.authorizationPolicy': AuthorizationPolicy;
  /** Per tenant. */
  readonly 'entra.crossTenantTrust': CrossTenantTrust;
  /** Per tenant. */
  readonly 'entra.domains': readonly EntraDomain[];
  /** Per tenant. By object id of the app registrations that were asked about. */
  readonly 'entra.federatedCredentials': ReadonlyMap<string, readonly FederatedCredential[]>;
  /** Per tenant. By id of the groups that were asked about. */
  readonly 'entra.groupEligibilities': ReadonlyMap<string, readonly GroupEligibility[]>;
  /** Per tenant. By id of the groups that were asked about; members of nested groups are among them. */
  readonly 'entra.groupMembers': ObjectsById;
  /** Per tenant. By id of the groups that were asked about. */
  readonly 'entra.groupOwners': ObjectsById;
  /** Per tenant. */
  readonly 'entra.groups': readonly EntraGroup[];
  /** Per tenant. */
  readonly 'entra.licences': EntraLicences;
  /** Per tenant. Made from other parts, in `lib/analyse`. */
  readonly 'entra.mfa': MfaReport;
  /** Per tenant. */
  readonly 'entra.namedLocations': readonly NamedLocation[];
  /** Per tenant. */
  readonly 'entra.passwordProtection': PasswordProtection;
  /** Per tenant. */
  readonly 'entra.permissionGrants': readonly PermissionGrant[];
  /** Per tenant. Of the users that were asked about. */
  readonly 'entra.perUserMfa': PerUserMfa;
  /** Per tenant. Policies of Conditional Access. */
  readonly 'entra.policies': readonly ConditionalAccessPolicy[];
  /** Per tenant. Made from other parts, in `lib/analyse`. */
  readonly 'entra.privilege': PrivilegeReport;
  /** Per tenant. */
  readonly 'entra.registrations': Registrations;
  /** Per tenant. */
  readonly 'entra.roleAssignments': readonly RoleAssignment[];
  /** Per tenant. */
  readonly 'entra.roleDefinitions': readonly RoleDefinition[];
  /** Per tenant. */
  readonly 'entra.roleEligibilities': readonly RoleAssignment[];
  /** Per tenant. */
  readonly 'entra.roleSchedules': readonly RoleSchedule[];
  /** Per tenant. */
  readonly 'entra.securityDefaults': { readonly isEnabled: boolean };
  /** Per tenant. By object id of the service principals that were asked about. */
  readonly 'entra.servicePrincipalOwners': ObjectsById;
  /** Per tenant. */
  readonly 'entra.servicePrincipals': readonly ServicePrincipal[];
  /** Per tenant. */
  readonly 'entra.signIns': SignInsByUser;
  /** Per tenant. */
  readonly 'entra.tenant': EntraTenantInfo;
  /** Per tenant. */
  readonly 'entra.users': readonly EntraUser[];
  /** Per tenant. */
  readonly 'entra.wifiProfiles': readonly WifiProfile[];
}

/** The name of a part. */
export type PartName = keyof Parts;

/** Parts that are worked out from other parts. */
export type AnalysedPart =
  | 'any.leftServices'
  | 'any.serviceReview'
  | 'aws.access'
  | 'aws.bucketExposures'
  | 'aws.bucketShares'
  | 'aws.endpointExposures'
  | 'aws.exposures'
  | 'aws.managedAccounts'
  | 'aws.organizationMembers'
  | 'aws.regionsInUse'
  | 'aws.resourceShares'
  | 'aws.unusedPermissions'
  | 'azure.access'
  | 'azure.endpointExposures'
  | 'azure.exposures'
  | 'azure.servicesInUse'
  | 'azure.subscriptionRemains'
  | 'entra.accountReview'
  | 'entra.applicationReview'
  | 'entra.mfa'
  | 'entra.privilege';

/** Parts that are made from the answers of operations. */
export type InterpretedPart = Exclude<PartName, AnalysedPart>;

/** The kind of thing that is judged at once: all parts of one subject are handed to `find` together. `any-tenant` is whatever a tenant of any provider is. */
export type SubjectKind = 'any-tenant' | 'aws-account' | 'aws-region' | 'azure-subscription' | 'entra-tenant';

/** The unit that a part is read from. */
export type UnitOf<N extends PartName> = N extends `entra.${string}`
  ? EntraUnit
  : N extends `azure.${string}`
    ? AzureUnit
    : N extends `any.${string}`
      ? AwsUnit | AzureUnit | EntraUnit
      : AwsUnit;
