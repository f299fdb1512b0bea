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
} from '../../../../test/iam/sample-account.ts';
import {
  alice,
  attachOwn,
  everything,
  me,
  member,
  ofOps,
  on,
  other,
  own,
  readOnly,
  staff,
  testTechniques,
  withPolicy,
} from '../../../../test/iam/technique-row.ts';

// What a principal may change about itself: policies, groups, versions.

testTechniques({
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
  'a stronger version put in force (x-set-default-policy-version)': {
    techniques: ['x-set-default-policy-version'],
    works: withPolicy([allow('iam:SetDefaultPolicyVersion', on(own))], [[allow('s3:*')], [everything]]),
    fails: {
      'where none is stronger': withPolicy([allow('iam:SetDefaultPolicyVersion', on(own))], [[allow('s3:*')]]),
      'of another policy': withPolicy([allow('iam:SetDefaultPolicyVersion', on(other))], [[everything]]),
    },
  },
});
