import type { AwsOperation } from '../operation.ts';
import { describeRegions, organizationOperations } from './account.ts';
import { describeNetworkInterfaces, ec2Operations } from './ec2.ts';
import { iamOperations } from './iam.ts';
import { loadBalancingOperations } from './load-balancing.ts';
import { rdsOperations } from './rds.ts';

/** Every operation that the collector calls. Adding one is one entry in its service's file. */
export const awsOperations: readonly AwsOperation[] = [
  ...organizationOperations,
  ...iamOperations,
  describeRegions,
  describeNetworkInterfaces,
  ...ec2Operations,
  ...loadBalancingOperations,
  ...rdsOperations,
];
