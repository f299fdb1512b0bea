import {
  administratorAccess,
  adminRole,
  allow,
  anyoneHere,
  deny,
  roleArn,
  trusts,
  userArn,
  type SampleAccount,
  type Statement,
} from '../../../../test/iam/sample-account.ts';
import { me, on, other, own, readOnly, testTechniques, withOps } from '../../../../test/iam/technique-row.ts';

// Roles assumed, and what may be changed about them, or about the caller, first.

const intoTagged = (...inline: readonly Statement[]): SampleAccount =>
  withOps(
    trusts(anyoneHere, { StringEquals: { 'aws:PrincipalTag/Team': 'ops' } }),
    { attached: [administratorAccess] },
    allow('sts:AssumeRole'),
    ...inline,
  );
const assumeTagged = allow('sts:AssumeRole', { Condition: { StringEquals: { 'aws:ResourceTag/team': 'web' } } });

testTechniques({
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
});
