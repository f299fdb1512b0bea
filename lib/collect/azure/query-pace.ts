import { setTimeout as sleep } from 'node:timers/promises';

/** "Guidance for throttled requests in Azure Resource Graph": so many queries of one user in five seconds. A little more is waited: the first of them is on its way longer. */
const queries = 15;
const window = 5100;
const longestWait = 60_000;

/** Waits until a query of Resource Graph fits into its quota. */
export interface QueryPace {
  take(signal: AbortSignal): Promise<void>;
  /** What an answer says of the quota: how many queries are left, and when it is full again (`00:00:05`). */
  learn(remaining: string | undefined, resetsAfter: string | undefined): void;
}

/** The pace of one user; `now` is in milliseconds. */
export function queryPace(now: () => number = Date.now): QueryPace {
  const taken: number[] = [];
  let resets = 0;
  return {
    async take(signal) {
      const before = taken.at(-queries);
      const at = Math.max(now(), resets, before === undefined ? 0 : before + window);
      taken.push(at);
      if (taken.length > queries) taken.shift();
      if (at > now()) await sleep(at - now(), undefined, { signal });
    },
    learn(remaining, resetsAfter) {
      if (remaining === '0') resets = now() + milliseconds(resetsAfter);
    },
  };
}

function milliseconds(span: string | undefined): number {
  const parts = /^(\d+):(\d+):(\d+)/.exec(span ?? '');
  if (!parts) return window;
  const [hours = 0, minutes = 0, seconds = 0] = parts.slice(1).map(Number);
  return Math.min(longestWait, ((hours * 60 + minutes) * 60 + seconds) * 1000);
}
