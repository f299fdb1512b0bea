import type { AwsUnit } from '../../model/unit.ts';
import { partitionOf } from './partition-of.ts';

/** The ARN of an EC2 resource (`vpc/vpc-1`), which most Describe operations do not name themselves. */
export function ec2Arn(unit: AwsUnit, owner: string, resource: string): string {
  return `arn:${partitionOf(unit.region)}:ec2:${unit.region}:${owner}:${resource}`;
}
