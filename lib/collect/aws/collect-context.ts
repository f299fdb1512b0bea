import pLimit, { type LimitFunction } from 'p-limit';
import type { OnProgress } from '../../model/progress.ts';
import { budgets, type Budgets } from './budget.ts';

/** Requests under way at once in this process; more would only wait in the sockets' queues. */
export const requestsAtOnce = 128;

/** What all collecting of one run shares. */
export interface CollectContext {
  readonly signal: AbortSignal;
  readonly clock: () => Date;
  readonly onProgress: OnProgress;
  readonly budgets: Budgets;
  readonly inFlight: LimitFunction;
  /** Counts a call of an account. */
  count(account: string): void;
}

/** One context serves all accounts of a run. `onProgress` hears of every call. */
export function collectContext(options: {
  readonly signal: AbortSignal;
  readonly clock: () => Date;
  readonly onProgress?: OnProgress;
}): CollectContext {
  const calls = new Map<string, number>();
  const onProgress = options.onProgress ?? (() => undefined);
  return {
    signal: options.signal,
    clock: options.clock,
    onProgress,
    budgets: budgets(),
    inFlight: pLimit(requestsAtOnce),
    count(account) {
      const total = (calls.get(account) ?? 0) + 1;
      calls.set(account, total);
      onProgress({ kind: 'calls', tenant: `aws/${account}`, calls: total });
    },
  };
}
