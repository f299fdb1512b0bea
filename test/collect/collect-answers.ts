import { vi } from 'vitest';
import { collectAccount, type CollectOptions } from '../../lib/collect/aws/collect-account.ts';
import { collectContext } from '../../lib/collect/aws/collect-context.ts';
import { callerSession } from '../../lib/collect/aws/session.ts';
import type { Faults } from '../../lib/loopback/loopback-aws.ts';
import { startLoopbackAws } from '../../lib/loopback/start-loopback-aws.ts';
import type { CollectError, Snapshot } from '../../lib/model/snapshot.ts';
import { account, at, unit } from './answers.ts';

interface CollectAsked extends Pick<CollectOptions, 'hasEnded'> {
  readonly faults?: Faults;
  /** Operations to call beside those that are answered. */
  readonly also?: readonly string[];
  /** What the region answers with an error. */
  readonly errors?: readonly CollectError[];
}

/**
 * Collects one region without networks, or the global services, of a cloud that answers this, with the real clients and
 * only the operations named in it. Whatever the service, its use has ended, unless `hasEnded` says otherwise.
 */
export async function collectAnswers(
  responses: Snapshot['responses'],
  of: 'eu-west-1' | 'global' = 'eu-west-1',
  { faults, also = [], errors = [], hasEnded = () => true }: CollectAsked = {},
): Promise<Snapshot | undefined> {
  const regions = { 'ec2:DescribeRegions': { Regions: [{ RegionName: 'eu-west-1' }] } };
  const answers = { 'ec2:DescribeNetworkInterfaces': { NetworkInterfaces: [] }, ...responses };
  const snapshots = [
    unit('global', of === 'global' ? { ...regions, ...responses } : regions),
    { ...unit('eu-west-1', answers), errors },
  ];
  const aws = await startLoopbackAws({ snapshots, callerAccount: account, ...(faults && { faults }) });
  for (const [name, value] of Object.entries(aws.environment)) vi.stubEnv(name, value);
  try {
    const { signal } = new AbortController();
    const session = await callerSession({ signal });
    const context = collectContext({ signal, clock: () => new Date(at) });
    const operations = new Set([...Object.keys(responses), ...also]);
    const units = await Array.fromAsync(collectAccount({ account, session }, { context, operations, hasEnded }));
    return units.find((each) => 'region' in each.unit && each.unit.region === of);
  } finally {
    vi.unstubAllEnvs();
    await aws.close();
  }
}
