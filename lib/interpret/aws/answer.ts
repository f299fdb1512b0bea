import type * as apigateway from '@aws-sdk/client-api-gateway';
import type * as apigatewayv2 from '@aws-sdk/client-apigatewayv2';
import type * as apprunner from '@aws-sdk/client-apprunner';
import type * as backup from '@aws-sdk/client-backup';
import type * as cloudformation from '@aws-sdk/client-cloudformation';
import type * as cloudtrail from '@aws-sdk/client-cloudtrail';
import type * as logs from '@aws-sdk/client-cloudwatch-logs';
import type * as codebuild from '@aws-sdk/client-codebuild';
import type * as config from '@aws-sdk/client-config-service';
import type * as costExplorer from '@aws-sdk/client-cost-explorer';
import type * as directConnect from '@aws-sdk/client-direct-connect';
import type * as dynamodb from '@aws-sdk/client-dynamodb';
import type * as ec2 from '@aws-sdk/client-ec2';
import type * as ecr from '@aws-sdk/client-ecr';
import type * as ecrPublic from '@aws-sdk/client-ecr-public';
import type * as ecs from '@aws-sdk/client-ecs';
import type * as efs from '@aws-sdk/client-efs';
import type * as eks from '@aws-sdk/client-eks';
import type * as elasticbeanstalk from '@aws-sdk/client-elastic-beanstalk';
import type * as glue from '@aws-sdk/client-glue';
import type * as iam from '@aws-sdk/client-iam';
import type * as kms from '@aws-sdk/client-kms';
import type * as networkFirewall from '@aws-sdk/client-network-firewall';
import type * as organizations from '@aws-sdk/client-organizations';
import type * as opensearch from '@aws-sdk/client-opensearch';
import type * as identitystore from '@aws-sdk/client-identitystore';
import type * as lambda from '@aws-sdk/client-lambda';
import type * as s3 from '@aws-sdk/client-s3';
import type * as s3control from '@aws-sdk/client-s3-control';
import type * as sagemaker from '@aws-sdk/client-sagemaker';
import type * as secretsManager from '@aws-sdk/client-secrets-manager';
import type * as sfn from '@aws-sdk/client-sfn';
import type * as sns from '@aws-sdk/client-sns';
import type * as sqs from '@aws-sdk/client-sqs';
import type * as ssoAdmin from '@aws-sdk/client-sso-admin';
import type * as ssm from '@aws-sdk/client-ssm';
import type * as cloudfront from '@aws-sdk/client-cloudfront';
import type * as elb from '@aws-sdk/client-elastic-load-balancing';
import type * as elbv2 from '@aws-sdk/client-elastic-load-balancing-v2';
import type * as globalaccelerator from '@aws-sdk/client-global-accelerator';
import type * as kafka from '@aws-sdk/client-kafka';
import type * as rds from '@aws-sdk/client-rds';
import type * as redshift from '@aws-sdk/client-redshift';
import type * as resourceExplorer from '@aws-sdk/client-resource-explorer-2';
import type * as tagging from '@aws-sdk/client-resource-groups-tagging-api';
import type * as route53 from '@aws-sdk/client-route-53';
import type * as elasticache from '@aws-sdk/client-elasticache';
import type * as fsx from '@aws-sdk/client-fsx';
import type * as glacier from '@aws-sdk/client-glacier';
import type * as lightsail from '@aws-sdk/client-lightsail';
import type * as memorydb from '@aws-sdk/client-memorydb';
import type { Answers } from '../part.ts';
import type { Wire } from '../wire.ts';

