import { describe, expect, it } from 'vitest';
import {
  administratorAccess,
  adminRole,
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

/** One technique on identities: who comes to full access how, and the neighbours in which it does not work. */
interface Row {
  readonly techniques: readonly string[];
  /** `alice` where nothing else is said. */
  readonly actor?: string;
  readonly works: SampleAccount;
  readonly fails: Readonly<Record<string, SampleAccount>>;
  readonly needs?: readonly string[];
}

const alice = (...inline: readonly Statement[]): SampleAccount => ({ users: { alice: { inline } } });
const me = userArn('alice');
const on = (resource: string): Statement => ({ Resource: resource });
/** Alice and an administrator, root, who signs in with what `credentials` says. */
const withAdmin = (
  credentials: NonNullable<SampleAccount['credentials']>[string],
  ...inline: readonly Statement[]
): SampleAccount => ({
  users: { alice: { inline }, root: { attached: [administratorAccess] } },
  credentials: { root: credentials },
});
/** The role ops, which Alice does or does not get into, and which has what is said. */
const withOps = (trust: Statement, ops: Partial<SampleUser>, ...inline: readonly Statement[]): SampleAccount => ({
  users: { alice: { inline } },
  roles: { ops: { trust: [trust], ...ops } },
});
const ofOps = (...inline: readonly Statement[]): SampleAccount => ({
  roles: { ops: { trust: [trusts('ec2.amazonaws.com')], inline } },
});
const staff = { groups: { staff: { inline: [allow('s3:ListAllMyBuckets')] } } };
const member = (...inline: readonly Statement[]): SampleAccount => ({
  users: { alice: { inline, groups: ['staff'] } },
  ...staff,
});
const own = policyArn('own');
const other = policyArn('other');
const intoTagged = (...inline: readonly Statement[]): SampleAccount =>
  withOps(
    trusts(anyoneHere, { StringEquals: { 'aws:PrincipalTag/Team': 'ops' } }),
    { attached: [administratorAccess] },
    allow('sts:AssumeRole'),
    ...inline,
  );
const assumeTagged = allow('sts:AssumeRole', { Condition: { StringEquals: { 'aws:ResourceTag/team': 'web' } } });
const attachOwn = allow('iam:AttachUserPolicy', { Condition: { ArnLike: { 'iam:PolicyARN': `${own}*` } } });
const withPolicy = (statements: readonly Statement[], others: readonly (readonly Statement[])[] = []) => ({
  users: { alice: { attached: [own] } },
  policies: { own: { statements, others }, other: { statements: [allow('s3:*')] } },
});
const everything = allow('*');
const readOnly = 'arn:aws:iam::aws:policy/ReadOnlyAccess';

const rows: Readonly<Record<string, Row>> = {
  'a new version of an own policy (iam-001)': {
    techniques: ['iam-001'],
    works: withPolicy([allow('iam:CreatePolicyVersion', on(own))]),
    fails: {
      'of a policy that nobody carries': withPolicy([allow('iam:CreatePolicyVersion', on(other))]),
      'once it has five': withPolicy([allow('iam:CreatePolicyVersion', on(own))], [[], [], [], []]),
      "of AWS's own": {
        users: { alice: { inline: [allow('iam:CreatePolicyVersion')], attached: [readOnly] } },
        policies: { [readOnly]: { statements: [allow('s3:Get*')] } },
      },
      'that a statement of it denies': withPolicy([
        allow('iam:CreatePolicyVersion', on(own)),
        deny('iam:CreatePolicyVersion'),
      ]),
    },
  },
  'a fifth version, after one was deleted (iam-001)': {
    techniques: ['iam-001'],
    works: withPolicy([allow(['iam:CreatePolicyVersion', 'iam:DeletePolicyVersion'], on(own))], [[], [], [], []]),
    fails: {},
  },
  "a new version of the own group's policy (iam-001)": {
    techniques: ['iam-001'],
    works: {
      users: { alice: { groups: ['staff'] } },
      groups: { staff: { attached: [own] } },
      policies: { own: { statements: [allow('iam:CreatePolicyVersion')] } },
    },
    fails: {
      'of a group of others': {
        users: { alice: { inline: [allow('iam:CreatePolicyVersion')] } },
        groups: { staff: { attached: [own] } },
        policies: { own: { statements: [allow('s3:*')] } },
      },
    },
  },
  "another user's key (iam-002)": {
    techniques: ['iam-002'],
    works: withAdmin({ keySlots: 1 }, allow('iam:CreateAccessKey')),
    fails: {
      'once there are two': withAdmin({ keySlots: 2 }, allow('iam:CreateAccessKey')),
      'of another one': withAdmin({}, allow('iam:CreateAccessKey', on(userArn('roo')))),
      'of oneself': withAdmin({}, allow('iam:CreateAccessKey', on(userArn('${aws:username}')))),
    },
  },
  'a key in place of one of two (iam-003)': {
    techniques: ['iam-003'],
    works: withAdmin({ keySlots: 2 }, allow(['iam:CreateAccessKey', 'iam:DeleteAccessKey'])),
    fails: {
      'that may only be deleted': withAdmin({ keySlots: 2 }, allow('iam:DeleteAccessKey')),
      'deleted of another': withAdmin(
        { keySlots: 2 },
        allow('iam:CreateAccessKey'),
        allow('iam:DeleteAccessKey', on(me)),
      ),
    },
  },
  'a password for one without (iam-004)': {
    techniques: ['iam-004'],
    works: withAdmin({}, allow('iam:CreateLoginProfile')),
    fails: { 'for one who has one': withAdmin({ password: {} }, allow('iam:CreateLoginProfile')) },
  },
  'the own inline policy of a role (iam-005)': {
    techniques: ['iam-005'],
    actor: 'ops',
    works: ofOps(allow('iam:PutRolePolicy', on(roleArn('ops')))),
    fails: {
      'of another role': ofOps(allow('iam:PutRolePolicy', on(roleArn('web')))),
      'with the action for users': ofOps(allow('iam:PutUserPolicy')),
      'of a service-linked role': {
        roles: {
          ops: {
            path: '/aws-service-role/ecs.amazonaws.com/',
            trust: [trusts('ecs.amazonaws.com')],
            inline: [allow('iam:PutRolePolicy')],
          },
        },
      },
    },
  },
  'another password (iam-006)': {
    techniques: ['iam-006'],
    works: withAdmin({ password: {} }, allow('iam:UpdateLoginProfile')),
    fails: { 'of one who has none': withAdmin({}, allow('iam:UpdateLoginProfile')) },
  },
  'another password, and the device taken off (x-mfa-bypass)': {
    techniques: ['x-mfa-bypass'],
    works: withAdmin({ password: {}, mfaActive: true }, allow(['iam:UpdateLoginProfile', 'iam:DeactivateMFADevice'])),
    fails: {},
  },
  'the own inline policy (iam-007)': {
    techniques: ['iam-007'],
    works: alice(allow('iam:PutUserPolicy', on(me))),
    fails: {
      'of another user': alice(allow('iam:PutUserPolicy', on(userArn('bob')))),
      'of a path that does not fit': alice(allow('iam:PutUserPolicy', on('arn:aws:iam::111122223333:user/dev/*'))),
      'in another account': alice(allow('iam:PutUserPolicy', on('arn:aws:iam::999988887777:user/alice'))),
      'with the action for roles': alice(allow('iam:PutRolePolicy')),
      'under a boundary': {
        users: { alice: { inline: [allow('iam:*')], boundary: policyArn('cap') } },
        policies: { cap: { statements: [allow(['iam:PutUserPolicy', 's3:*'])] } },
      },
    },
  },
  'an attached policy (iam-008)': {
    techniques: ['iam-008'],
    works: alice(allow('iam:AttachUserPolicy', on(me))),
    fails: {
      'of reading alone': alice(
        allow('iam:AttachUserPolicy', {
          Condition: { ArnEquals: { 'iam:PolicyARN': readOnly } },
        }),
      ),
      'that is not AdministratorAccess': alice(
        allow('iam:AttachUserPolicy'),
        deny('iam:AttachUserPolicy', {
          Condition: { ArnNotEquals: { 'iam:PolicyARN': readOnly } },
        }),
      ),
    },
  },
  'an attached policy, of the few that may be (iam-008)': {
    techniques: ['iam-008'],
    works: {
      ...alice(attachOwn),
      policies: { own: { statements: [allow('iam:Pass*', on(roleArn('no')))] }, own2: { statements: [everything] } },
    },
    fails: {
      'where none of them is wide': { ...alice(attachOwn), policies: { own: { statements: [allow('s3:*')] } } },
    },
  },
  'an attached policy that lets one assume a role (iam-008)': {
    techniques: ['iam-008', 'sts-001'],
    works: {
      ...alice(attachOwn),
      roles: { ops: adminRole(anyoneHere) },
      policies: { own: { statements: [allow('sts:AssumeRole')] } },
    },
    fails: {
      'where no role trusts her': {
        ...alice(attachOwn),
        roles: { ops: adminRole(userArn('bob')) },
        policies: { own: { statements: [allow('sts:AssumeRole')] } },
      },
    },
  },
  "the account's own wide policy attached to the own group (iam-010)": {
    techniques: ['iam-010'],
    works: {
      ...member(allow('iam:AttachGroupPolicy', { Condition: { ArnEquals: { 'iam:PolicyARN': own } } })),
      policies: { own: { statements: [everything] } },
    },
    fails: {
      'which is not wide': {
        ...member(allow('iam:AttachGroupPolicy', { Condition: { ArnEquals: { 'iam:PolicyARN': own } } })),
        policies: { own: { statements: [allow('s3:*')] } },
      },
    },
  },
  'an attached policy of a role (iam-009)': {
    techniques: ['iam-009'],
    actor: 'ops',
    works: ofOps(allow('iam:AttachRolePolicy')),
    fails: { 'of another role': ofOps(allow('iam:AttachRolePolicy', on(roleArn('op')))) },
  },
  'a policy attached to the own group (iam-010)': {
    techniques: ['iam-010'],
    works: member(allow('iam:AttachGroupPolicy')),
    fails: {
      'to a group of others': { ...alice(allow('iam:AttachGroupPolicy')), ...staff },
      'of another name': member(allow('iam:AttachGroupPolicy', on(groupArn('Staff')))),
    },
  },
  "the own group's inline policy (iam-011)": {
    techniques: ['iam-011'],
    works: member(allow('iam:PutGroupPolicy', on(groupArn('staff')))),
    fails: { 'of a group of others': { ...alice(allow('iam:PutGroupPolicy')), ...staff } },
  },
  'a trust policy rewritten (iam-012)': {
    techniques: ['iam-012'],
    works: withOps(
      trusts('ec2.amazonaws.com'),
      { attached: [administratorAccess] },
      allow('iam:UpdateAssumeRolePolicy'),
    ),
    fails: {
      'where sts:AssumeRole is denied': withOps(
        trusts('ec2.amazonaws.com'),
        { attached: [administratorAccess] },
        allow('iam:UpdateAssumeRolePolicy'),
        deny('sts:AssumeRole'),
      ),
      'of a harmless role': withOps(
        trusts('ec2.amazonaws.com'),
        { inline: [allow('s3:*')] },
        allow('iam:UpdateAssumeRolePolicy'),
      ),
      'of a role of Identity Center': {
        users: { alice: { inline: [allow('iam:UpdateAssumeRolePolicy')] } },
        roles: { ops: adminRole('ec2.amazonaws.com', { path: '/aws-reserved/sso.amazonaws.com/' }) },
      },
    },
  },
  'a group joined (iam-013)': {
    techniques: ['iam-013'],
    works: { ...alice(allow('iam:AddUserToGroup')), groups: { admins: { attached: [administratorAccess] } } },
    fails: {
      'that may do little': { ...alice(allow('iam:AddUserToGroup')), ...staff },
      'of another name': {
        ...alice(allow('iam:AddUserToGroup', on(groupArn('staff')))),
        groups: { admins: { attached: [administratorAccess] } },
      },
      'by a role, which joins none': {
        roles: { alice: { trust: [trusts('ec2.amazonaws.com')], inline: [allow('iam:AddUserToGroup')] } },
        groups: { admins: { attached: [administratorAccess] } },
      },
    },
  },
  'a policy attached to a role that one assumes (iam-014)': {
    techniques: ['iam-014', 'iam-014'],
    works: withOps(trusts(anyoneHere), {}, allow(['iam:AttachRolePolicy', 'sts:AssumeRole'])),
    fails: {
      'that trusts somebody else': withOps(
        trusts(userArn('bob')),
        {},
        allow(['iam:AttachRolePolicy', 'sts:AssumeRole']),
      ),
      'without sts:AssumeRole': withOps(trusts(anyoneHere), {}, allow('iam:AttachRolePolicy')),
    },
  },
  'a policy attached to a user whose key one makes (iam-015)': {
    techniques: ['iam-015', 'iam-015'],
    works: {
      users: {
        alice: { inline: [allow(['iam:AttachUserPolicy', 'iam:CreateAccessKey'], on(userArn('bob')))] },
        bob: {},
      },
    },
    fails: {
      'who has two': {
        users: {
          alice: { inline: [allow(['iam:AttachUserPolicy', 'iam:CreateAccessKey'], on(userArn('bob')))] },
          bob: {},
        },
        credentials: { bob: { keySlots: 2 } },
      },
      'of different users': {
        users: {
          alice: {
            inline: [allow('iam:AttachUserPolicy', on(userArn('bob'))), allow('iam:CreateAccessKey', on(me))],
          },
          bob: {},
        },
      },
    },
  },
  'a new version of the policy of a role that one assumes (iam-016)': {
    techniques: ['iam-016', 'iam-016'],
    works: {
      ...withOps(
        trusts(anyoneHere),
        { attached: [own] },
        allow('sts:AssumeRole', on(roleArn('ops'))),
        allow('iam:CreatePolicyVersion', on(own)),
      ),
      policies: { own: { statements: [allow('s3:*')] } },
    },
    fails: {
      'of another policy': {
        ...withOps(
          trusts(anyoneHere),
          { attached: [own] },
          allow('sts:AssumeRole', on(roleArn('ops'))),
          allow('iam:CreatePolicyVersion', on(other)),
        ),
        policies: { own: { statements: [allow('s3:*')] }, other: { statements: [] } },
      },
    },
  },
  'the inline policy of a role that one assumes (iam-017)': {
    techniques: ['iam-017', 'iam-017'],
    works: withOps(trusts(me), {}, allow('iam:PutRolePolicy')),
    fails: {
      'that trusts a service alone': withOps(
        trusts('lambda.amazonaws.com'),
        {},
        allow(['iam:PutRolePolicy', 'sts:AssumeRole']),
      ),
      'that may not be written': withOps(trusts(me), {}, allow('iam:PutRolePolicy'), deny('iam:PutRolePolicy')),
    },
  },
  'the inline policy of a user whose key one makes (iam-018)': {
    techniques: ['iam-018', 'iam-018'],
    works: {
      users: {
        alice: { inline: [allow(['iam:PutUserPolicy', 'iam:CreateAccessKey'], on(userArn('bob')))] },
        bob: {},
      },
    },
    fails: {
      'who is bounded': {
        users: {
          alice: { inline: [allow(['iam:PutUserPolicy', 'iam:CreateAccessKey'], on(userArn('bob')))] },
          bob: { boundary: policyArn('cap') },
        },
        policies: { cap: { statements: [allow('s3:*')] } },
      },
    },
  },
  'a policy attached to a role that one then lets oneself into (iam-019)': {
    techniques: ['iam-019', 'iam-019'],
    works: withOps(trusts('ec2.amazonaws.com'), {}, allow(['iam:AttachRolePolicy', 'iam:UpdateAssumeRolePolicy'])),
    fails: {
      'on different roles': withOps(
        trusts('ec2.amazonaws.com'),
        {},
        allow('iam:AttachRolePolicy', on(roleArn('ops'))),
        allow('iam:UpdateAssumeRolePolicy', on(roleArn('web'))),
      ),
    },
  },
  'a new version, and the trust rewritten (iam-020)': {
    techniques: ['iam-020', 'iam-020'],
    works: {
      ...withOps(
        trusts('ec2.amazonaws.com'),
        { attached: [own] },
        allow(['iam:CreatePolicyVersion', 'iam:UpdateAssumeRolePolicy']),
      ),
      policies: { own: { statements: [allow('s3:*')] } },
    },
    fails: {
      "of AWS's own policy": withOps(
        trusts('ec2.amazonaws.com'),
        { attached: [readOnly] },
        allow(['iam:CreatePolicyVersion', 'iam:UpdateAssumeRolePolicy']),
      ),
    },
  },
  'an inline policy, and the trust rewritten (iam-021)': {
    techniques: ['iam-021', 'iam-021'],
    works: withOps(trusts('ec2.amazonaws.com'), {}, allow(['iam:PutRolePolicy', 'iam:UpdateAssumeRolePolicy'])),
    fails: {
      'without the trust': withOps(trusts('ec2.amazonaws.com'), {}, allow('iam:PutRolePolicy')),
    },
  },
  'an inactive key put back (x-reactivate-key)': {
    techniques: ['x-reactivate-key'],
    works: withAdmin({ keySlots: 1 }, allow('iam:UpdateAccessKey')),
    needs: [`holds-key ${userArn('root')}`],
    fails: { 'where there is none': withAdmin({}, allow('iam:UpdateAccessKey')) },
  },
  "a user of one's own making (x-create-user)": {
    techniques: ['x-create-user'],
    works: alice(allow(['iam:CreateUser', 'iam:AttachUserPolicy', 'iam:CreateAccessKey'], on(userArn('dev-*')))),
    fails: {
      'without rights': alice(allow(['iam:CreateUser', 'iam:CreateAccessKey'])),
      'without a key': alice(allow(['iam:CreateUser', 'iam:PutUserPolicy'], on(userArn('dev-*')))),
      'of two different names': alice(
        allow('iam:CreateUser', on(userArn('dev-*'))),
        allow(['iam:PutUserPolicy', 'iam:CreateAccessKey'], on(userArn('web-*'))),
      ),
      'with a boundary': {
        ...alice(
          allow('iam:CreateUser', { Condition: { StringEquals: { 'iam:PermissionsBoundary': policyArn('cap') } } }),
          allow(['iam:PutUserPolicy', 'iam:CreateAccessKey'], on(userArn('dev-*'))),
        ),
        policies: { cap: { statements: [allow('s3:*')] } },
      },
    },
  },
  "a user with the account's own wide policy (x-create-user)": {
    techniques: ['x-create-user'],
    works: {
      ...alice(allow(['iam:CreateUser', 'iam:CreateAccessKey'], on(userArn('dev-*'))), {
        ...attachOwn,
        ...on(userArn('dev-*')),
      }),
      policies: { own: { statements: [everything] } },
    },
    fails: {
      'that has a condition': {
        ...alice(allow(['iam:CreateUser', 'iam:CreateAccessKey'], on(userArn('dev-*'))), {
          ...attachOwn,
          ...on(userArn('dev-*')),
        }),
        policies: { own: { statements: [allow('*', { Condition: { Bool: { 'aws:ViaAWSService': 'true' } } })] } },
      },
    },
  },
  'a user in a group of administrators (x-create-user)': {
    techniques: ['x-create-user'],
    actor: 'ops',
    works: {
      ...ofOps(allow(['iam:CreateUser', 'iam:AddUserToGroup', 'iam:CreateAccessKey'])),
      groups: { admins: { attached: [administratorAccess] } },
    },
    fails: {
      'that may do little': {
        ...ofOps(allow(['iam:CreateUser', 'iam:AddUserToGroup', 'iam:CreateAccessKey'])),
        ...staff,
      },
      'that nobody joins': {
        ...ofOps(allow(['iam:CreateUser', 'iam:CreateAccessKey'])),
        groups: { admins: { attached: [administratorAccess] } },
      },
    },
  },
  'a user with a password (x-create-user)': {
    techniques: ['x-create-user'],
    works: alice(allow(['iam:CreateUser', 'iam:PutUserPolicy', 'iam:CreateLoginProfile'], on(userArn('dev-*')))),
    fails: {},
  },
  "a role of one's own making (x-create-role)": {
    techniques: ['x-create-role'],
    works: alice(allow(['iam:CreateRole', 'iam:PutRolePolicy'], on(roleArn('dev-*')))),
    fails: {
      'without rights': alice(allow('iam:CreateRole')),
      'that nobody may assume': alice(
        allow(['iam:CreateRole', 'iam:PutRolePolicy'], on(roleArn('dev-*'))),
        deny('sts:AssumeRole'),
      ),
      'that takes a policy with a condition': {
        ...alice(allow('iam:CreateRole'), { ...attachOwn, Action: 'iam:AttachRolePolicy' }),
        policies: { own: { statements: [allow('*', { Condition: { Bool: { 'aws:ViaAWSService': 'true' } } })] } },
      },
      'that takes harmless policies': alice(
        allow('iam:CreateRole', on(roleArn('dev-*'))),
        allow('iam:AttachRolePolicy', {
          Resource: roleArn('dev-*'),
          Condition: { ArnLike: { 'iam:PolicyARN': 'arn:aws:iam::aws:policy/*ReadOnlyAccess' } },
        }),
      ),
    },
  },
  "a role with the account's own wide policy (x-create-role)": {
    techniques: ['x-create-role'],
    works: {
      ...alice(allow('iam:CreateRole'), { ...attachOwn, Action: 'iam:AttachRolePolicy' }),
      policies: { own: { statements: [everything] } },
    },
    fails: {},
  },
  'a stronger version put in force (x-set-default-policy-version)': {
    techniques: ['x-set-default-policy-version'],
    works: withPolicy([allow('iam:SetDefaultPolicyVersion', on(own))], [[allow('s3:*')], [everything]]),
    fails: {
      'where none is stronger': withPolicy([allow('iam:SetDefaultPolicyVersion', on(own))], [[allow('s3:*')]]),
      'of another policy': withPolicy([allow('iam:SetDefaultPolicyVersion', on(other))], [[everything]]),
    },
  },
  'a tag that a trust asks for (x-tag-self)': {
    techniques: ['x-tag-self', 'sts-001'],
    works: withOps(
      trusts(anyoneHere, { StringEquals: { 'aws:PrincipalTag/team': 'ops' } }),
      { attached: [administratorAccess] },
      allow(['sts:AssumeRole', 'iam:TagUser']),
    ),
    fails: {
      'that one may not set': withOps(
        trusts(anyoneHere, { StringEquals: { 'aws:PrincipalTag/team': 'ops' } }),
        { attached: [administratorAccess] },
        allow('sts:AssumeRole'),
      ),
      'on another': withOps(
        trusts(anyoneHere, { StringEquals: { 'aws:PrincipalTag/team': 'ops' } }),
        { attached: [administratorAccess] },
        allow('sts:AssumeRole'),
        allow('iam:TagUser', on(userArn('bob'))),
      ),
    },
  },
  'a tag that one may set to a few values (x-tag-self)': {
    techniques: ['x-tag-self', 'sts-001'],
    works: intoTagged(
      allow('iam:TagUser', {
        Condition: {
          StringEquals: { 'aws:RequestTag/Team': ['web', 'ops'] },
          'ForAllValues:StringEquals': { 'aws:TagKeys': ['Team'] },
        },
      }),
    ),
    fails: {
      'that are not it': intoTagged(
        allow('iam:TagUser', { Condition: { StringEquals: { 'aws:RequestTag/Team': ['web', 'db'] } } }),
      ),
      'of other tags': intoTagged(
        allow('iam:TagUser', { Condition: { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['Colour'] } } }),
      ),
      'of which a Deny spares it': intoTagged(
        allow('iam:TagUser'),
        deny('iam:TagUser', { Condition: { 'ForAnyValue:StringLike': { 'aws:TagKeys': ['team'] } } }),
      ),
    },
  },
  'a role assumed that she tags first (x-tag-target)': {
    techniques: ['sts-001'],
    works: withOps(trusts(anyoneHere), { attached: [administratorAccess] }, assumeTagged, allow('iam:TagRole')),
    fails: {
      'that she may not tag': withOps(trusts(anyoneHere), { attached: [administratorAccess] }, assumeTagged),
      'while she may tag others': withOps(
        trusts(anyoneHere),
        { attached: [administratorAccess] },
        assumeTagged,
        allow('iam:TagRole', on(roleArn('web'))),
      ),
    },
  },
  'a role assumed (sts-001)': {
    techniques: ['sts-001'],
    works: withOps(trusts(anyoneHere), { attached: [administratorAccess] }, allow('sts:AssumeRole')),
    fails: {
      'by somebody without the action': withOps(
        trusts(anyoneHere),
        { attached: [administratorAccess] },
        allow('sts:AssumeRoleWithSAML'),
      ),
      'that trusts another account': withOps(
        trusts('arn:aws:iam::999988887777:root'),
        { attached: [administratorAccess] },
        allow('sts:AssumeRole'),
      ),
      'that trusts another': withOps(
        trusts(userArn('bob')),
        { attached: [administratorAccess] },
        allow('sts:AssumeRole'),
      ),
      'that denies her': {
        users: { alice: { inline: [allow('sts:AssumeRole')] } },
        roles: {
          ops: { trust: [trusts(anyoneHere), { ...trusts(me), Effect: 'Deny' }], attached: [administratorAccess] },
        },
      },
    },
  },
};

describe.each(Object.entries(rows))('%s', (_, { techniques, actor = 'alice', works, fails, needs = [] }) => {
  it('makes an administrator', () => {
    const verdict = needs.length > 0 ? 'conditional' : 'proven';
    expect(verdictOf(actor, works)).toEqual({ verdict, techniques, needs });
  });

  it.each(Object.entries(fails))('but not %s', (__, twin) => {
    expect(verdictOf(actor, twin)).toEqual({ verdict: 'unreachable', techniques: [], needs: [] });
  });
});
