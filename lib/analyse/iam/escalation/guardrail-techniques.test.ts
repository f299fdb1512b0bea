import { describe, expect, it } from 'vitest';
import {
  administratorAccess,
  allow,
  anyoneHere,
  deny,
  groupArn,
  policyArn,
  roleArn,
  trusts,
  userArn,
  verdictOf,
  type SampleAccount,
  type SampleUser,
  type Statement,
} from '../../../../test/iam/sample-account.ts';
import { testTechniques, type TechniqueRow } from '../../../../test/iam/technique-row.ts';

// Section "GR" of the guide: a boundary or a denial that its subject can take off.

const me = userArn('alice');
const cap = policyArn('cap');
const on = (resource: string): Statement => ({ Resource: resource });

/** Alice has full access under a boundary of these statements. */
const bounded = (...statements: readonly Statement[]): SampleAccount => ({
  users: { alice: { attached: [administratorAccess], boundary: cap } },
  policies: { cap: { statements } },
});
/** Alice may have another boundary, of these statements, instead. */
const boundedOr = (statements: readonly Statement[]): SampleAccount => {
  const wide = policyArn('wide');
  const replacing = allow('iam:PutUserPermissionsBoundary', {
    Condition: { StringEquals: { 'iam:PermissionsBoundary': wide } },
  });
  return {
    ...bounded(),
    policies: { cap: { statements: [allow('s3:*'), replacing] }, wide: { statements } },
  };
};
/** Alice assumes ops, which has full access under a boundary. */
const boundedOps = (...inline: readonly Statement[]): SampleAccount => ({
  users: { alice: { inline } },
  roles: { ops: { trust: [trusts(anyoneHere)], attached: [administratorAccess], boundary: cap } },
  policies: { cap: { statements: [allow('s3:*')] } },
});
/** Alice has full access but for what these policies, wherever they are, deny. */
const denied = (alice: SampleUser, more: SampleAccount = {}): SampleAccount => ({
  users: { alice: { ...alice, attached: [administratorAccess, ...(alice.attached ?? [])] } },
  ...more,
});
const noKeys = deny(['s3:DeleteBucket']);
const noIam = deny('iam:*');
const guard = policyArn('guard');