/** What each operation answers, once per unit or once per resource. */
interface Outputs {
  'apigateway:GetResources': apigateway.Resources;
  'apigateway:GetRestApis': apigateway.RestApis;
  'apigateway:GetStages': apigateway.Stages;
  'apigatewayv2:GetApis': apigatewayv2.GetApisResponse;
  'apigatewayv2:GetRoutes': apigatewayv2.GetRoutesResponse;
  'apigatewayv2:GetStages': apigatewayv2.GetStagesResponse;
  'apprunner:DescribeService': apprunner.DescribeServiceResponse;
  'apprunner:ListServices': apprunner.ListServicesResponse;
  'ce:GetCostAndUsage': costExplorer.GetCostAndUsageResponse;
  'backup:GetBackupVaultAccessPolicy': Partial<backup.GetBackupVaultAccessPolicyOutput>;
  'backup:ListBackupVaults': backup.ListBackupVaultsOutput;
  'backup:ListRecoveryPointsByBackupVault': backup.ListRecoveryPointsByBackupVaultOutput;
  'cloudformation:DescribeStacks': cloudformation.DescribeStacksOutput;
  'cloudfront:GetVpcOrigin': cloudfront.GetVpcOriginResult;
  'cloudfront:ListDistributions': cloudfront.ListDistributionsResult;
  'cloudfront:ListVpcOrigins': cloudfront.ListVpcOriginsResult;
  'cloudtrail:LookupEvents': cloudtrail.LookupEventsResponse;
  'codebuild:BatchGetProjects': codebuild.BatchGetProjectsOutput;
  'config:GetDiscoveredResourceCounts': config.GetDiscoveredResourceCountsResponse;
  'directconnect:DescribeVirtualInterfaces': directConnect.VirtualInterfaces;
  'dynamodb:ListBackups': dynamodb.ListBackupsOutput;
  'dynamodb:ListTables': dynamodb.ListTablesOutput;
  'ec2:DescribeClientVpnAuthorizationRules': ec2.DescribeClientVpnAuthorizationRulesResult;
  'ec2:DescribeClientVpnEndpoints': ec2.DescribeClientVpnEndpointsResult;
  'ec2:DescribeCustomerGateways': ec2.DescribeCustomerGatewaysResult;
  'ec2:DescribeFlowLogs': ec2.DescribeFlowLogsResult;
  'ec2:DescribeInstanceConnectEndpoints': ec2.DescribeInstanceConnectEndpointsResult;
  'ec2:DescribeImageAttribute': ec2.ImageAttribute;
  'ec2:DescribeImages': ec2.DescribeImagesResult;
  'ec2:DescribeRegions': ec2.DescribeRegionsResult;
  'ec2:DescribeImages#own': ec2.DescribeImagesResult;
  'ec2:DescribeInstances': ec2.DescribeInstancesResult;
  'ec2:DescribeInternetGateways': ec2.DescribeInternetGatewaysResult;
  'ec2:DescribeManagedPrefixLists': ec2.DescribeManagedPrefixListsResult;
  'ec2:DescribeNatGateways': ec2.DescribeNatGatewaysResult;
  'ec2:DescribeNetworkAcls': ec2.DescribeNetworkAclsResult;
  'ec2:DescribeNetworkInterfaces': ec2.DescribeNetworkInterfacesResult;
  'ec2:DescribeRouteTables': ec2.DescribeRouteTablesResult;
  'ec2:DescribeSecurityGroupRules': ec2.DescribeSecurityGroupRulesResult;
  'ec2:DescribeSecurityGroups': ec2.DescribeSecurityGroupsResult;
  'ec2:DescribeSnapshotAttribute': ec2.DescribeSnapshotAttributeResult;
  'ec2:DescribeSnapshots': ec2.DescribeSnapshotsResult;
  'ec2:DescribeSnapshots#own': ec2.DescribeSnapshotsResult;
  'ec2:DescribeSubnets': ec2.DescribeSubnetsResult;
  'ec2:DescribeTransitGatewayAttachments': ec2.DescribeTransitGatewayAttachmentsResult;
  'ec2:DescribeTransitGateways': ec2.DescribeTransitGatewaysResult;
  'ec2:DescribeVolumes': ec2.DescribeVolumesResult;
  'ec2:DescribeVpcBlockPublicAccessExclusions': ec2.DescribeVpcBlockPublicAccessExclusionsResult;
  'ec2:DescribeVpcBlockPublicAccessOptions': ec2.DescribeVpcBlockPublicAccessOptionsResult;
  'ec2:DescribeVpcEndpointConnections': ec2.DescribeVpcEndpointConnectionsResult;
  'ec2:DescribeVpcEndpointServiceConfigurations': ec2.DescribeVpcEndpointServiceConfigurationsResult;
  'ec2:DescribeVpcEndpointServicePermissions': ec2.DescribeVpcEndpointServicePermissionsResult;
  'ec2:DescribeVpcEndpointServices': ec2.DescribeVpcEndpointServicesResult;
  'ec2:DescribeVpcEndpoints': ec2.DescribeVpcEndpointsResult;
  'ec2:DescribeVpcPeeringConnections': ec2.DescribeVpcPeeringConnectionsResult;
  'ec2:DescribeVpcs': ec2.DescribeVpcsResult;
  'ec2:DescribeVpnConnections': ec2.DescribeVpnConnectionsResult;
  'ec2:DescribeVpnGateways': ec2.DescribeVpnGatewaysResult;
  'ec2:GetManagedPrefixListEntries': ec2.GetManagedPrefixListEntriesResult;
  'ec2:GetSnapshotBlockPublicAccessState': ec2.GetSnapshotBlockPublicAccessStateResult;
  'ec2:ListImagesInRecycleBin': ec2.ListImagesInRecycleBinResult;
  'ec2:ListSnapshotsInRecycleBin': ec2.ListSnapshotsInRecycleBinResult;
  'ec2:ListVolumesInRecycleBin': ec2.ListVolumesInRecycleBinResult;
  'ecr-public:DescribeRepositories': ecrPublic.DescribeRepositoriesResponse;
  'ecr:DescribeRepositories': ecr.DescribeRepositoriesResponse;
  'ecr:GetRegistryPolicy': Partial<ecr.GetRegistryPolicyResponse>;
  'ecr:GetRepositoryPolicy': Partial<ecr.GetRepositoryPolicyResponse>;
  'ecs:DescribeTaskDefinition': ecs.DescribeTaskDefinitionResponse;
  'ecs:DescribeTasks': ecs.DescribeTasksResponse;
  'elasticache:DescribeCacheClusters': elasticache.CacheClusterMessage;
  'elasticache:DescribeServerlessCacheSnapshots': elasticache.DescribeServerlessCacheSnapshotsResponse;
  'elasticache:DescribeServerlessCaches': elasticache.DescribeServerlessCachesResponse;
  'elasticache:DescribeSnapshots': elasticache.DescribeSnapshotsListMessage;
  'elasticfilesystem:DescribeFileSystems': efs.DescribeFileSystemsResponse;
  'elasticfilesystem:DescribeFileSystemPolicy': Partial<efs.FileSystemPolicyDescription>;
  'elasticfilesystem:DescribeFileSystems#policies': efs.DescribeFileSystemsResponse;
  'elb:DescribeLoadBalancerPolicies': elb.DescribeLoadBalancerPoliciesOutput;
  'eks:DescribeCluster': eks.DescribeClusterResponse;
  'eks:ListClusters': eks.ListClustersResponse;
  'elasticbeanstalk:CheckDNSAvailability': elasticbeanstalk.CheckDNSAvailabilityResultMessage;
  'elb:DescribeLoadBalancers': elb.DescribeAccessPointsOutput;
  'elbv2:DescribeListeners': elbv2.DescribeListenersOutput;
  'elbv2:DescribeLoadBalancerAttributes': elbv2.DescribeLoadBalancerAttributesOutput;
  'elbv2:DescribeLoadBalancers': elbv2.DescribeLoadBalancersOutput;
  'elbv2:DescribeRules': elbv2.DescribeRulesOutput;
  'elbv2:DescribeTargetGroupAttributes': elbv2.DescribeTargetGroupAttributesOutput;
  'elbv2:DescribeTargetGroups': elbv2.DescribeTargetGroupsOutput;
  'elbv2:DescribeTargetHealth': elbv2.DescribeTargetHealthOutput;
  'es:DescribeDomains': opensearch.DescribeDomainsResponse;
  'es:ListDomainNames': opensearch.ListDomainNamesResponse;
  'fsx:DescribeBackups': fsx.DescribeBackupsResponse;
  'fsx:DescribeFileCaches': fsx.DescribeFileCachesResponse;
  'fsx:DescribeFileSystems': fsx.DescribeFileSystemsResponse;
  'glacier:ListVaults': glacier.ListVaultsOutput;
  'globalaccelerator:ListAccelerators': globalaccelerator.ListAcceleratorsResponse;
  'globalaccelerator:ListEndpointGroups': globalaccelerator.ListEndpointGroupsResponse;
  'globalaccelerator:ListListeners': globalaccelerator.ListListenersResponse;
  'glue:GetDevEndpoints': glue.GetDevEndpointsResponse;
  'iam:GetAccountAuthorizationDetails': iam.GetAccountAuthorizationDetailsResponse;
  'iam:GetAccountPasswordPolicy': Partial<iam.GetAccountPasswordPolicyResponse>;
  'iam:GetAccountSummary': iam.GetAccountSummaryResponse;
  'iam:GetCredentialReport': iam.GetCredentialReportResponse;
  'iam:GetOrganizationsAccessReport': iam.GetOrganizationsAccessReportResponse;
  'iam:GetPolicyVersion': iam.GetPolicyVersionResponse;
  'iam:GetServiceLastAccessedDetails': iam.GetServiceLastAccessedDetailsResponse;
  'iam:ListAccountAliases': Partial<iam.ListAccountAliasesResponse>;
  'identitystore:ListGroupMemberships': identitystore.ListGroupMembershipsResponse;
  'identitystore:ListGroups': identitystore.ListGroupsResponse;
  'identitystore:ListUsers': identitystore.ListUsersResponse;
  'kafka:ListClustersV2': kafka.ListClustersV2Response;
  'kms:DescribeKey': kms.DescribeKeyResponse;
  'kms:GetKeyPolicy': kms.GetKeyPolicyResponse;
  'kms:ListKeys': kms.ListKeysResponse;
  'lambda:GetFunctionUrlConfig': lambda.GetFunctionUrlConfigResponse;
  'lambda:GetPolicy': lambda.GetPolicyResponse;
  'lambda:ListFunctions': lambda.ListFunctionsResponse;
  'lightsail:GetDiskSnapshots': lightsail.GetDiskSnapshotsResult;
  'lightsail:GetDisks': lightsail.GetDisksResult;
  'lightsail:GetInstanceSnapshots': lightsail.GetInstanceSnapshotsResult;
  'lightsail:GetRelationalDatabaseSnapshots': lightsail.GetRelationalDatabaseSnapshotsResult;
  'logs:DescribeLogGroups': logs.DescribeLogGroupsResponse;
  'memorydb:DescribeClusters': memorydb.DescribeClustersResponse;
  'memorydb:DescribeSnapshots': memorydb.DescribeSnapshotsResponse;
  'organizations:DescribeOrganization': organizations.DescribeOrganizationResponse;
  'organizations:DescribePolicy': organizations.DescribePolicyResponse;
  'organizations:ListAccounts': organizations.ListAccountsResponse;
  'organizations:ListAccountsForParent': organizations.ListAccountsForParentResponse;
  'organizations:ListOrganizationalUnitsForParent': organizations.ListOrganizationalUnitsForParentResponse;
  'organizations:ListPolicies': organizations.ListPoliciesResponse;
  'organizations:ListRoots': organizations.ListRootsResponse;
  'organizations:ListTargetsForPolicy': organizations.ListTargetsForPolicyResponse;
  'rds:DescribeDBClusterAutomatedBackups': rds.DBClusterAutomatedBackupMessage;
  'rds:DescribeDBClusterSnapshotAttributes': rds.DescribeDBClusterSnapshotAttributesResult;
  'rds:DescribeDBClusterSnapshots': rds.DBClusterSnapshotMessage;
  'rds:DescribeDBClusters': rds.DBClusterMessage;
  'rds:DescribeDBInstanceAutomatedBackups': rds.DBInstanceAutomatedBackupMessage;
  'rds:DescribeDBSnapshotAttributes': rds.DescribeDBSnapshotAttributesResult;
  'rds:DescribeDBSnapshots': rds.DBSnapshotMessage;
  'rds:DescribeDBInstances': rds.DBInstanceMessage;
  'redshift:DescribeClusterSnapshots': redshift.SnapshotMessage;
  'redshift:DescribeClusters': redshift.ClustersMessage;
  'resource-explorer-2:ListResources': resourceExplorer.ListResourcesOutput;
  'network-firewall:DescribeLoggingConfiguration': networkFirewall.DescribeLoggingConfigurationResponse;
  'network-firewall:ListFirewalls': networkFirewall.ListFirewallsResponse;
  'route53:ListHostedZones': Partial<route53.ListHostedZonesResponse>;
  'route53:ListResourceRecordSets': Partial<route53.ListResourceRecordSetsResponse>;
  's3:GetBucketAcl': s3.GetBucketAclOutput;
  's3:GetBucketLocation': s3.GetBucketLocationOutput & { readonly Refused?: boolean };
  's3:GetBucketPolicy': Partial<s3.GetBucketPolicyOutput>;
  's3:GetBucketPolicyStatus': s3.GetBucketPolicyStatusOutput;
  's3:GetPublicAccessBlock': s3.GetPublicAccessBlockOutput;
  's3:ListBuckets': s3.ListBucketsOutput;
  's3control:GetPublicAccessBlock': s3control.GetPublicAccessBlockOutput;
  'sagemaker:DescribeNotebookInstance': Partial<sagemaker.DescribeNotebookInstanceOutput>;
  'secretsmanager:ListSecrets': secretsManager.ListSecretsResponse;
  'secretsmanager:GetResourcePolicy': secretsManager.GetResourcePolicyResponse;
  'secretsmanager:ListSecrets#policies': secretsManager.ListSecretsResponse;
  'sns:GetTopicAttributes': sns.GetTopicAttributesResponse;
  'sns:ListTopics': sns.ListTopicsResponse;
  'sqs:GetQueueAttributes': sqs.GetQueueAttributesResult;
  'sqs:ListQueues': sqs.ListQueuesResult;
  'ssm:DescribeInstanceInformation': ssm.DescribeInstanceInformationResult;
  'sso-admin:DescribePermissionSet': ssoAdmin.DescribePermissionSetResponse;
  'sso-admin:ListAccountAssignments': ssoAdmin.ListAccountAssignmentsResponse;
  'sso-admin:ListInstances': ssoAdmin.ListInstancesResponse;
  'states:DescribeStateMachine': Partial<sfn.DescribeStateMachineOutput>;
  'tagging:GetResources': tagging.GetResourcesOutput;
}

