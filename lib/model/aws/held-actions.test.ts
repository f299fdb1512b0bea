import { describe, expect, it } from 'vitest';
import { heldActions } from './held-actions.ts';

const everything = { Effect: 'Allow', Action: '*', Resource: '*' };
const encode = (...Statement: readonly object[]): string =>
  encodeURIComponent(JSON.stringify({ Version: '2012-10-17', Statement }));
const inline = (...statements: readonly object[]) => ({
  UserDetailList: [{ UserPolicyList: [{ PolicyName: 'p', PolicyDocument: encode(...statements) }] }],
});
const allow = (Action: unknown, Resource = '*') => inline({ Effect: 'Allow', Action, Resource });
const managed = (Arn: string, IsDefaultVersion: boolean) => ({
  Policies: [
    {
      Arn,
      PolicyVersionList: [
        { IsDefaultVersion, Document: encode({ Effect: 'Allow', Action: 'codebuild:StartBuild', Resource: '*' }) },
      ],
    },
  ],
});
const own = 'arn:aws:iam::111122223333:policy/build';

describe('an action is held', () => {
  it.each([
    ['by its name', allow('codebuild:StartBuild')],
    ['by one name of several', allow(['s3:GetObject', 'codebuild:StartBuild'])],
    ['whatever the case', allow('CodeBuild:startbuild')],
    ['by a wildcard', allow('codebuild:Start*')],
    ['by a wildcard for one character', allow('codebuild:StartBuil?')],
    ['by its service', allow('codebuild:*')],
    ['on one resource', allow('codebuild:StartBuild', 'arn:aws:codebuild:eu-west-1:111122223333:project/release')],
    ['as one of all actions on one resource', allow('*', 'arn:aws:codebuild:eu-west-1:111122223333:project/release')],
    ['where another is excepted', inline({ Effect: 'Allow', NotAction: ['iam:*'], Resource: '*' })],
    ['under a condition', inline({ Effect: 'Allow', Action: 'codebuild:*', Resource: '*', Condition: { Bool: {} } })],
    ['beside a holder of everything', inline(everything, { Effect: 'Allow', Action: 'codebuild:*', Resource: '*' })],
    [
      'by a group',
      {
        GroupDetailList: [
          { GroupPolicyList: [{ PolicyDocument: encode({ Effect: 'Allow', Action: 'codebuild:*', Resource: '*' }) }] },
        ],
      },
    ],
    [
      'by a role, in a document that was decoded before, its statement alone',
      {
        RoleDetailList: [
          {
            RolePolicyList: [
              { PolicyDocument: { Statement: { Effect: 'Allow', Action: 'codebuild:*', Resource: '*' } } },
            ],
          },
        ],
      },
    ],
    ['by the default version of a managed policy', managed(own, true)],
    ['perhaps, by a document that cannot be read', { UserDetailList: [{ UserPolicyList: [{ PolicyDocument: '%' }] }] }],
  ])('%s', (_, details) => {
    expect(heldActions(details).include('codebuild:StartBuild')).toBe(true);
  });
});

describe('an action is not held', () => {
  it.each([
    ['by nobody', {}],
    ['by who holds everything', inline(everything)],
    ['by who holds everything in other words', allow(['*:*'])],
    ['where it is denied', inline({ Effect: 'Deny', Action: 'codebuild:*', Resource: '*' })],
    ['where it is excepted', inline({ Effect: 'Allow', NotAction: ['CODEBUILD:*', 's3:*'], Resource: '*' })],
    ['by a longer name', allow('codebuild:StartBuildBatch')],
    ['by a shorter name', allow('codebuild:Start')],
    ['by another version of a managed policy', managed(own, false)],
    ['by a service-linked role', managed('arn:aws:iam::aws:policy/aws-service-role/Example', true)],
  ])('%s', (_, details) => {
    expect(heldActions(details).include('codebuild:StartBuild')).toBe(false);
  });
});
