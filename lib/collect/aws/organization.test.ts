import { afterEach, expect, it, vi } from 'vitest';
import { demoOrganisation } from '../../demo/demo-organisation.ts';
import { organizationOf } from '../../interpret/aws/organization.ts';
import { startLoopbackAws } from '../../loopback/start-loopback-aws.ts';
import type { LoopbackAws, Faults } from '../../loopback/loopback-aws.ts';
import { collectContext } from './collect-context.ts';
import { readOrganization } from './organization.ts';
import { callerSession } from './session.ts';

const now = new Date('2026-11-01T00:00:00Z');
let aws: LoopbackAws | undefined;
afterEach(async () => {
  vi.unstubAllEnvs();
  await aws?.close();
});

/** Reads the demo's organization with one account's own credentials. */
async function readAs(callerAccount: string, faults: Faults = {}) {
  aws = await startLoopbackAws({ ...demoOrganisation(now), callerAccount, faults });
  for (const [name, value] of Object.entries(aws.environment)) vi.stubEnv(name, value);
  const { signal } = new AbortController();
  return readOrganization(await callerSession({ signal }), collectContext({ signal, clock: () => now }));
}

it('reads accounts, the tree and the policies above each account', async () => {
  const read = await readAs('123456789012');
  if ('failed' in read) throw new Error(read.failed.message);
  expect(read.accounts).toEqual(['111122223333', '123456789012', '444455556666', '777788889999']);
  const unit = await read.unit;
  expect(unit.errors).toEqual([]);
  const organization = organizationOf(unit);
  if (typeof organization !== 'object') throw new Error('the organization was not understood');
  const namesAbove = (account: string): readonly (readonly string[])[] =>
    (organization.paths.get(account) ?? []).map(({ serviceControl }) => serviceControl.map(({ name }) => name));
  expect(organization.policiesRead).toBe(true);
  expect(namesAbove('111122223333')).toEqual([['FullAWSAccess'], ['FullAWSAccess']]);
  expect(namesAbove('444455556666')).toEqual([
    ['FullAWSAccess'],
    ['FullAWSAccess', 'no-new-user-credentials'],
    ['FullAWSAccess'],
  ]);
});

it('keeps the accounts where the policies are refused, and says what was refused', async () => {
  const read = await readAs('123456789012', { denied: ['organizations:ListPolicies'] });
  if ('failed' in read) throw new Error(read.failed.message);
  expect(read.accounts).toHaveLength(4);
  const unit = await read.unit;
  const failed = new Set(unit.errors.map(({ operation, code }) => `${operation} ${code}`));
  expect(failed).toContain('organizations:ListPolicies AccessDeniedException');
  expect(organizationOf(unit)).toMatchObject({ policiesRead: false, id: 'o-sakuraseiki' });
});

it('is refused to members', async () => {
  expect(await readAs('444455556666')).toMatchObject({ failed: { code: 'AccessDeniedException' } });
});
