import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { covers, parseCidr } from '../network/cidr.ts';
import { publicSpace } from '../network/public-space.ts';
import type { AllowedPort } from '../standard.ts';
import { openRules } from './open-rules.ts';
import type { SecurityGroupRule } from './security-group.ts';

/** The first port above which no drawn rule and no drawn permission begins or ends. */
const ports = 6;

const cidrs = [
  '0.0.0.0/0',
  '0.0.0.0/1',
  '128.0.0.0/1',
  '0.0.0.0/2',
  '64.0.0.0/2',
  '10.0.0.0/8',
  '8.0.0.0/8',
  '240.0.0.0/4',
];
const range = fc.tuple(fc.nat(ports - 1), fc.nat(ports - 1)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
const rule: fc.Arbitrary<SecurityGroupRule> = fc
  .tuple(fc.constantFrom('tcp', 'udp', 'all'), range, fc.constantFrom(...cidrs))
  .map(([protocol, [fromPort, toPort], cidr]) => ({
    protocol,
    ...(protocol === 'all' ? {} : { fromPort, toPort }),
    source: { kind: 'cidr', family: 'ipv4', cidr },
  }));
const rules = fc.array(rule, { maxLength: 6 });
const allowed: fc.Arbitrary<AllowedPort[]> = fc.array(
  fc
    .tuple(fc.constantFrom('tcp', 'udp'), range)
    .map(([protocol, [fromPort, toPort]]) => ({ protocol, fromPort, toPort })),
  { maxLength: 2 },
);

/** The definition, by trying everything: the rule belongs to a set that is the world on a port, and to no smaller one. */
function isOpen(
  subject: SecurityGroupRule,
  all: readonly SecurityGroupRule[],
  permitted: readonly AllowedPort[],
): boolean {
  const isWorld = (some: readonly SecurityGroupRule[]): boolean =>
    covers(
      some.map(({ source }) => parseCidr('cidr' in source ? source.cidr : '')),
      publicSpace.ipv4,
    );
  return ['tcp', 'udp'].some((protocol) =>
    Array.from({ length: ports + 1 }, (_, port) => port).some((port) => {
      if (permitted.some((each) => each.protocol === protocol && each.fromPort <= port && port <= each.toPort))
        return false;
      const applies = all.filter(
        (each) =>
          each.protocol === 'all' || (each.protocol === protocol && each.fromPort! <= port && port <= each.toPort!),
      );
      return (
        applies.includes(subject) &&
        subsets(applies.filter((each) => each !== subject)).some(
          (others) =>
            isWorld([subject, ...others]) &&
            !isWorld(others) &&
            others.every((each) => !isWorld([subject, ...others.filter((other) => other !== each)])),
        )
      );
    }),
  );
}

function subsets<T>(items: readonly T[]): T[][] {
  return items.reduce<T[][]>((sets, item) => [...sets, ...sets.map((set) => [...set, item])], [[]]);
}

describe('openRules', () => {
  it('finds exactly the rules that some smallest opening to the world needs', () => {
    fc.assert(
      fc.property(rules, allowed, (all, permitted) => {
        expect(openRules(all, permitted)).toEqual(all.filter((each) => isOpen(each, all, permitted)));
      }),
      { numRuns: 500 },
    );
  });

  it('finds no fewer when a rule is added', () => {
    fc.assert(
      fc.property(rules, rule, allowed, (all, added, permitted) => {
        const before = openRules(all, permitted);
        const after = openRules([...all, added], permitted);
        expect(before.filter((each) => !after.includes(each))).toEqual([]);
      }),
    );
  });

  it('finds no more when a port is allowed', () => {
    fc.assert(
      fc.property(rules, allowed, allowed, (all, some, more) => {
        const strict = openRules(all, some);
        expect(openRules(all, [...some, ...more]).filter((each) => !strict.includes(each))).toEqual([]);
      }),
    );
  });

  it('takes the global unicast block for the whole of IPv6', () => {
    const v6 = (cidr: string): SecurityGroupRule => ({
      protocol: 'tcp',
      fromPort: 22,
      toPort: 22,
      source: { kind: 'cidr', family: 'ipv6', cidr },
    });
    expect(openRules([v6('2000::/3')], [])).toHaveLength(1);
    expect(openRules([v6('2000::/4'), v6('3000::/4')], [])).toHaveLength(2);
    expect(openRules([v6('fc00::/7')], [])).toHaveLength(0);
  });
});
