import { expect, it } from 'vitest';
import { connectionRelation, type KnownAccounts } from './connection-relation.ts';

const own = '111122223333';
const other = '444455556666';
const trusted = new Set(['777788889999']);
const known = (accounts: readonly string[], complete: boolean): KnownAccounts => ({
  own,
  organization: { accounts, complete },
  trusted,
});

it.each([
  ['its own', own, known([], false), 'same-account'],
  ['one of a whole organization', other, known([own, other], true), 'organization'],
  ['one of an organization that was not listed to its end', other, known([other], false), 'organization'],
  ['one outside a whole organization', other, known([own], true), 'unknown-account'],
  ['another, of an account in no organization', other, known([], true), 'unknown-account'],
  ['another, where nobody knows the organization', other, known([], false), 'undetermined'],
  ['one that the standard names', '777788889999', known([], true), 'trusted'],
])('says of an account: %s', (_what, id, accounts, relation) => {
  expect(connectionRelation({ kind: 'account', id }, accounts)).toBe(relation);
});

it('says of what is no account what it is', () => {
  const all = known([], true);
  expect(connectionRelation({ kind: 'premises' }, all)).toBe('on-premises');
  expect(connectionRelation({ kind: 'users', everybody: false }, all)).toBe('users');
  expect(connectionRelation({ kind: 'anyone' }, all)).toBe('anyone');
  expect(connectionRelation({ kind: 'unread', operation: 'ec2:DescribeVpcEndpointServices' }, all)).toBe(
    'undetermined',
  );
});
