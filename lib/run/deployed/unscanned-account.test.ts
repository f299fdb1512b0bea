import { expect, it } from 'vitest';
import { checks } from '../../../checks/index.ts';
import { defaultStandard } from '../../standard/schema.ts';
import type { Unit } from '../../model/unit.ts';
import { evaluateUnscanned, noResult } from './unscanned-account.ts';

it.each([
  [{ provider: 'aws', account: '111122223333', region: 'global' }, 'aws-', 'ec2:DescribeRegions'],
  [
    { provider: 'azure', subscription: '5ab5c71b-0000-4000-8000-00000000000a' },
    'azure-',
    'Microsoft.Authorization/roleAssignments',
  ],
  [{ provider: 'entra', tenant: '7e57aaaa-0000-4000-8000-000000000001' }, 'entra-', '/users'],
] as const)('makes unknown what is judged of %j, and nothing else', (unit: Unit, prefix, operation) => {
  const plannedAt = '2026-11-23T00:00:00Z';
  const { findings, coverage } = evaluateUnscanned(unit, noResult, { plannedAt, checks, standard: defaultStandard });
  const own = checks.map(({ id }) => id).filter((id) => id.startsWith(prefix));
  expect(new Set(findings.map(({ check }) => check))).toEqual(new Set(own));
  expect(findings.filter(({ status }) => status !== 'unknown')).toEqual([]);
  expect(coverage.map((row) => row.operation)).toContain(operation);
  const shape = { aws: /^[a-z0-9-]+:/, azure: /^(Microsoft\.|\/directoryObjects|\/groups)/, entra: /^\// }[
    unit.provider
  ];
  expect(coverage.filter((row) => !shape.test(row.operation))).toEqual([]);
});