type Operation = keyof Outputs;
type Output<O extends Operation> = Wire<Outputs[O]>;

/** The answer of an operation that is called once per unit. Its fields are still to be held against the documentation. */
export function answerOf<O extends Operation>(answers: Answers, operation: O): Output<O> {
  const answer = answers[operation];
  if (!isOutput(operation, answer)) throw new TypeError(`${operation} did not answer with an object`);
  return answer;
}

/** The answers of an operation that is called once per resource, each with its input; none when it was not read. */
export function keyedAnswersOf<O extends Operation>(
  answers: Answers,
  operation: O,
): readonly { readonly input: Readonly<Record<string, unknown>>; readonly output: Output<O> }[] {
  const list = answers[operation] ?? [];
  if (!Array.isArray(list)) throw new TypeError(`${operation} is not a list of answers`);
  return list.map((each: unknown) => {
    if (!isRecord(each) || !isRecord(each['input']) || !isOutput(operation, each['output'])) {
      throw new TypeError(`${operation} has an answer without input or output`);
    }
    return { input: each['input'], output: each['output'] };
  });
}

/**
 * What {@link keyedAnswersOf} answers, by the part of the input that names the resource: `tell` says what of an answer is
 * wanted. A resource that was not read is not in it.
 */
export function answersBy<O extends Operation, Told>(
  answers: Answers,
  operation: O,
  key: string,
  tell: (output: Output<O>) => Told,
): ReadonlyMap<string, Told> {
  return new Map(keyedAnswersOf(answers, operation).map(({ input, output }) => [String(input[key]), tell(output)]));
}

/** An object is taken for the operation's output: the SDK wrote it, and interpreters check every field they need. */
function isOutput<O extends Operation>(_operation: O, answer: unknown): answer is Output<O> {
  return isRecord(answer);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
