import type { Rate } from './loopback-aws.ts';

/** A bucket that is full at first, loses a token a call and is refilled evenly. */
export interface TokenBucket {
  /** False when the bucket is empty. */
  take(): boolean;
}

/** `now` is in milliseconds. */
export function tokenBucket({ burst, rate }: Rate, now: () => number): TokenBucket {
  let tokens = burst;
  let filledAt = now();
  return {
    take() {
      const at = now();
      tokens = Math.min(burst, tokens + ((at - filledAt) / 1000) * rate);
      filledAt = at;
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
  };
}
