import { administratorAccess, allow, deny, policyArn, roleArn, userArn } from '../../../../test/iam/sample-account.ts';
import { alice, attachOwn, everything, ofOps, on, staff, testTechniques } from '../../../../test/iam/technique-row.ts';

// New principals with full access.

testTechniques({
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
});
