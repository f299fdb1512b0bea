import { describe, expect, it } from 'vitest';
import type { AccessStep, PrincipalAccess } from '../lib/model/aws/principal-access.ts';
import type { Parts } from '../lib/model/parts.ts';
import { defaultStandard } from '../lib/standard/schema.ts';
import adminEquivalent from './aws/iam/admin-equivalent.ts';

const account = '111122223333';
const arn = (name: string): string => `arn:aws:iam::${account}:role/${name}`;

function step(actor: string, target: string, ...actions: readonly string[]): AccessStep {
  const allowedBy = [{ policy: `${arn(actor)}#own`, policyName: 'own', statement: 0 }];
  return {
    technique: 'x-1',
    actor: arn(actor),
    target: arn(target),
    what: { ja: `${actor} が進む`, en: `${actor} goes on` },
    calls: actions.map((action) => ({ action, resource: arn(target), allowedBy })),
    needs: [],
  };
}

function judged(steps: readonly AccessStep[]) {
  const principal: PrincipalAccess = {
    arn: arn('ci'),
    name: 'ci',
    kind: 'role',
    created: new Date('2024-01-01T00:00:00.000Z'),
    tags: {},
    groups: [],
    isServiceLinked: false,
    isIdentityCenter: false,
    verdict: 'proven',
    privileges: 'can-become-administrator',
    grantedBy: [],
    steps,
    needs: [],
    policies: [],
    unreadPolicies: [],
    services: [],
    exposures: [],
  };
  const parts: Partial<Parts> = { 'aws.access': { principals: [principal], upperBound: [] } };
  const [judgement] = adminEquivalent.find(parts as Parts, {
    standard: defaultStandard,
    asOf: new Date('2026-01-01T00:00:00.000Z'),
    unit: { provider: 'aws', account, region: 'global' },
  });
  if (judgement?.status !== 'fail') throw new Error('the chain is proven');
  return judgement;
}

describe('the text of a chain', () => {
  it('names whoever acts between two targets', () => {
    const { detail } = judged([step('ci', 'project', 'codebuild:StartBuild'), step('build', 'deploy', 'iam:PassRole')]);
    expect(detail.en).toBe('ci can become an administrator in 2 steps: ci → project → build → deploy');
    expect(detail.ja).toBe('ci は 2 手で管理者になれます: ci → project → build → deploy');
  });

  it('draws no path for who changes but itself', () => {
    expect(judged([step('ci', 'ci', 'iam:PutRolePolicy')]).detail.en).toBe(
      'ci can become an administrator in one step',
    );
  });

  it('says once what a step does, and then its other calls', () => {
    const { evidence } = judged([step('ci', 'deploy', 'iam:PassRole', 'lambda:CreateFunction')]);
    const place = 'on arn:aws:iam::111122223333:role/deploy, allowed by own';
    expect(evidence.map(({ what }) => what.en)).toEqual([
      `Step 1: ci goes on [x-1] iam:PassRole ${place}`,
      `Step 1, also: lambda:CreateFunction ${place}`,
    ]);
    expect(evidence[1]?.what.ja).toBe(
      '1手目(続き): lambda:CreateFunction (arn:aws:iam::111122223333:role/deploy)、許可: own',
    );
  });
});
