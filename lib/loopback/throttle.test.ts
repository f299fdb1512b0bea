import { describe, expect, it } from 'vitest';
import type { AwsRequest } from './request.ts';
import { operationSchema } from './schema.ts';
import { allServices } from './services.ts';
import { createThrottle } from './throttle.ts';
import { tokenBucket } from './token-bucket.ts';

const services = await allServices();

function requestOf(id: string, name: string, input = {}): AwsRequest {
  const service = services.find((candidate) => candidate.id === id)!;
  const identity = { account: '111122223333', arn: '', userId: '' };
  return { service, schema: operationSchema(service.schemas, name)!, identity, region: 'us-east-1', input };
}

/** How many of 200 requests at the same moment are let through. */
function burst(...requests: readonly AwsRequest[]): number {
  const throttle = createThrottle(true, () => 0);
  return Array.from({ length: 200 }, (_, n) => throttle(requests[n % requests.length]!)).filter(Boolean).length;
}

describe('the documented limits', () => {
  it('of EC2 are 100 at once, and 50 for what is neither filtered nor paged', () => {
    expect(burst(requestOf('ec2', 'DescribeVpcs'))).toBe(100);
    expect(burst(requestOf('ec2', 'DescribeSecurityGroups', { MaxResults: 1000 }))).toBe(100);
    expect(burst(requestOf('ec2', 'DescribeSecurityGroups'))).toBe(50);
  });

  it('of load balancing are 40 at once for all calls of both generations together', () => {
    expect(burst(requestOf('elbv2', 'DescribeRules'), requestOf('elb', 'DescribeLoadBalancers'))).toBe(40);
  });

  it('of IAM are not published, so that it is not throttled', () => {
    expect(burst(requestOf('iam', 'GetAccountSummary'))).toBe(200);
  });
});

describe('a token bucket', () => {
  it('fills evenly, and never above its size', () => {
    let now = 0;
    const bucket = tokenBucket({ burst: 2, rate: 10 }, () => now);
    const take = (count: number) => Array.from({ length: count }, () => bucket.take());
    expect(take(3)).toEqual([true, true, false]);
    now = 99;
    expect(take(1)).toEqual([false]);
    now = 100;
    expect(take(2)).toEqual([true, false]);
    now = 10_000;
    expect(take(3)).toEqual([true, true, false]);
  });
});
