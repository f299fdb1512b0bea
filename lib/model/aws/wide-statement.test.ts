import { describe, expect, it } from 'vitest';
import { wideStatements } from './wide-statement.ts';

const allow = (statement: object): object => ({ Effect: 'Allow', Resource: '*', ...statement });

describe('wideStatements', () => {
  it.each([
    ['a service on everything', allow({ Action: 's3:*' }), ['s3:*'], false],
    ['two services', allow({ Action: ['s3:*', 'sqs:SendMessage', 'sqs:*'] }), ['s3:*', 'sqs:*'], false],
    ['a guarding service, written in capitals', allow({ Action: 'IAM:*' }), ['IAM:*'], true],
    ['services by a pattern', allow({ Action: 'k*:*' }), ['k*:*'], true],
    ['all but a few actions', allow({ NotAction: 's3:DeleteBucket' }), ['NotAction'], true],
    [
      'all but the guarding services',
      allow({ NotAction: ['iam:*', 'sts:*', 'organizations:*', 'kms:*', 'secretsmanager:*'] }),
      ['NotAction'],
      false,
    ],
    ['all but a few resources', { Effect: 'Allow', Action: '*', NotResource: 'arn:aws:s3:::a' }, ['NotResource'], true],
  ])('finds %s', (_, statement, patterns, reachesGuards) => {
    const wide = wideStatements({ Statement: [statement] });
    expect(wide.map(({ pattern }) => pattern)).toEqual(patterns);
    expect(wide.some((each) => each.reachesGuards)).toBe(reachesGuards);
  });

  it.each([
    ['a service on one bucket', allow({ Action: 's3:*', Resource: 'arn:aws:s3:::keep/*' })],
    ['a part of a service', allow({ Action: ['s3:Get*', 's3:List*'] })],
    ['a condition', allow({ Action: 's3:*', Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } })],
    ['a denial', { Effect: 'Deny', Action: 's3:*', Resource: '*' }],
    ['everything, which is an administrator', allow({ Action: ['*', 's3:*'] })],
    ['all but a few actions, on one bucket', allow({ NotAction: 's3:DeleteBucket', Resource: 'arn:aws:s3:::a' })],
    ['no statement at all', 'x'],
  ])('leaves alone %s', (_, statement) => {
    expect(wideStatements({ Statement: statement })).toEqual([]);
  });

  it('names a statement by its Sid, or else by its number', () => {
    const statements = [allow({ Sid: 'Mail', Action: 'ses:*' }), allow({ Action: 's3:*' })];
    expect(wideStatements({ Statement: statements }).map(({ name }) => name)).toEqual(['Mail', '2']);
  });
});
