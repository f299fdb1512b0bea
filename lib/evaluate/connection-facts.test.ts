import { expect, it } from 'vitest';
import type { Counterpart, ExternalConnection } from '../model/aws/external-connection.ts';
import { defaultStandard } from '../standard/schema.ts';
import { connectionFacts } from './connection-facts.ts';

const unit = { provider: 'aws', account: '111122223333', region: 'eu-west-1' } as const;
const organization = { accounts: ['111122223333', '444455556666'], complete: true };

function connection(id: string, counterpart: Counterpart, more: Partial<ExternalConnection> = {}): ExternalConnection {
  return {
    kind: 'vpc-peering',
    id,
    arn: `arn:aws:ec2:eu-west-1:111122223333:vpc-peering-connection/${id}`,
    name: id,
    tags: {},
    state: 'active',
    isPending: false,
    counterpart,
    reach: ['10.0.0.0/8'],
    operation: 'ec2:DescribeVpcPeeringConnections',
    ...more,
  };
}

function factsOf(...connections: readonly ExternalConnection[]): ReturnType<typeof connectionFacts> {
  const trustedAccounts = [{ id: '777788889999', name: 'Partner' }];
  return connectionFacts(unit, connections, organization, { ...defaultStandard, trustedAccounts });
}

it('names the other end and what it is to the account', () => {
  const facts = factsOf(
    connection('a', { kind: 'account', id: '444455556666' }),
    connection('b', { kind: 'account', id: '777788889999' }),
    connection('c', { kind: 'account', id: '999988887777' }),
    connection('d', { kind: 'premises', address: '203.0.113.9' }),
    connection('e', { kind: 'premises' }),
    connection('f', { kind: 'users', everybody: true }),
    connection('g', { kind: 'unread', operation: 'ec2:DescribeVpcEndpointServices' }),
  );
  expect(facts.map(({ name, counterpart, relation }) => [name, counterpart, relation])).toEqual([
    ['a', '444455556666', 'organization'],
    ['b', '777788889999', 'trusted'],
    ['c', '999988887777', 'unknown-account'],
    ['d', '203.0.113.9', 'on-premises'],
    ['e', undefined, 'on-premises'],
    ['f', 'users', 'users'],
    ['g', undefined, 'undetermined'],
  ]);
});

it('says what is known and leaves out what is not', () => {
  const phase = { encryption: [], integrity: [], dhGroups: [] };
  const tunnel = { outsideAddress: '203.0.113.1', ikeVersions: ['ikev2'], phase1: phase, phase2: phase };
  const [vpn, bare] = factsOf(
    connection(
      'vpn-1',
      { kind: 'premises' },
      {
        kind: 'vpn-connection',
        tags: { Owner: ' infra ' },
        authentication: ['pre-shared-key'],
        tunnels: [tunnel],
      },
    ),
    connection('pcx-1', { kind: 'account', id: '444455556666' }, { tags: { Owner: ' ' } }),
  );
  expect(vpn).toMatchObject({ owner: 'infra', authentication: ['pre-shared-key'], encryption: [tunnel] });
  expect(Object.keys(bare ?? {})).toEqual([
    'provider',
    'account',
    'region',
    'kind',
    'id',
    'name',
    'counterpart',
    'relation',
    'state',
    'reach',
  ]);
});