const rows: Readonly<Record<string, TechniqueRow>> = {
  'the own boundary deleted (iam-022)': {
    techniques: ['iam-022'],
    works: bounded(allow(['s3:*', 'iam:DeleteUserPermissionsBoundary'])),
    fails: {
      'where the boundary leaves the action out': bounded(allow(['s3:*', 'iam:GetUser'])),
      'where it is that of others': bounded(allow('s3:*'), allow('iam:Delete*', on(userArn('bob')))),
      'where the boundary allows and denies it': bounded(allow('*'), deny('iam:*')),
      'where an SCP denies it': {
        ...bounded(allow(['s3:*', 'iam:DeleteUserPermissionsBoundary'])),
        serviceControl: [[allow('*'), deny('iam:DeleteUserPermissionsBoundary')]],
      },
    },
  },
  "a role's boundary deleted (iam-023)": {
    techniques: ['iam-023', 'sts-001'],
    works: boundedOps(allow(['iam:DeleteRolePermissionsBoundary', 'sts:AssumeRole'])),
    fails: {
      'without getting into it': boundedOps(allow('iam:DeleteRolePermissionsBoundary')),
      'of another role': boundedOps(
        allow('sts:AssumeRole'),
        allow('iam:DeleteRolePermissionsBoundary', on(roleArn('web'))),
      ),
      'as a user': boundedOps(allow(['iam:DeleteUserPermissionsBoundary', 'sts:AssumeRole'])),
    },
  },
  'the own boundary replaced (x-replace-boundary)': {
    techniques: ['x-replace-boundary'],
    works: bounded(allow(['s3:*', 'iam:PutUserPermissionsBoundary'])),
    fails: {
      'by itself alone': bounded(
        allow('s3:*'),
        allow('iam:PutUserPermissionsBoundary', { Condition: { StringEquals: { 'iam:PermissionsBoundary': cap } } }),
      ),
      'as a role': bounded(allow(['s3:*', 'iam:PutRolePermissionsBoundary'])),
    },
  },
  "the own boundary replaced by the account's own wide policy (x-replace-boundary)": {
    techniques: ['x-replace-boundary'],
    works: boundedOr([allow('*')]),
    fails: { 'by one that is not wide': boundedOr([allow(['s3:*', 'ec2:*'])]) },
  },
  'the boundary rewritten (x-edit-boundary-policy)': {
    techniques: ['x-edit-boundary-policy'],
    works: bounded(allow(['s3:*', 'iam:CreatePolicyVersion'])),
    fails: {
      'where another policy may be': bounded(allow('s3:*'), allow('iam:CreatePolicyVersion', on(policyArn('web')))),
      'where it has five versions': {
        ...bounded(),
        policies: {
          cap: { statements: [allow(['s3:*', 'iam:CreatePolicyVersion'])], others: [[], [], [], []] },
        },
      },
    },
  },
  'another version of the boundary in force (x-edit-boundary-policy)': {
    techniques: ['x-edit-boundary-policy'],
    works: {
      ...bounded(),
      policies: { cap: { statements: [allow('iam:SetDefaultPolicyVersion')], others: [[allow('*')]] } },
    },
    fails: {
      'that is no wider': {
        ...bounded(),
        policies: { cap: { statements: [allow('iam:SetDefaultPolicyVersion')], others: [[allow('s3:*')]] } },
      },
    },
  },
  'an own inline denial deleted (x-deny-removal)': {
    techniques: ['x-deny-removal'],
    works: denied({ inline: [deny(['s3:*', 'iam:Put*', 'iam:Attach*', 'iam:Create*', 'iam:Update*', 'sts:*'])] }),
    fails: { 'that denies its own removal': denied({ inline: [deny(['s3:*', 'iam:*', 'sts:*'])] }) },
  },
  'a denial detached (x-deny-removal)': {
    techniques: ['x-deny-removal'],
    works: denied(
      { attached: [guard] },
      { policies: { guard: { statements: [noKeys, deny(['iam:Create*', 'iam:Put*', 'iam:Add*'])] } } },
    ),
    fails: {
      'that denies everything in IAM': denied({ attached: [guard] }, { policies: { guard: { statements: [noIam] } } }),
    },
  },
  'a denial of the own group (x-deny-removal)': {
    techniques: ['x-deny-removal'],
    works: denied(
      { groups: ['staff'] },
      {
        groups: {
          staff: {
            inline: [deny(['s3:*', 'iam:Delete*', 'iam:Put*', 'iam:Create*', 'iam:Update*', 'iam:Attach*'])],
          },
        },
      },
    ),
    fails: {
      'that nobody leaves': denied({ groups: ['staff'] }, { groups: { staff: { inline: [noIam] } } }),
    },
  },
  'a denial of the own group, without more than leaving it (x-deny-removal)': {
    techniques: ['x-deny-removal', 'iam-007'],
    works: {
      users: { alice: { inline: [allow(['iam:PutUserPolicy', 'iam:RemoveUserFromGroup'])], groups: ['staff'] } },
      groups: { staff: { inline: [deny('iam:PutUserPolicy')] } },
    },
    fails: {
      'where it is another group': {
        users: {
          alice: {
            inline: [allow('iam:PutUserPolicy'), allow('iam:RemoveUserFromGroup', on(groupArn('web')))],
            groups: ['staff'],
          },
        },
        groups: { staff: { inline: [deny('iam:PutUserPolicy')] }, web: {} },
      },
    },
  },
  'a self-grant under a boundary that goes (iam-022, iam-007)': {
    techniques: ['iam-022', 'iam-007'],
    works: {
      users: {
        alice: { inline: [allow(['iam:PutUserPolicy', 'iam:DeleteUserPermissionsBoundary'], on(me))], boundary: cap },
      },
      policies: { cap: { statements: [allow('iam:*')] } },
    },
    fails: {
      'where it stays': {
        users: { alice: { inline: [allow('iam:PutUserPolicy', on(me))], boundary: cap } },
        policies: { cap: { statements: [allow(['iam:PutUserPolicy', 's3:*'])] } },
      },
    },
  },
};

testTechniques(rows);

describe('a boundary whose document was not returned', () => {
  it('leaves the verdict open, and says what was not read', () => {
    const { verdict, needs } = verdictOf('alice', {
      users: { alice: { attached: [administratorAccess], boundary: cap } },
    });
    expect(verdict).toBe('conditional');
    expect(needs).toEqual([`boundary ${cap}`]);
  });
});
