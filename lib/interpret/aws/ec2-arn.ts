import type { AwsUnit } from '../../model/unit.ts';

/** The ARN of an EC2 resource (`vpc/vpc-1`), which most Describe operations do not name themselves. */
export function ec2Arn(unit: AwsUnit, owner: string, resource: string): string {
  return `arn:${partitionOf(unit.region)}:ec2:${unit.region}:${owner}:${resource}`;
}

/** The partition a region lies in ("AWS partitions", AWS Fault Isolation Boundaries). */
function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  if (region.startsWith('us-gov-')) return 'aws-us-gov';
  if (region.startsWith('eusc-')) return 'aws-eusc';
  return 'aws';
}
