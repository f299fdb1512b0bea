import { setTimeout as sleep } from 'node:timers/promises';
import { awsPermission } from '../model/aws/permission.ts';
import { globalRegion } from '../model/unit.ts';
import { AwsError, BrokenConnection } from './aws-error.ts';
import { s3Codes, type ErrorCodes } from './error-codes.ts';
import type { Faults, Hits } from './loopback-aws.ts';
import { operationName, type AwsRequest } from './request.ts';
import { createThrottle } from './throttle.ts';

/** What goes wrong with a request, thrown as AwsError or BrokenConnection; nothing, otherwise. */
export interface FaultInjector {
  /** S3's requests are known by operation only. */
  beforeObject(place: ObjectRequest): Promise<void>;
  before(request: AwsRequest): Promise<void>;
}

/** As much as is known of a request to S3. */
export interface ObjectRequest {
  readonly account: string;
  readonly region: string;
  /** `s3:PutObject` … */
  readonly id: string;
}

/** Faults in the order in which they happen: the network, then the gateway's throttle, then the service. */
export function createFaults(faults: Faults, now: () => number): FaultInjector {
  const drops = counter(faults.dropped);
  const fails = counter(faults.failures);
  const throttle = createThrottle(faults.throttle, now);

  const network = async (path: string, region: string): Promise<void> => {
    if (faults.latencyMs) await sleep(faults.latencyMs);
    if (drops(path) || faults.unreachableRegions?.includes(region)) throw new BrokenConnection();
  };
  const service = (path: string, codes: ErrorCodes): void => {
    if (!fails(path)) return;
    const [code, status] = faults.failures?.status === 503 ? codes.unavailable : codes.failed;
    throw new AwsError(code, 'An internal error has occurred', status);
  };
  // "No permissions are required to perform this operation" (GetCallerIdentity, AWS STS API Reference).
  const isDenied = (path: string): boolean =>
    !path.endsWith('/sts:GetCallerIdentity') && (faults.denied?.some((pattern) => matches(pattern, path)) ?? false);

  return {
    async beforeObject({ account, region, id }) {
      const path = `${account}/${region}/${id}`;
      await network(path, region);
      if (isDenied(path)) throw new AwsError(s3Codes.denied[0], 'Access Denied', s3Codes.denied[1]);
      service(path, s3Codes);
    },
    async before(request) {
      // Global services are signed for a region, but a snapshot keeps them with the account.
      const region = request.service.global ? globalRegion : request.region;
      const path = `${request.identity.account}/${region}/${operationName(request)}`;
      await network(path, region);
      if (!throttle(request)) throw throttled(request);
      if (isDenied(path)) throw denied(request);
      service(path, request.service.codes);
    },
  };
}

/** Counts the requests that `hits` names, and says which of them it hits. */
function counter(hits: Hits | undefined): (path: string) => boolean {
  let seen = 0;
  return (path) => {
    if (!hits || (hits.operations && !hits.operations.some((pattern) => matches(pattern, path)))) return false;
    seen += 1;
    return seen % (hits.every ?? 1) === 0;
  };
}

/** Whether `ec2:DescribeVpcs` or `account/region/ec2:DescribeVpcs`, with `*` for any characters, names a path. */
function matches(pattern: string, path: string): boolean {
  const whole = pattern.includes('/') ? pattern : `*/${pattern}`;
  const escaped = whole.replaceAll(/[.+^${}()|[\]\\?]/g, '\\$&').replaceAll('*', '.*');
  return new RegExp(`^${escaped}$`).test(path);
}

function throttled({ service }: AwsRequest): AwsError {
  const [code, status] = service.codes.throttled;
  return new AwsError(code, service.protocol === 'ec2' ? 'Request limit exceeded.' : 'Rate exceeded', status);
}

/** The sentences of "Troubleshoot access denied error messages", IAM User Guide, and of Amazon EC2 and Organizations. */
export function denied(request: AwsRequest, resource = '*'): AwsError {
  const { service, identity } = request;
  const [code, status] = service.codes.denied;
  if (service.id === 'organizations') {
    return new AwsError(code, "You don't have permissions to access this resource.", status);
  }
  const action = awsPermission(operationName(request));
  const reason = `because no identity-based policy allows the ${action} action`;
  const who = `User: ${identity.arn} is not authorized to perform: ${action}`;
  if (service.id === 'ec2') {
    return new AwsError(code, `You are not authorized to perform this operation. ${who} ${reason}`, status);
  }
  return new AwsError(code, `${who} on resource: ${resource} ${reason}`, status);
}
