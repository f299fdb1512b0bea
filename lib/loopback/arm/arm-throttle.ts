import { tokenBucket, type TokenBucket } from '../token-bucket.ts';
import { armFailure, type ArmReply } from './arm-reply.ts';

/** "Request limits and throttling": reads of a subscription; queries of Resource Graph of a user in five seconds. */
const reads = { burst: 250, rate: 25 } as const;
const queries = 15;
const window = 5000;

/** What the limits say of a request: a refusal, or headers that tell what is left. */
export interface ArmThrottle {
  read(subscription: string): ArmReply | undefined;
  query(tenant: string): { readonly refused?: ArmReply; readonly headers: Readonly<Record<string, string>> };
}

/** Token buckets of reads, and windows of queries. */
export function armThrottle(now: () => number): ArmThrottle {
  const buckets = new Map<string, TokenBucket>();
  const windows = new Map<string, { began: number; used: number }>();
  return {
    read(subscription) {
      const bucket = buckets.get(subscription) ?? tokenBucket(reads, now);
      buckets.set(subscription, bucket);
      if (bucket.take()) return undefined;
      const message = `Number of requests for subscription '${subscription}' and operation 'GET' exceeded the limit.`;
      return armFailure(429, 'SubscriptionRequestsThrottled', message, { 'Retry-After': '1' });
    },
    query(tenant) {
      const known = windows.get(tenant);
      const current = known && now() - known.began < window ? known : { began: now(), used: 0 };
      windows.set(tenant, current);
      current.used += 1;
      const left = Math.max(0, queries - current.used);
      const seconds = Math.max(1, Math.ceil((window - (now() - current.began)) / 1000));
      const headers = {
        'x-ms-user-quota-remaining': String(left),
        'x-ms-user-quota-resets-after': `00:00:${String(seconds).padStart(2, '0')}`,
      };
      if (current.used <= queries) return { headers };
      const refused = armFailure(429, 'RateLimiting', 'Please provide below info when asking for support', {
        ...headers,
        'Retry-After': String(seconds),
      });
      return { refused, headers };
    },
  };
}
