import { setTimeout as sleep } from 'node:timers/promises';
import type { GraphBudget } from './graph-operation.ts';

interface Rate {
  /** Tokens that may be taken at once. */
  readonly burst: number;
  readonly perSecond: number;
}

/**
 * What Graph allows an application in a tenant ("Microsoft Graph service-specific throttling limits"): resource units of
 * the directory, for the smallest tenants; five calls of reports in ten seconds; one call a second of Conditional Access,
 * for all applications together. A little less is asked: the first call is on its way longer. Others publish nothing: a
 * modest guess.
 */
const rates: Readonly<Record<Exclude<GraphBudget, 'directory'>, Rate>> = {
  reports: { burst: 5, perSecond: 0.46 },
  conditionalAccess: { burst: 1, perSecond: 0.8 },
  other: { burst: 20, perSecond: 10 },
};

/** Resource units of the directory in ten seconds, by the number of users. */
function directoryRate(users: number): Rate {
  const units = users < 50 ? 3_500 : users <= 500 ? 5_000 : 8_000;
  return { burst: units, perSecond: units / 10 };
}

/** Waits until calls fit into the limits of their tenant. */
export interface GraphPace {
  /** Larger tenants are allowed more. */
  sizeIs(users: number): void;
  take(budget: GraphBudget, cost: number, signal: AbortSignal): Promise<void>;
}

/** Token buckets of one tenant; `now` is in milliseconds. */
export function graphPace(now: () => number = Date.now): GraphPace {
  const buckets = new Map<GraphBudget, { tokens: number; filledAt: number }>();
  let directory = directoryRate(0);
  return {
    sizeIs(users) {
      directory = directoryRate(users);
    },
    async take(budget, cost, signal) {
      const { burst, perSecond } = budget === 'directory' ? directory : rates[budget];
      const bucket = buckets.get(budget) ?? { tokens: burst, filledAt: now() };
      buckets.set(budget, bucket);
      const at = now();
      bucket.tokens = Math.min(burst, bucket.tokens + ((at - bucket.filledAt) / 1000) * perSecond) - cost;
      bucket.filledAt = at;
      if (bucket.tokens < 0) await sleep((-bucket.tokens / perSecond) * 1000, undefined, { signal });
    },
  };
}
