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
 * for all applications together. Others publish nothing: a modest guess.
 */
const rates: Readonly<Record<GraphBudget, Rate>> = {
  directory: { burst: 1_000, perSecond: 350 },
  reports: { burst: 5, perSecond: 0.5 },
  conditionalAccess: { burst: 1, perSecond: 1 },
  other: { burst: 20, perSecond: 10 },
};

/** Waits until calls fit into the limits of their tenant. */
export interface GraphPace {
  take(budget: GraphBudget, cost: number, signal: AbortSignal): Promise<void>;
}

/** Token buckets of one tenant; `now` is in milliseconds. */
export function graphPace(now: () => number = Date.now): GraphPace {
  const buckets = new Map<GraphBudget, { tokens: number; filledAt: number }>();
  return {
    async take(budget, cost, signal) {
      const { burst, perSecond } = rates[budget];
      const bucket = buckets.get(budget) ?? { tokens: burst, filledAt: now() };
      buckets.set(budget, bucket);
      const at = now();
      bucket.tokens = Math.min(burst, bucket.tokens + ((at - bucket.filledAt) / 1000) * perSecond) - cost;
      bucket.filledAt = at;
      if (bucket.tokens < 0) await sleep((-bucket.tokens / perSecond) * 1000, undefined, { signal });
    },
  };
}
