import { allow, policyArn, userArn } from '../../../../test/iam/sample-account.ts';
import { me, on, testTechniques, withAdmin } from '../../../../test/iam/technique-row.ts';

// Credentials of other users, and what may be granted to them first.

testTechniques({
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
  'an inactive key put back (x-reactivate-key)': {
    techniques: ['x-reactivate-key'],
    works: withAdmin({ keySlots: 1 }, allow('iam:UpdateAccessKey')),
    needs: [`holds-key ${userArn('root')}`],
    fails: { 'where there is none': withAdmin({}, allow('iam:UpdateAccessKey')) },
  },
});
