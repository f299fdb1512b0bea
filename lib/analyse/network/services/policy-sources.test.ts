import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EndpointPolicy } from '../../../model/aws/service-endpoint.ts';
import { parseCidr } from '../../../model/network/cidr.ts';
import { publicSpace } from '../../../model/network/public-space.ts';
import { toCidrs } from '../address-set.ts';
import { policySources } from './policy-sources.ts';

const arn = 'arn:aws:es:eu-west-1:111122223333:domain/logs';

function policyOf(...statements: readonly object[]): EndpointPolicy {
  return {
    operation: 'es:DescribeDomains',
    document: { Version: '2012-10-17', Statement: statements },
    without: 'refuses',
    ways: [[{ action: 'es:ESHttpGet', resource: `${arn}/tenken` }]],
  };
}

const allow = { Effect: 'Allow', Principal: '*', Action: 'es:*', Resource: '*' };
const from = (policy: EndpointPolicy, family: 'ipv4' | 'ipv6' = 'ipv4') =>
  toCidrs(policySources(policy, arn, family).sure, family === 'ipv4' ? 32 : 128);

/** Blocks of few addresses, so that they meet: within 203.0.0.0/8, which is public. */
const block = fc
  .record({ at: fc.nat(255), length: fc.integer({ min: 9, max: 16 }) })
  .map(({ at, length }) => ({ text: `203.${at}.0.0/${length}`, range: parseCidr(`203.${at}.0.0/${length}`) }));
const statement = fc.record({
  effect: fc.constantFrom('Allow', 'Deny'),
  operator: fc.constantFrom('IpAddress', 'NotIpAddress'),
  blocks: fc.array(block, { minLength: 1, maxLength: 3 }),
});
const address = fc.nat(255).map((at) => parseCidr(`203.${at}.0.7/32`).first);

describe('whom a policy lets in without a name', () => {
  it('is whom the statements say, address by address', () => {
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 4 }), address, (statements, asked) => {
        const policy = policyOf(
          ...statements.map(({ effect, operator, blocks }) => ({
            ...allow,
            Effect: effect,
            Condition: { [operator]: { 'aws:SourceIp': blocks.map(({ text }) => text) } },
          })),
        );
        const holding = statements.filter(
          ({ operator, blocks }) =>
            blocks.some(({ range }) => range.first <= asked && asked <= range.last) === (operator === 'IpAddress'),
        );
        const expected =
          holding.some(({ effect }) => effect === 'Allow') && !holding.some(({ effect }) => effect === 'Deny');
        const { sure, possible } = policySources(policy, arn, 'ipv4');
        expect(sure.some(({ first, last }) => first <= asked && asked <= last)).toBe(expected);
        expect(possible).toEqual(sure);
      }),
      { numRuns: 500 },
    );
  });

  it('is everybody on the internet, in both families, where nothing is asked', () => {
    const open = policyOf(allow);
    expect(policySources(open, arn, 'ipv4').sure).toEqual(publicSpace.ipv4);
    expect(policySources(open, arn, 'ipv6').sure).toEqual(publicSpace.ipv6);
  });

  it('is nobody of a family that no block names', () => {
    const office = policyOf({ ...allow, Condition: { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } } });
    expect(from(office)).toEqual(['203.0.113.0/24']);
    expect(from(office, 'ipv6')).toEqual([]);
  });

  it.each([
    ['his organization', { StringEquals: { 'aws:PrincipalOrgID': 'o-example' } }],
    ['a VPC endpoint', { StringEquals: { 'aws:SourceVpce': 'vpce-1' } }],
    ['a private address', { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } }],
    ['an address nobody can have', { IpAddress: { 'aws:SourceIp': 'office' } }],
  ])('is nobody where %s is asked for', (_, Condition) => {
    expect(from(policyOf({ ...allow, Condition }))).toEqual([]);
  });

  it('is whoever writes the header that is asked for', () => {
    const Condition = { StringEquals: { 'aws:Referer': 'https://example.com' } };
    expect(policySources(policyOf({ ...allow, Condition }), arn, 'ipv4').sure).toEqual(publicSpace.ipv4);
  });

  it('is not known where the answer hangs on the time', () => {
    const Condition = { DateLessThan: { 'aws:CurrentTime': '2030-01-01T00:00:00Z' } };
    const { sure, possible } = policySources(policyOf({ ...allow, Condition }), arn, 'ipv4');
    expect(sure).toEqual([]);
    expect(possible).toEqual(publicSpace.ipv4);
  });

  it('is found at the resource that the policy names', () => {
    expect(from(policyOf({ ...allow, Resource: `${arn}/public/*` }))).not.toEqual([]);
    expect(from(policyOf({ ...allow, Resource: 'arn:aws:es:eu-west-1:111122223333:domain/other/*' }))).toEqual([]);
  });
});
