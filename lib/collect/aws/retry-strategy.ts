import { AdaptiveRetryStrategy, DefaultRateLimiter } from '@smithy/core/retry';
import { codeOf, isUnreachable } from './collect-error.ts';

/** Attempts for what a service refuses for the moment: throttling, and errors of its own. */
const attempts = 6;

/** Attempts to reach an endpoint at all: a region that cannot be reached must be known as such within seconds. */
const networkAttempts = 4;

/**
 * The SDK's adaptive strategy, with two of its habits mended. After a throttling answer in its first half second it
 * would go on at one call in two seconds, which is far below what any service allows; and it would try six times to
 * reach an endpoint that is not there. One instance serves one client.
 */
export function retryStrategy(): Omit<AdaptiveRetryStrategy, 'maxAttemptsProvider'> {
  const rateLimiter = new DefaultRateLimiter({ minFillRate: 10, minCapacity: 10 });
  const adaptive = new AdaptiveRetryStrategy(attempts, { maxAttempts: attempts, rateLimiter });
  /** How many attempts in a row got no answer, by the token of the next. */
  const unanswered = new WeakMap<object, number>();
  return {
    mode: adaptive.mode,
    acquireInitialRetryToken: (scope) => adaptive.acquireInitialRetryToken(scope),
    recordSuccess: (token) => adaptive.recordSuccess(token),
    async refreshRetryTokenForRetry(token, failure) {
      const inVain = isUnreachable(codeOf(failure.error ?? {})) ? (unanswered.get(token) ?? 0) + 1 : 0;
      if (inVain >= networkAttempts) throw failure.error;
      const next = await adaptive.refreshRetryTokenForRetry(token, failure);
      unanswered.set(next, inVain);
      return next;
    },
  };
}
