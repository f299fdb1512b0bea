import { describe, expect, it } from 'vitest';
import type { CredentialReport } from '../model/aws/credential-report.ts';
import type { PrincipalAccess } from '../model/aws/principal-access.ts';
import { principalFacts } from './principal-facts.ts';

const account = '111122223333';
const created = new Date('2024-01-01T00:00:00.000Z');

function principal(name: string, given: Partial<PrincipalAccess> = {}): PrincipalAccess {
  return {
    arn: `arn:aws:iam::${account}:user/${name}`,
    name,
    kind: 'user',
    created,
    tags: {},
    groups: [`arn:aws:iam::${account}:group/staff/developers`],
    isServiceLinked: false,
    isIdentityCenter: false,
    verdict: 'unreachable',
    privileges: 'reads',
    grantedBy: [],
    steps: [],
    needs: [],
    policies: [{ id: 'arn:aws:iam::aws:policy/ReadOnlyAccess', name: 'ReadOnlyAccess', kind: 'managed' }],
    unreadPolicies: [],
    services: ['s3'],
    exposures: [],
    ...given,
  };
}

const report: CredentialReport = {
  generated: new Date('2026-01-01T00:00:00.000Z'),
  rows: [
    {
      user: 'sato',
      arn: `arn:aws:iam::${account}:user/sato`,
      isRoot: false,
      created,
      mfaActive: true,
      keySlots: 0,
      keys: [],
      certificates: [],
      uses: [
        { column: 'password_last_used', at: new Date('2025-12-01T00:00:00.000Z') },
        { column: 'access_key_1_last_used_date', at: new Date('2025-12-24T00:00:00.000Z') },
      ],
    },
  ],
};

function factOf(given: Partial<PrincipalAccess>) {
  const access = { principals: [principal('sato', given)], upperBound: [] };
  return principalFacts(account, access, report, { tagKeys: ['toString', 'Owner', '担当者'] })[0];
}

describe('facts of principals', () => {
  it('say of a user the latest use of any credential, the device and the names of groups', () => {
    expect(factOf({})).toEqual({
      provider: 'aws',
      account,
      kind: 'iam-user',
      id: `arn:aws:iam::${account}:user/sato`,
      name: 'sato',
      privileges: 'reads',
      chain: [],
      conditions: [],
      lastUsed: '2025-12-24T00:00:00.000Z',
      created: '2024-01-01T00:00:00.000Z',
      mfa: true,
      groups: ['developers'],
      entitlements: { policies: ['ReadOnlyAccess'], services: ['s3'] },
      reviewable: true,
    });
  });

  it('say nothing of use and device where the credential report was not read', () => {
    const fact = principalFacts(account, { principals: [principal('sato')], upperBound: [] }, undefined, {
      tagKeys: [],
    })[0];
    expect(fact).not.toHaveProperty('lastUsed');
    expect(fact).not.toHaveProperty('mfa');
  });

  it('name the owner by the first tag that has a value', () => {
    expect(factOf({ tags: { Owner: ' ', 担当者: '情報システム部' } })?.owner).toBe('情報システム部');
    expect(factOf({ tags: { owner: 'sato' } })).not.toHaveProperty('owner');
  });

  it('say what must hold only where something must', () => {
    const needs = [{ id: 'mfa', what: { ja: '多要素認証', en: 'MFA' } }];
    expect(factOf({ verdict: 'conditional', needs })?.conditions).toEqual(['mfa']);
    expect(factOf({ verdict: 'unreachable', needs })?.conditions).toEqual([]);
  });

  it('leave out of a review what only AWS can change', () => {
    const role = { kind: 'role', isServiceLinked: true, lastUsed: created } as const;
    expect(factOf(role)).toMatchObject({ kind: 'iam-role', reviewable: false, lastUsed: created.toISOString() });
  });
});
