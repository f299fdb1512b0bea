import { describe, expect, it } from 'vitest';
import type { AllowedPort } from '../standard.ts';
import { allowedAt, unallowed, without } from './allowed-ports.ts';
import type { Reach } from './exposure.ts';

const reach: Reach = {
  family: 'ipv4',
  protocol: 'tcp',
  fromPort: 443,
  toPort: 443,
  sources: 'any',
  strength: 'open',
  path: [],
};
const https: AllowedPort = { protocol: 'tcp', fromPort: 443, toPort: 443 };
const place = { account: '111122223333', tags: { Env: 'prod' }, organizationalUnits: ['r-1', 'ou-1'] };
const today = new Date('2026-11-23T00:00:00Z');

describe('unallowed', () => {
  it.each<[string, Reach, readonly AllowedPort[], ReturnType<typeof unallowed>]>([
    ['an allowed port', reach, [https], 'nothing'],
    ['another protocol', { ...reach, protocol: 'udp' }, [https], [{ fromPort: 443, toPort: 443 }]],
    [
      'a range around it',
      { ...reach, fromPort: 400, toPort: 500 },
      [https],
      [
        { fromPort: 400, toPort: 442 },
        { fromPort: 444, toPort: 500 },
      ],
    ],
    ['all protocols', { ...reach, protocol: 'all' }, [https], 'everything'],
    ['ICMP, which has no ports', { ...reach, protocol: 'icmp' }, [], 'nothing'],
    [
      'a target whose listener is allowed',
      { ...reach, fromPort: 8080, toPort: 8080, via: 'lb', listenerPort: 443 },
      [https],
      'nothing',
    ],
    [
      'only behind a load balancer, and directly',
      reach,
      [{ ...https, loadBalancerOnly: true }],
      [{ fromPort: 443, toPort: 443 }],
    ],
    [
      'only behind a load balancer, and at it',
      { ...reach, path: [{ kind: 'load-balancer', id: 'lb' }] },
      [{ ...https, loadBalancerOnly: true }],
      'nothing',
    ],
    [
      'from anywhere, where offices are allowed',
      reach,
      [{ ...https, sources: ['203.0.113.0/24'] }],
      [{ fromPort: 443, toPort: 443 }],
    ],
    [
      'an IPv4 client, where all of IPv6 is allowed',
      { ...reach, sources: ['0.0.0.8/32'] },
      [{ ...https, sources: ['::/0'] }],
      [{ fromPort: 443, toPort: 443 }],
    ],
    [
      'from an office',
      { ...reach, sources: ['203.0.113.8/32'] },
      [{ ...https, sources: ['203.0.113.0/24'] }],
      'nothing',
    ],
  ])('judges %s', (_what, given, allowed, expected) => {
    expect(unallowed(given, allowed)).toEqual(expected);
  });
});

describe('allowedAt', () => {
  it.each<[string, Partial<AllowedPort>, boolean]>([
    ['everything', {}, true],
    ['the last day', { until: '2026-11-23' }, true],
    ['the day after', { until: '2026-11-22' }, false],
    ['a tag', { resources: { tags: { Env: 'prod' } } }, true],
    ['any value of a tag', { resources: { tags: { Env: '*' } } }, true],
    ['another value', { resources: { tags: { Env: 'test' } } }, false],
    ['a tag named like a method', { resources: { tags: { constructor: '*' } } }, false],
    ['another account', { resources: { accounts: ['444455556666'] } }, false],
    ['its unit', { resources: { organizationalUnits: ['ou-1'] } }, true],
    ['another unit', { resources: { organizationalUnits: ['ou-2'] } }, false],
  ])('weighs %s', (_what, port, expected) => {
    expect(allowedAt([{ ...https, ...port }], place, today)).toHaveLength(Number(expected));
  });

  it('allows nothing by unit where the organization was not read', () => {
    const port = { ...https, resources: { organizationalUnits: ['ou-1'] } };
    expect(allowedAt([port], { ...place, organizationalUnits: undefined }, today)).toEqual([]);
  });
});

describe('without', () => {
  it('leaves what nobody takes, however the others overlap', () => {
    const taken = [
      { fromPort: 5, toPort: 8 },
      { fromPort: 1, toPort: 6 },
      { fromPort: 12, toPort: 20 },
    ];
    expect(without({ fromPort: 0, toPort: 15 }, taken)).toEqual([
      { fromPort: 0, toPort: 0 },
      { fromPort: 9, toPort: 11 },
    ]);
  });
});
