import { setTimeout as sleep } from 'node:timers/promises';
import type { Budget } from './operation.ts';

/** How many calls may come at once, and how many a second may follow. */
interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

/**
 * What the services allow an account in a region per API: "Request throttling for the Amazon EC2 API" (non-mutating,
 * paginated), "API throttling for Elastic Load Balancing". IAM and Organizations publish none: a modest guess; a
 * job of IAM's is several calls. "Quotas in AWS CloudTrail": LookupEvents twice a second; "Quotas for Resource Explorer":
 * what is no Search thrice. What runs workloads is asked at a third of the least that one of these services allows ("Lambda quotas": 15 a second).
 */
const perApi: Readonly<Record<Budget, Rate>> = {
  cloudtrail: { burst: 2, perSecond: 2 },
  ec2: { burst: 100, perSecond: 20 },
  elb: { burst: 40, perSecond: 10 },
  'identity-center': { burst: 20, perSecond: 15 },
  iam: { burst: 20, perSecond: 10 },
  'iam-job': { burst: 50, perSecond: 10 },
  'organization-job': { burst: 20, perSecond: 5 },
  organizations: { burst: 10, perSecond: 5 },
  other: { burst: 40, perSecond: 10 },
  'resource-explorer': { burst: 3, perSecond: 3 },
  route53: { burst: 5, perSecond: 5 },
  workload: { burst: 10, perSecond: 5 },
};

/**
 * ELB counts all calls of both generations against one more bucket of the account in the region; IAM Identity Center lets
 * all its calls together have 20 a second ("IAM Identity Center quotas"), and Route 53 five ("Quotas", Amazon Route 53).
 */
const shared: Partial<Record<Budget, Rate>> = {
  elb: { burst: 40, perSecond: 10 },
  'identity-center': { burst: 20, perSecond: 15 },
  route53: { burst: 5, perSecond: 5 },
};

/** Waits until a call fits into the limits of its account, region and API. */
export interface Budgets {
  take(call: BudgetedCall, signal: AbortSignal): Promise<void>;
}

/** What a call counts against. */
interface BudgetedCall {
  readonly account: string;
  readonly region: string;
  readonly budget: Budget;
  readonly operation: string;
}

interface Bucket {
  readonly rate: Rate;
  tokens: number;
  filledAt: number;
}

/** Token buckets as AWS fills them. One instance serves all accounts of a process; `now` is in milliseconds. */
export function budgets(now: () => number = Date.now): Budgets {
  const buckets = new Map<string, Bucket>();
  const reserve = (key: string, rate: Rate): number => {
    const bucket = buckets.get(key) ?? { rate, tokens: rate.burst, filledAt: now() };
    buckets.set(key, bucket);
    return takeToken(bucket, now());
  };
  return {
    async take({ account, region, budget, operation }, signal) {
      const place = `${account}/${region}/${budget}`;
      const own = reserve(`${place}/${operation}`, perApi[budget]);
      const common = shared[budget];
      const wait = Math.max(own, common ? reserve(place, common) : 0);
      if (wait > 0) await sleep(wait, undefined, { signal });
    },
  };
}

/** Takes a token, on credit if need be, and returns how many milliseconds it takes until the credit is paid. */
function takeToken(bucket: Bucket, now: number): number {
  const { burst, perSecond } = bucket.rate;
  bucket.tokens = Math.min(burst, bucket.tokens + ((now - bucket.filledAt) / 1000) * perSecond) - 1;
  bucket.filledAt = now;
  return bucket.tokens >= 0 ? 0 : (-bucket.tokens / perSecond) * 1000;
}
