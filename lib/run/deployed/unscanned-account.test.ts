import { expect, it } from 'vitest';
import { checks } from '../../../checks/index.ts';
import { defaultStandard } from '../../standard/schema.ts';
import type { Unit } from '../../model/unit.ts';
import { evaluateUnscanned, noResult } from './unscanned-account.ts';

it.each([
  [{ provider: 'aws', account: '111122223333', region: 'global' }, 'aws-', 'ec2:DescribeRegions'],
  [{ provider: 'entra', tenant: '7e57aaaa-0000-4000-8000-000000000001' }, 'entra-', '/users'],
] as const)('makes unknown what is judged of %j, and nothing else', (unit: Unit, prefix, operation) => {
  const plannedAt = '2026-11-23T00:00:00Z';
  const { findings, coverage } = evaluateUnscanned(unit, noResult, { plannedAt, checks, standard: defaultStandard });
  const own = checks.map(({ id }) => id).filter((id) => id.startsWith(prefix));
  expect(findings.map(({ check }) => check).toSorted()).toEqual(own.toSorted());
  expect(findings.filter(({ status }) => status !== 'unknown')).toEqual([]);
  expect(coverage.map((row) => row.operation)).toContain(operation);
  expect(coverage.filter((row) => row.operation.startsWith('/') !== (unit.provider === 'entra'))).toEqual([]);
});
