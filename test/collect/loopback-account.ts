import { afterEach, vi } from 'vitest';
import { collectAccount, type CollectOptions } from '../../lib/collect/aws/collect-account.ts';
import { collectContext } from '../../lib/collect/aws/collect-context.ts';
import { callerSession } from '../../lib/collect/aws/session.ts';
import type { Faults, LoopbackAws } from '../../lib/loopback/loopback-aws.ts';
import { startLoopbackAws } from '../../lib/loopback/start-loopback-aws.ts';
import type { CollectError, Snapshot } from '../../lib/model/snapshot.ts';
import { account, at, cloud, member } from './answers.ts';

let aws: LoopbackAws;

/** Starts a cloud that the SDK clients of this process talk to until the test ends. */
export async function start(faults: Faults = {}, snapshots: readonly Snapshot[] = cloud): Promise<LoopbackAws> {
  aws = await startLoopbackAws({ snapshots, callerAccount: account, denyAssume: [member], faults });
  for (const [name, value] of Object.entries(aws.environment)) vi.stubEnv(name, value);
  return aws;
}

afterEach(async () => {
  vi.unstubAllEnvs();
  await aws.close();
});

/** Collects the caller's account: its units by region. */
export async function collect(
  options: Omit<CollectOptions, 'context'> = {},
  signal: AbortSignal = new AbortController().signal,
): Promise<Record<string, Snapshot>> {
  const session = await callerSession({ signal: new AbortController().signal });
  const context = collectContext({ signal, clock: () => new Date(at) });
  const units: Record<string, Snapshot> = {};
  for await (const snapshot of collectAccount({ account, session }, { context, ...options })) {
    if ('region' in snapshot.unit) units[snapshot.unit.region] = snapshot;
  }
  return units;
}

/** What a unit says of an operation that was not read. */
export function errorOf(snapshot: Snapshot | undefined, operation: string): CollectError | undefined {
  return snapshot?.errors.find((error) => error.operation === operation);
}
