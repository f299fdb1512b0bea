import { expect, it } from 'vitest';
import type { Finding } from '../model/finding.ts';
import type { RegisterEntry } from '../model/register.ts';
import { deletionFacts, isWithdrawn } from './deletion-facts.ts';

const text = { ja: '残っている', en: 'is left' };
const evidence = [
  { what: text, operation: 'ec2:DescribeSnapshots', ref: 'snap-1' },
  { what: text, operation: 'tenken:Register', ref: 'S-1' },
];
const finding: Finding = {
  id: 'f_a',
  check: 'service-retired-data-left',
  clauses: ['12.4'],
  status: 'fail',
  severity: 'medium',
  resource: { provider: 'aws', account: '1', region: 'us-east-1', type: 'ebs-snapshot', id: 'snap-1', name: 'old' },
  title: text,
  detail: text,
  evidence,
  remediation: [],
  firstSeen: '2026-01-01T00:00:00.000Z',
  lastSeen: '2026-01-08T00:00:00.000Z',
  resolvedAt: '2026-01-15T00:00:00.000Z',
  state: 'resolved',
};
const { resolvedAt: _resolvedAt, ...rest } = finding;
const open: Finding = { ...rest, state: 'open' };

it('lists what was there, what showed it, and by when it was gone', () => {
  expect(deletionFacts([finding], new Set())).toEqual([
    {
      provider: 'aws',
      account: '1',
      region: 'us-east-1',
      kind: 'ebs-snapshot',
      id: 'snap-1',
      name: 'old',
      check: 'service-retired-data-left',
      finding: 'f_a',
      detail: text,
      evidence,
      firstSeen: '2026-01-01T00:00:00.000Z',
      lastSeen: '2026-01-08T00:00:00.000Z',
      goneBy: '2026-01-15T00:00:00.000Z',
    },
  ]);
});

it('calls nothing deleted that is open, of another clause, or still there', () => {
  expect(deletionFacts([open, { ...finding, clauses: ['11.1'] }], new Set())).toEqual([]);
  expect(deletionFacts([finding], new Set(['snap-1']))).toEqual([]);
});

it('withdraws what is left of a service that the register has in use again, and keeps what was deleted before', () => {
  const entry: RegisterEntry = {
    id: 'S-1',
    name: 'Old',
    provider: 'AWS',
    departments: [],
    dataLocations: [],
    keys: { aws: ['ec2'], azure: [], entra: [], tenants: [] },
    regions: [],
    accounts: [],
    certificates: [],
    state: 'retired',
  };
  const back: RegisterEntry = { ...entry, state: 'approved' };
  expect(isWithdrawn(open, [entry], '2026-01-15')).toBe(false);
  expect(isWithdrawn(open, [back], '2026-01-15')).toBe(true);
  expect(isWithdrawn(open, [], '2026-01-15')).toBe(true);
  expect(isWithdrawn(open, [{ ...back, endedOn: '2026-01-14' }], '2026-01-15')).toBe(false);
  expect(isWithdrawn(finding, [back], '2026-01-15')).toBe(false);
  expect(isWithdrawn({ ...open, clauses: ['12.1'] }, [back], '2026-01-15')).toBe(false);
});
