import { awsOperations } from '../lib/collect/aws/operations/index.ts';
import { sourcesOf } from '../lib/collect/aws/operation.ts';

/** One request as the loopback cloud logs it. */
export interface LoggedCall {
  readonly service: string;
  readonly operation: string;
  readonly account: string;
  readonly region: string;
  readonly status: number;
}

/** How many requests, and how many accounts, the scan has under way at once. */
export interface Concurrency {
  readonly requests: number;
  readonly accounts: number;
}

/**
 * The fewest round trips, one after the other, in which these very calls can be made: bound by what each call must wait
 * for, and by how many may be under way. The caller's identity comes first; then its own account, and beside that the
 * organization, its accounts, a role in each, and the account. In an account come the regions, in a region whether it
 * is empty, and then page after page and what the answers name. Times the latency, no client is faster at this
 * concurrency.
 */
export function fewestRoundTrips(calls: readonly LoggedCall[], concurrency: Concurrency): number {
  const caller = calls.find((call) => idOf(call) === 'sts:GetCallerIdentity')?.account;
  const listing = calls.filter(({ service }) => service === 'organizations').length;
  const accounts = Map.groupBy(
    calls.filter(({ service }) => service !== 'organizations' && service !== 'sts'),
    ({ account }) => account,
  );
  const chains = [...accounts].map(([account, own]) => (account === caller ? 1 : 2 + listing) + longestChain(own));
  const waves = Math.ceil(accounts.size / concurrency.accounts);
  const perWave = Math.max(...[...accounts.values()].map(longestChain)) + 1;
  return Math.max(Math.max(...chains) + (waves - 1) * perWave, calls.length / concurrency.requests);
}

/** The regions, then whether one is empty, then the longest chain in it; or the longest chain of the account's own calls. */
function longestChain(calls: readonly LoggedCall[]): number {
  const chains = [...Map.groupBy(calls, ({ region }) => region).values()].map((ofRegion) => {
    const times = Map.groupBy(ofRegion, idOf);
    const depth = (id: string): number => {
      const operation = awsOperations.find((each) => each.id === id || each.alsoNeeds?.includes(id));
      const own = operation?.each ? Number(times.has(id)) : (times.get(id)?.length ?? 0);
      return own + Math.max(0, ...(operation ? sourcesOf(operation) : []).map(depth));
    };
    const probe = times.get('ec2:DescribeNetworkInterfaces')?.length ?? 0;
    const others = [...times.keys()].filter((id) => id !== 'ec2:DescribeNetworkInterfaces');
    return probe + Math.max(0, ...others.map(depth));
  });
  return 1 + Math.max(...chains);
}

function idOf({ service, operation }: LoggedCall): string {
  return `${service}:${operation}`;
}
