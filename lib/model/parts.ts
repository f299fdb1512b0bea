import type { BlockPublicAccess } from './aws/block-public-access.ts';
import type { Buckets } from './aws/bucket.ts';
import type { Databases } from './aws/database.ts';
import type { Gateways } from './aws/gateway.ts';
import type { Accelerator, VpcOrigin } from './aws/global-entry.ts';
import type { Instance } from './aws/instance.ts';
import type { InternetGateway } from './aws/internet-gateway.ts';
import type { ListenersTls } from './aws/listener-tls.ts';
import type { LoadBalancers } from './aws/load-balancer.ts';
import type { EndpointExposures } from './network/endpoint-exposures.ts';
import type { NetworkExposures } from './network/exposures.ts';
import type { NetworkAcl } from './aws/network-acl.ts';
import type { RouteTable } from './aws/route-table.ts';
import type { AccountSummary } from './aws/account-summary.ts';
import type { AwsAccount } from './aws/account.ts';
import type { CredentialReport } from './aws/credential-report.ts';
import type { ExternalConnections } from './aws/external-connection.ts';
import type { IamEntities } from './aws/iam-entities.ts';
import type { AccessReport } from './aws/last-accessed.ts';
import type { NetworkFirewall } from './aws/network-firewall.ts';
import type { NetworkInterface } from './aws/network-interface.ts';
import type { OrganizationMembers } from './aws/organization-members.ts';
import type { PasswordPolicy } from './aws/password-policy.ts';
import type { AccountAccess } from './aws/principal-access.ts';
import type { RoleCarriers } from './aws/role-carrier.ts';
import type { ServiceEndpoints } from './aws/service-endpoint.ts';
import type { SecurityGroup } from './aws/security-group.ts';
import type { UnusedPermissions } from './aws/unused-permissions.ts';
import type { FlowLog, Subnet, Vpc } from './aws/vpc.ts';

/**
 * The parts of the model, by the name that a check writes in `reads`. Each is made in `lib/interpret` from the
 * operations named there. Per account: what global services say. Per region: what one region says.
 */
export interface Parts {
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
  /** Per account. Made from other parts, in `lib/analyse`. */
  readonly 'aws.bucketExposures': EndpointExposures;
  /** Per account. */
  readonly 'aws.buckets': Buckets;
  /** Per account. */
  readonly 'aws.credentialReport': CredentialReport;
  /** Per account. */
  readonly 'aws.iamEntities': IamEntities;
  /** Per account. A principal that IAM was not asked about, or gave no answer for, is not in it. */
  readonly 'aws.lastAccessed': readonly AccessReport[];
  /** Per account. */
  readonly 'aws.passwordPolicy': PasswordPolicy;
  /** Per account. Made from other parts, in `lib/analyse`. */
  readonly 'aws.unusedPermissions': UnusedPermissions;
  /** Per region. */
  readonly 'aws.blockPublicAccess': BlockPublicAccess;
  /** Per region. */
  readonly 'aws.classicLoadBalancers': LoadBalancers;
  /** Per region. Read as far as its operations were: see {@link Databases.unread}. */
  readonly 'aws.databases': Databases;
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
  /** Per region. Made from what is known of the organization, in `lib/analyse`. */
  readonly 'aws.organizationMembers': OrganizationMembers;
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
}

/** The name of a part. */
export type PartName = keyof Parts;

/** Parts that are worked out from other parts. */
export type AnalysedPart =
  | 'aws.access'
  | 'aws.bucketExposures'
  | 'aws.endpointExposures'
  | 'aws.exposures'
  | 'aws.organizationMembers'
  | 'aws.unusedPermissions';

/** Parts that are made from the answers of operations. */
export type InterpretedPart = Exclude<PartName, AnalysedPart>;

/** The kind of thing that is judged at once: all parts of one subject are handed to `find` together. */
export type SubjectKind = 'aws-account' | 'aws-region';
