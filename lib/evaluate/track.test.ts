import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../model/finding.ts';
import type { Exception } from '../model/standard.ts';
import { applyExceptions } from './apply-exceptions.ts';
import { findingId } from './finding-id.ts';
import { track } from './track.ts';

const day = (number: number): string => new Date(Date.UTC(2026, 0, 1 + number)).toISOString();
const region = 'us-east-1';

function finding(name: string, seen: string, given: Partial<Finding> = {}): Finding {
  const resource = { provider: 'aws', account: '111122223333', region, type: 'vpc', id: name, name } as const;
  const words = { ja: '', en: '' };
  return {
    id: findingId('aws-check', resource),
    check: 'aws-check',
    clauses: ['7.1'],
    status: 'fail',
    severity: 'low',
    resource,
    title: words,
    detail: words,
    evidence: [],
    remediation: [],
    firstSeen: seen,
    lastSeen: seen,
    state: 'new',
    ...given,
  };
}

const judged = (number: number, unknown = 0): Parameters<typeof track>[2] => ({
  tallies: [
    { check: 'aws-check', unit: { provider: 'aws', account: '111122223333', region }, fail: 0, pass: 0, unknown },
  ],
  passed: [],
  left: [],
  coverage: [],
  collectedAt: day(number),
});
const states = (findings: readonly Finding[]): string[] =>
  findings.map(({ resource, state }) => `${resource.name} ${state}`);

describe('tracking', () => {
  const first = track([finding('a', day(0))], [], judged(0));

  it('calls new what was never seen, and open what was', () => {
    expect(states(first)).toEqual(['a new']);
    const second = track([finding('a', day(1))], first, judged(1));
    expect(states(second)).toEqual(['a open']);
    expect(second[0]).toMatchObject({ firstSeen: day(0), lastSeen: day(1) });
  });

  it('calls resolved what is gone, and reopened what comes back', () => {
    const gone = track([], first, judged(1));
    expect(states(gone)).toEqual(['a resolved']);
    expect(states(track([finding('a', day(2))], gone, judged(2)))).toEqual(['a reopened']);
  });

  it.each([
    ['its check could not judge the unit', judged(1, 1)],
    ['nobody looked at the unit', { tallies: [], passed: [], left: [], coverage: [], collectedAt: day(1) }],
    ['the scan did not ask about it', { ...judged(1), left: [{ check: 'aws-check', resource: 'a' }] }],
  ])('resolves nothing when %s', (_name, run) => {
    expect(states(track([], first, run))).toEqual(['a open']);
  });

  it('resolves what passed, and what only hides itself, whatever else is unknown', () => {
    const resource = first[0]!.resource;
    const doubtful = judged(1, 1);
    expect(states(track([], first, { ...doubtful, passed: [{ check: 'aws-check', resource }] }))).toEqual([
      'a resolved',
    ]);
    expect(states(track([], first, { ...doubtful, passed: [{ check: 'another', resource }] }))).toEqual(['a open']);
    const ofNobody = doubtful.tallies.map((tally) => ({ ...tally, ofNobody: 1 }));
    expect(states(track([], first, { ...doubtful, tallies: ofNobody }))).toEqual(['a resolved']);
  });

  it('calls resolved what is gone from a tenant, and not while the tenant is unknown', () => {
    const tenant = '7e57aaaa-0000-4000-8000-000000000001';
    const resource = {
      provider: 'entra',
      account: tenant,
      region: 'global',
      type: 'entra-user',
      id: 'a',
      name: 'a',
    } as const;
    const before = [finding('a', day(0), { id: findingId('aws-check', resource), resource })];
    const after = (unknown: number) =>
      track([], before, {
        tallies: [{ check: 'aws-check', unit: { provider: 'entra', tenant }, fail: 0, pass: 1, unknown }],
        passed: [],
        left: [],
        coverage: [],
        collectedAt: day(1),
      });
    expect(states(after(0))).toEqual(['a resolved']);
    expect(states(after(1))).toEqual(['a open']);
  });

  it('forgets what was resolved ninety days ago', () => {
    const gone = track([], first, judged(1));
    expect(states(track([], gone, judged(91)))).toEqual(['a resolved']);
    expect(track([], gone, judged(92))).toEqual([]);
  });

  it('says when a finding was gone first, until it is back', () => {
    expect(first[0]).not.toHaveProperty('resolvedAt');
    const gone = track([], first, judged(1));
    expect(gone[0]).toMatchObject({ lastSeen: day(0), resolvedAt: day(1) });
    const later = track([], gone, judged(5));
    expect(later[0]?.resolvedAt).toBe(day(1));
    expect(track([finding('a', day(6))], later, judged(6))[0]).not.toHaveProperty('resolvedAt');
  });

  it('remembers what is gone from a place that nobody had looked at for months', () => {
    expect(track([], first, judged(200))).toMatchObject([{ state: 'resolved', resolvedAt: day(200) }]);
  });

  describe('of a check that judges an account as a whole', () => {
    const account = '111122223333';
    const home = { provider: 'aws', account, region: 'global' } as const;
    const what = { ja: '', en: '' };
    const before = [finding('a', day(0), { evidence: [{ what, operation: 's3:ListBuckets', ref: 'a' }] })];
    const after = (coverage: Parameters<typeof track>[2]['coverage'], unknown = 0): string[] =>
      states(
        track([], before, {
          tallies: [{ check: 'aws-check', unit: home, fail: 0, pass: 1, unknown }],
          passed: [],
          left: [],
          coverage,
          collectedAt: day(1),
        }),
      );
    const inRegion = { unit: { ...home, region }, operation: 'ec2:DescribeSnapshots', status: 'read' } as const;

    it('resolves what is gone from a region that was read', () => {
      expect(after([inRegion])).toEqual(['a resolved']);
      expect(after([inRegion], 1)).toEqual(['a open']);
    });

    it('resolves what is gone from a list of the whole account', () => {
      expect(after([{ unit: home, operation: 's3:ListBuckets', status: 'read' }])).toEqual(['a resolved']);
      expect(after([{ unit: home, operation: 's3:ListBuckets', status: 'failed' }])).toEqual(['a open']);
    });

    it('resolves nothing in a region where nobody looked', () => {
      expect(after([{ unit: home, operation: 'iam:ListUsers', status: 'read' }])).toEqual(['a open']);
      expect(after([{ ...inRegion, status: 'failed' }])).toEqual(['a open']);
    });
  });

  it('lets an unknown go without a trace', () => {
    expect(track([], [finding('a', day(0), { status: 'unknown' })], judged(1))).toEqual([]);
  });

  it('loses nothing, whatever came before', () => {
    const names = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'));
    fc.assert(
      fc.property(names, names, fc.nat(1), (before, now, unknown) => {
        const previous = track(
          before.map((name) => finding(name, day(0))),
          [],
          judged(0),
        );
        const current = track(
          now.map((name) => finding(name, day(1))),
          previous,
          judged(1, unknown),
        );
        expect(current.map(({ resource }) => resource.name).toSorted()).toEqual(
          [...new Set([...before, ...now])].toSorted(),
        );
        expect(current.filter(({ state }) => state === 'new').map(({ resource }) => resource.name)).toEqual(
          now.filter((name) => !before.includes(name)).toSorted(),
        );
      }),
    );
  });
});

