import { expect, it } from 'vitest';
import type { Evaluation } from '../evaluate/evaluate.ts';
import { failedFinding } from '../evaluate/to-finding.ts';
import { defineCheck } from '../model/check.ts';
import { defaultStandard } from '../standard/schema.ts';
import { buildReport } from './build-report.ts';

const words = { ja: '見出し', en: 'A title' };
const check = defineCheck({
  id: 'aws-budgeted',
  clauses: ['7.3'],
  severity: 'medium',
  title: words,
  why: words,
  fix: words,
  reads: ['aws.iamEntities'],
  find: () => [],
});
const unit = { provider: 'aws', account: '111122223333', region: 'global' } as const;
const resource = { ...unit, type: 'iam-role', id: 'arn:aws:iam::111122223333:role/late', name: 'late' };

function evaluation(given: Partial<Evaluation>): Evaluation {
  const tallies = [{ check: check.id, unit, fail: 0, pass: 100, unknown: 0 }];
  const none = {
    findings: [],
    coverage: [],
    passed: [],
    present: [],
    left: [],
    facts: { principals: [], exposures: [], connections: [], secondFactors: [], services: [] },
  };
  return { ...none, tallies, collectedAt: '2026-01-02T00:00:00.000Z', ...given };
}

it('calls a run complete that stopped at its own budget, and does not call resolved what it left', () => {
  const evidence = { what: words, operation: 'iam:GetServiceLastAccessedDetails', ref: resource.id };
  const remedy = { kind: 'console', text: words } as const;
  const fault = { status: 'fail', resource, detail: words, evidence: [evidence], remediation: [remedy] } as const;
  const before = failedFinding(check, fault, '2026-01-01T00:00:00.000Z');
  const row = { unit, operation: evidence.operation, status: 'skipped', reason: 'over-budget' } as const;
  const report = (given: Partial<Evaluation>) =>
    buildReport({
      evaluations: [evaluation({ coverage: [row], ...given })],
      previous: [before],
      checks: [check],
      standard: defaultStandard,
    });
  const { summary, findings } = report({ left: [{ check: check.id, resource: resource.id }] });
  expect(summary.complete).toBe(true);
  expect(findings).toMatchObject([{ state: 'open', lastSeen: before.lastSeen }]);
  expect(report({}).findings).toMatchObject([{ state: 'resolved' }]);
});

it('lists what was deleted at the end of use, and not what is there again or is asked of nobody any more', () => {
  const leftover = defineCheck({ ...check, id: 'service-left', clauses: ['12.4'] });
  const evidence = { what: words, operation: 'tenken:Register', ref: 'S-1' };
  const remedy = { kind: 'console', text: words } as const;
  const fault = { status: 'fail', resource, detail: words, evidence: [evidence], remediation: [remedy] } as const;
  const previous = [failedFinding(leftover, fault, '2026-01-01T00:00:00.000Z')];
  const tallies = [{ check: leftover.id, unit, fail: 0, pass: 1, unknown: 0 }];
  const entry = {
    id: 'S-1',
    name: 'Old',
    provider: 'AWS',
    departments: [],
    dataLocations: [],
    keys: { aws: ['ec2'], azure: [], entra: [], tenants: [] },
    regions: [],
    accounts: [],
    certificates: [],
  };
  const report = (state: 'retired' | 'approved', given: Partial<Evaluation> = {}) =>
    buildReport({
      evaluations: [evaluation({ tallies, ...given })],
      previous,
      checks: [leftover],
      standard: { ...defaultStandard, register: [{ ...entry, state }] },
    });
  const { deletions, findings, registerTable } = report('retired');
  expect(deletions).toMatchObject([{ id: resource.id, goneBy: '2026-01-02T00:00:00.000Z' }]);
  expect(findings).toMatchObject([{ state: 'resolved', resolvedAt: '2026-01-02T00:00:00.000Z' }]);
  expect(registerTable).toMatchObject([{ entry: 'S-1', gaps: ['unwatched'] }]);
  expect(report('retired', { passed: [{ check: leftover.id, resource }] }).deletions).toEqual([]);
  expect(report('approved')).toMatchObject({ deletions: [], findings: [] });
});
