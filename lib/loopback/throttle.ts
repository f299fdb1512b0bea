import type { Faults, Rate } from './loopback-aws.ts';
import { operationName, type AwsRequest } from './request.ts';
import { tokenBucket, type TokenBucket } from './token-bucket.ts';

/** Whether a request is within its limits; takes the tokens if so. */
export type Throttle = (request: AwsRequest) => boolean;

/** "Request throttling for the Amazon EC2 API": non-mutating actions, and unfiltered and unpaginated ones. */
const ec2Rate: Rate = { burst: 100, rate: 20 };
const ec2UnpagedRate: Rate = { burst: 50, rate: 10 };
const ec2Unpaged: ReadonlySet<string> = new Set([
  'DescribeInstances',
  'DescribeInstanceStatus',
  'DescribeNetworkInterfaces',
  'DescribeSecurityGroups',
  'DescribeSnapshots',
  'DescribeSpotInstanceRequests',
  'DescribeVolumes',
]);

/** "API throttling for Elastic Load Balancing": per API, and once more for all calls of both generations together. */
const elbRate: Rate = { burst: 40, rate: 10 };

/** Token buckets per account, region and API. Services that publish no rates are throttled only by override. */
export function createThrottle(setting: Faults['throttle'], now: () => number): Throttle {
  if (!setting) return () => true;
  const overrides = setting === true ? {} : setting;
  const buckets = new Map<string, TokenBucket>();
  const take = (key: string, rate: Rate): boolean => {
    const bucket = buckets.get(key) ?? tokenBucket(rate, now);
    buckets.set(key, bucket);
    return bucket.take();
  };
  return (request) => {
    const place = `${request.identity.account}/${request.region}`;
    const id = operationName(request);
    const [kind, rate] = documented(request);
    const own = overrides[id] ?? rate;
    const common = request.service.signingName === 'elasticloadbalancing' ? elbRate : undefined;
    return (!own || take(`${place}/${id}${kind}`, own)) && (!common || take(`${place}/elb`, common));
  };
}

function documented({ service, schema, input }: AwsRequest): readonly [kind: string, rate: Rate | undefined] {
  if (service.signingName === 'elasticloadbalancing') return ['', elbRate];
  if (service.id !== 'ec2') return ['', undefined];
  const unpaged =
    ec2Unpaged.has(schema.name) && !Object.keys(input).some((name) => /^MaxResults$|Filter|Ids$/.test(name));
  return unpaged ? ['/unpaged', ec2UnpagedRate] : ['', ec2Rate];
}
