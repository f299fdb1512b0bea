import { afterEach, expect, it, vi } from 'vitest';
import { demoOrganisation } from '../../demo/demo-organisation.ts';
import type { LoopbackAws } from '../../loopback/loopback-aws.ts';
import { startLoopbackAws } from '../../loopback/start-loopback-aws.ts';
import { assumedSession, callerSession, type AwsSession } from './session.ts';

const minute = 60_000;
const to = { account: '444455556666', role: 'tenken-audit', sessionName: 'tenken' };
const { signal } = new AbortController();
let cloud: LoopbackAws;

afterEach(async () => {
  vi.unstubAllEnvs();
  await cloud.close();
});

/** A session whose credentials are good for this long: STS issues them for an hour. */
async function sessionFor(milliseconds: number): Promise<AwsSession> {
  const clock = (): Date => new Date(Date.now() - 60 * minute + milliseconds);
  cloud = await startLoopbackAws({ ...demoOrganisation(new Date()), clock });
  for (const [name, value] of Object.entries(cloud.environment)) vi.stubEnv(name, value);
  const session = await assumedSession(await callerSession({ signal }), to, signal);
  if ('failed' in session) throw new Error(session.failed.message);
  return session;
}
const assumed = (): number => cloud.calls.filter(({ operation }) => operation === 'AssumeRole').length;

it('keeps credentials while they are good', async () => {
  const { credentials } = await sessionFor(6 * minute);
  await credentials();
  await credentials();
  expect(assumed()).toBe(1);
});

it('renews them once, for all who ask, five minutes before they expire', async () => {
  const { credentials } = await sessionFor(4 * minute);
  await Promise.all([credentials(), credentials(), credentials()]);
  expect(assumed()).toBe(2);
});

it('tries again after a renewal that failed', async () => {
  const { credentials } = await sessionFor(4 * minute);
  cloud.setFaults({ denied: ['sts:AssumeRole'] });
  await expect(credentials()).rejects.toThrow('not authorized');
  cloud.setFaults({});
  expect((await credentials()).accessKeyId).toMatch(/^ASIA/);
});
