import type { AwsOperation } from '../operation.ts';
import { getOrganizationsAccessReport } from './access-report.ts';
import { describeRegions } from './account.ts';
import { apiGatewayOperations } from './api-gateway.ts';
import { apprunnerOperations } from './apprunner.ts';
import { backupOperations } from './backup.ts';
import { cloudfrontOperations } from './cloudfront.ts';
import { getCostAndUsage } from './billed.ts';
import { lookupEvents } from './calls.ts';
import { cloudformationOperations } from './cloudformation.ts';
import { codebuildOperations } from './codebuild.ts';
import { connectionOperations, privateLinkOperations } from './connections.ts';
import { directConnectOperations } from './direct-connect.ts';
import { dynamodbOperations } from './dynamodb.ts';
import { describeNetworkInterfaces, ec2Operations } from './ec2.ts';
import { discoveryOperations } from './discovered.ts';
import { ecrOperations } from './ecr.ts';
import { ecsOperations } from './ecs.ts';
import { efsPolicyOperations } from './efs-policies.ts';
import { eksOperations } from './eks.ts';
import { elasticacheOperations } from './elasticache.ts';
import { fileSystemOperations } from './file-systems.ts';
import { glacierOperations } from './glacier.ts';
import { globalAcceleratorOperations } from './global-accelerator.ts';
import { glueOperations } from './glue.ts';
import { iamOperations } from './iam.ts';
import { identityCenterOperations, listInstances } from './identity-center.ts';
import { kafkaOperations } from './kafka.ts';
import { kmsOperations } from './kms.ts';
import { lambdaOperations } from './lambda.ts';
import { lightsailOperations } from './lightsail.ts';
import { loadBalancingOperations } from './load-balancing.ts';
import { logsOperations } from './logs.ts';
import { memorydbOperations } from './memorydb.ts';
import { messagingOperations } from './messaging.ts';
import { networkFirewallOperations } from './network-firewall.ts';
import { opensearchOperations } from './opensearch.ts';
import { describeOrganization, listAccounts, organizationTree, ownOrganization } from './organizations.ts';
import { rdsOperations } from './rds.ts';
import { rdsSnapshotOperations } from './rds-snapshots.ts';
import { recycleBinOperations } from './recycle-bin.ts';
import { redshiftOperations } from './redshift.ts';
import { route53Operations } from './route53.ts';
import { s3Operations } from './s3.ts';
import { sagemakerOperations } from './sagemaker.ts';
import { secretsManagerOperations } from './secrets-manager.ts';
import { secretsPolicyOperations } from './secrets-policies.ts';
import { sharedImageOperations } from './shared-images.ts';
import { ssmOperations } from './ssm.ts';
import { statesOperations } from './states.ts';
import { storedDataOperations } from './stored-data.ts';

/** Every operation that the collector calls. Adding one is one entry in its service's file. */
export const awsOperations: readonly AwsOperation[] = [
  describeOrganization,
  listAccounts,
  ...organizationTree,
  getOrganizationsAccessReport,
  ownOrganization,
  listInstances,
  ...identityCenterOperations,
  ...iamOperations,
  describeRegions,
  describeNetworkInterfaces,
  ...ec2Operations,
  ...connectionOperations,
  ...privateLinkOperations,
  ...directConnectOperations,
  ...networkFirewallOperations,
  ...sharedImageOperations,
  ...loadBalancingOperations,
  ...rdsOperations,
  ...redshiftOperations,
  ...kafkaOperations,
  ...globalAcceleratorOperations,
  ...cloudfrontOperations,
  ...s3Operations,
  ...lambdaOperations,
  ...apiGatewayOperations,
  ...eksOperations,
  ...opensearchOperations,
  ...ssmOperations,
  ...cloudformationOperations,
  ...codebuildOperations,
  ...ecsOperations,
  ...glueOperations,
  ...sagemakerOperations,
  ...statesOperations,
  ...apprunnerOperations,
  ...discoveryOperations,
  lookupEvents,
  getCostAndUsage,
  ...storedDataOperations,
  ...rdsSnapshotOperations,
  ...logsOperations,
  ...kmsOperations,
  ...ecrOperations,
  ...backupOperations,
  ...dynamodbOperations,
  ...recycleBinOperations,
  ...fileSystemOperations,
  ...elasticacheOperations,
  ...memorydbOperations,
  ...lightsailOperations,
  ...secretsManagerOperations,
  ...glacierOperations,
  ...route53Operations,
  ...efsPolicyOperations,
  ...secretsPolicyOperations,
  ...messagingOperations,
];
