import { afterEach, expect, it, vi } from 'vitest';
import { demoOrganisation } from '../../demo/demo-organisation.ts';
import { identityCenterOf } from '../../interpret/aws/identity-center.ts';
import type { Faults, LoopbackAws } from '../../loopback/loopback-aws.ts';
import { startLoopbackAws } from '../../loopback/start-loopback-aws.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { collectContext } from './collect-context.ts';
import { collectIdentityCenter } from './identity-center.ts';
import { callerSession } from './session.ts';

const now = new Date('2026-11-01T00:00:00Z');
const production = '444455556666';
let aws: LoopbackAws;
afterEach(async () => {
  vi.unstubAllEnvs();
  await aws.close();
});

/** Reads the demo's IAM Identity Center, which lives in ap-northeast-1, from a session in us-east-1. */
async function collect(callerAccount: string, faults: Faults = {}): Promise<Snapshot> {
  aws = await startLoopbackAws({ ...demoOrganisation(now), callerAccount, faults });
  for (const [name, value] of Object.entries(aws.environment)) vi.stubEnv(name, value);
  vi.stubEnv('AWS_REGION', 'us-east-1');
  const { signal } = new AbortController();
  const unit = { provider: 'aws', organization: 'o-sakuraseiki' } as const;
  return collectIdentityCenter(unit, await callerSession({ signal }), collectContext({ signal, clock: () => now }));
}

it('finds it in its own region, and who holds what through which group', async () => {
  const snapshot = await collect('123456789012');
  expect(snapshot.errors).toEqual([]);
  const held = identityCenterOf(snapshot)?.holders(production, 'Administrator');
  expect(held).toMatchObject({ groups: ['platform-admins'], isPartial: false });
  expect(held?.people.map(({ name, groups, enabled }) => [name, enabled, groups])).toEqual([
    ['suzuki.ichiro', true, ['platform-admins']],
    ['shared-ops', true, ['platform-admins']],
    ['sato.hanako', true, []],
  ]);
  expect(identityCenterOf(snapshot)?.holders(production, 'Trial')).toBeUndefined();
});

it('never takes a group for empty whose members were refused', async () => {
  const snapshot = await collect('123456789012', { denied: ['identitystore:ListGroupMemberships'] });
  const held = identityCenterOf(snapshot)?.holders(production, 'Administrator');
  expect(held?.isPartial).toBe(true);
  expect(held?.people.map(({ name }) => name)).toEqual(['sato.hanako']);
  expect(held?.groups).toHaveLength(1);
});

it('keeps no more of people than names them', async () => {
  const { responses } = await collect('123456789012');
  const [{ output }] = responses['identitystore:ListUsers'] as [{ output: { Users: object[] } }];
  const members = new Set(output.Users.flatMap((each) => Object.keys(each)));
  expect([...members].toSorted()).toEqual(['IdentityStoreId', 'UserId', 'UserName', 'UserStatus']);
});

it('asks a member once, and is refused', async () => {
  const { errors } = await collect(production);
  expect(errors.find(({ operation }) => operation === 'sso-admin:ListInstances')?.code).toBe('AccessDeniedException');
  expect(aws.calls.filter(({ service }) => service === 'sso-admin')).toHaveLength(1);
});

it('does not take a region that did not answer for one without it', async () => {
  const { errors } = await collect('123456789012', { denied: ['ec2:DescribeRegions'] });
  expect(errors.map(({ operation }) => operation)).toContain('identitystore:ListUsers');
  expect(aws.calls.filter(({ service }) => service === 'identitystore')).toEqual([]);
});
