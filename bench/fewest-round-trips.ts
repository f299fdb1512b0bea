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
 * for (who am I, which accounts, the role, the regions, is the region empty, page after page, an answer that names the
 * next call's input), and by how many may be under way. Times the latency, no client can be faster at this concurrency.
 */
export function fewestRoundTrips(calls: readonly LoggedCall[], concurrency: Concurrency): number {
  const entry = ['sts:GetCallerIdentity', 'organizations:DescribeOrganization', 'organizations:ListAccounts'];
  const before = sum(entry.map((id) => calls.filter((call) => idOf(call) === id).length));
  const assumed = calls.filter((call) => idOf(call) === 'sts:AssumeRole').length;
  const accounts = Map.groupBy(
    calls.filter((call) => !/^(sts|organizations)$/.test(call.service)),
    ({ account }) => account,
  );
  const waves = Math.ceil(accounts.size / concurrency.accounts);
  const longest = Math.max(...[...accounts.values()].map(longestChain)) + Math.min(assumed, 1);
  return Math.max(before + waves * longest, calls.length / concurrency.requests);
}

/** The regions, then whether one is empty, then the longest chain in it; or the longest chain of the account's own calls. */
function longestChain(calls: readonly LoggedCall[]): number {
  const chains = [...Map.groupBy(calls, ({ region }) => region).values()].map((ofRegion) => {
    const times = Map.groupBy(ofRegion, idOf);
    const depth = (id: string): number => {
      const operation = awsOperations.find((each) => each.id === id);
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

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