describe('an exception', () => {
  const rule = (given: Partial<Exception>): Exception => ({
    id: 'EX',
    checks: ['aws-check'],
    reason: 'r',
    owner: 'o',
    approvedBy: 'b',
    expires: day(10).slice(0, 10),
    ...given,
  });
  const apply = (
    given: Partial<Exception>,
    found = finding('vpc-logs', day(1)),
    asOf = day(1),
  ): ReturnType<typeof applyExceptions> => applyExceptions([found], [rule(given)], asOf);

  it('covers what it names, through its last day', () => {
    expect(apply({}).findings[0]).toMatchObject({ state: 'excepted', exception: { id: 'EX', owner: 'o' } });
    expect(apply({}, finding('x', day(10)), day(10)).findings[0]?.state).toBe('excepted');
    expect(apply({}, finding('x', day(11)), day(11))).toMatchObject({ findings: [{ state: 'new' }], expired: ['EX'] });
  });

  it.each([
    ['another check', { checks: ['aws-other'] }],
    ['another account', { account: '444455556666' }],
    ['a part of the name', { resource: 'logs' }],
    ['a name with a dot for a dash', { resource: 'vpc.logs' }],
    ['another region', { region: 'eu-*' }],
  ])('does not cover by %s', (_name, given) => {
    expect(apply(given)).toMatchObject({ findings: [{ state: 'new' }], unused: ['EX'] });
  });

  it.each([{ resource: 'vpc-*' }, { resource: '*logs' }, { resource: 'vpc-logs' }, { region: 'us-*' }])(
    'covers by %o',
    (given) => {
      expect(apply(given).findings[0]?.state).toBe('excepted');
    },
  );

  it('never hides what could not be judged, nor touches what is resolved', () => {
    expect(apply({}, finding('x', day(1), { status: 'unknown' })).findings[0]?.state).toBe('new');
    expect(apply({}, finding('x', day(1), { state: 'resolved' })).findings[0]?.state).toBe('resolved');
  });
});

describe('a finding’s id', () => {
  const { resource } = finding('a', day(0));
  it('is f_ and twenty letters, the same for the same fault', () => {
    expect(findingId('c', resource)).toMatch(/^f_[a-z2-7]{20}$/);
    expect(findingId('c', { ...resource, name: 'renamed' })).toBe(findingId('c', resource));
  });
  it('tells checks, places, resources and discriminators apart', () => {
    const ids = [
      findingId('c', resource),
      findingId('d', resource),
      findingId('c', { ...resource, region: 'eu-west-1' }),
      findingId('c', { ...resource, id: 'b' }),
      findingId('c', resource, 'key-1'),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });
});
