import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  administratorAccess,
  adminRole,
  allow,
  anyoneHere,
  deny,
  document,
  inputOf,
  policyArn,
  trusts,
  userArn,
  verdictOf,
  type SampleAccount,
  type Statement,
} from '../../../test/iam/sample-account.ts';
import { analyseAccess, type AccessInput } from './analyse-access.ts';

const alice = (...inline: readonly unknown[]): SampleAccount => ({
  users: { alice: { inline: inline as readonly Statement[] } },
});
const me = { Resource: userArn('alice') };

describe('a statement that cannot be understood', () => {
  const grant = { Effect: 'Allow', Action: 'iam:PutUserPolicy', Resource: '*' };

  it.each<readonly [string, unknown]>([
    ['Effect in another case', { ...grant, Effect: 'allow' }],
    ['no Effect', { Action: 'iam:PutUserPolicy', Resource: '*' }],
    ['a misspelt Effect', { Efect: 'Allow', Action: 'iam:PutUserPolicy', Resource: '*' }],
    ['no Action', { Effect: 'Allow', Resource: '*' }],
    ['a number for an Action', { ...grant, Action: 5 }],
    ['nothing for an Action', { ...grant, Action: null }],
    ['a list in a list of Actions', { ...grant, Action: [['iam:PutUserPolicy']] }],
    ['Action and NotAction', { ...grant, NotAction: 's3:*' }],
    ['no Resource', { Effect: 'Allow', Action: 'iam:PutUserPolicy' }],
    ['an object for a Resource', { ...grant, Resource: { arn: '*' } }],
    ['Resource and NotResource', { ...grant, NotResource: 'arn:aws:s3:::x' }],
    ['a text for a Condition', { ...grant, Condition: 'never' }],
    ['a list for a Condition', { ...grant, Condition: [] }],
    ['an operator that is none', { ...grant, Condition: { StringMatches: { 'aws:username': 'bob' } } }],
    ['an operator without keys', { ...grant, Condition: { StringEquals: 'bob' } }],
    ['an object for a value', { ...grant, Condition: { StringEquals: { 'aws:username': { is: 'bob' } } } }],
    ['nothing for a value', { ...grant, Condition: { StringEquals: { 'aws:username': null } } }],
    ['a text for a statement', 'Allow'],
    ['a number for a statement', 7],
    ['nothing for a statement', null],
    ['a list for a statement', [[]]],
  ])('leaves the verdict open: %s', (_, statement) => {
    const { verdict, needs } = verdictOf('alice', alice(statement));
    expect(verdict).toBe('conditional');
    expect(needs.join(' ')).toMatch(/malformed .*user\/alice#inline-0/);
  });

  it('does not open what another statement denies', () => {
    expect(verdictOf('alice', alice({ ...grant, Effect: 'allow' }, deny('*'))).verdict).toBe('unreachable');
  });

  it('may deny what another statement allows', () => {
    const { verdict, needs } = verdictOf('alice', alice(grant, { Effect: 'deny', Action: 'iam:*', Resource: '*' }));
    expect(verdict).toBe('conditional');
    expect(needs.join(' ')).toContain('not malformed');
  });

  it('of a trust policy leaves open who gets in', () => {
    const trust = { ...trusts(anyoneHere), Condition: { StringMatches: { 'aws:username': 'bob' } } };
    const sample = { ...alice(allow('sts:AssumeRole')), roles: { ops: adminRole(trust) } };
    expect(verdictOf('alice', sample).verdict).toBe('conditional');
  });

  it('of a service control policy leaves open what it allows', () => {
    const odd = { Effect: 'Deny', Action: 5, Resource: '*' };
    const sample = { ...alice(grant), serviceControl: [[allow('*'), odd]] };
    expect(verdictOf('alice', sample).verdict).toBe('conditional');
  });
});

describe('what is unusual, and well-formed', () => {
  const reaches = (...statements: readonly unknown[]): string => verdictOf('alice', alice(...statements)).verdict;

  it.each<readonly [string, unknown]>([
    ['actions in mixed case', allow('IAM:putUSERpolicy', me)],
    ['a list of one', allow(['iam:PutUserPolicy'], { Resource: [me.Resource] })],
    [
      'the same Sid twice',
      [
        { ...allow('s3:*'), Sid: 'a' },
        { ...allow('iam:PutUserPolicy'), Sid: 'a' },
      ],
    ],
    ['a Sid of another script', { ...allow('iam:PutUserPolicy'), Sid: '許可' }],
    ['an empty Condition', { ...allow('iam:PutUserPolicy'), Condition: {} }],
    ['actions that no service has', allow(['nosuch:Action', 'iam:PutUserPolicy'])],
    ['patterns with both wildcards', allow('i?m:*User*', { Resource: 'arn:aws:iam::*:user/al??e' })],
    ['a Resource of several stars', allow('iam:PutUserPolicy', { Resource: '***' })],
    ['an element that the language lacks', { ...allow('iam:PutUserPolicy'), Comment: 'hello' }],
  ])('grants as ever: %s', (_, statement) => {
    expect(reaches(...[statement].flat())).toBe('proven');
  });

  it.each<readonly [string, unknown]>([
    ['no action in the list', allow([])],
    ['an empty text for an action', allow('')],
    ['no resource in the list', allow('iam:PutUserPolicy', { Resource: [] })],
    ['an action without its service', allow('PutUserPolicy')],
    ['a space in the action', allow('iam:PutUserPolicy ')],
    ['full-width letters', allow('ｉａｍ:PutUserPolicy')],
    ['a resource in another case', allow('iam:PutUserPolicy', { Resource: 'arn:aws:iam::111122223333:user/ALICE' })],
  ])('grants nothing: %s', (_, statement) => {
    expect(reaches(statement)).toBe('unreachable');
  });

  it('variables are literal text before 2012-10-17', () => {
    const statements = [allow('iam:PutUserPolicy', { Resource: 'arn:aws:iam::*:user/${aws:username}' })];
    const versioned = (version: string): SampleAccount => ({
      users: { alice: { attached: [policyArn('own')] } },
      policies: { own: { version, statements } },
    });
    expect(verdictOf('alice', versioned('2012-10-17')).verdict).toBe('proven');
    expect(verdictOf('alice', versioned('2008-10-17')).verdict).toBe('unreachable');
  });

  it('a managed policy without a default version is named as not read', () => {
    const sample: SampleAccount = { users: { alice: { attached: [policyArn('own')] } }, policies: {} };
    expect(verdictOf('alice', sample).needs).toEqual([`policy ${policyArn('own')}`]);
  });

  it('thousands of statements are read to the last', () => {
    const many = Array.from({ length: 5000 }, (_, at) => allow('s3:GetObject', { Resource: `arn:aws:s3:::b${at}/*` }));
    const sample = (last: Statement): SampleAccount => ({
      users: { alice: { attached: [policyArn('own')] } },
      policies: { own: { statements: [...many, last] } },
    });
    expect(verdictOf('alice', sample(allow('iam:PutUserPolicy'))).verdict).toBe('proven');
    expect(verdictOf('alice', sample(allow('iam:GetUser'))).verdict).toBe('unreachable');
  });
});

describe('any JSON in place of a document, a statement or an element', () => {
  const sample: SampleAccount = {
    users: {
      alice: { inline: [allow('iam:PutUserPolicy', me)], attached: [policyArn('own')], boundary: policyArn('cap') },
      bob: { attached: [administratorAccess] },
    },
    roles: { ops: adminRole(trusts(anyoneHere)), web: adminRole('lambda.amazonaws.com') },
    policies: { own: { statements: [allow('sts:*')], others: [[allow('*')]] }, cap: { statements: [allow('iam:*')] } },
    serviceControl: [[allow('*')]],
  };
  const junk = fc.jsonValue({ maxDepth: 3 });
  const element = fc.constantFrom(
    'Effect',
    'Action',
    'NotAction',
    'Resource',
    'NotResource',
    'Condition',
    'Principal',
    'Sid',
  );
  const broken = fc.oneof(
    junk,
    fc.tuple(element, junk).map(([name, value]) => [{ ...allow('iam:*'), [name]: value }]),
    fc.dictionary(element, junk).map((statement) => [statement]),
    fc
      .dictionary(fc.constantFrom('StringEquals', 'Null', 'IpAddress', 'DateLessThan', 'Bool', 'ArnLike'), junk)
      .map((Condition) => [{ ...allow('*'), Principal: '*', Condition }]),
  );
  /** The sample, with the statements in every place of one kind replaced. */
  const places: readonly ((input: AccessInput, statements: unknown) => AccessInput)[] = [
    (input, statements) => ({
      ...input,
      entities: {
        ...input.entities,
        users: input.entities.users.map((user) => ({
          ...user,
          inline: [{ name: 'x', document: document(statements) }],
        })),
      },
    }),
    (input, statements) => ({
      ...input,
      entities: {
        ...input.entities,
        roles: input.entities.roles.map((role) => ({ ...role, trust: document(statements) })),
      },
    }),
    (input, statements) => ({
      ...input,
      entities: {
        ...input.entities,
        policies: input.entities.policies.map((policy) => ({
          ...policy,
          document: document(statements),
          others: [{ id: 'v2', document: document(statements) }],
        })),
      },
    }),
    (input, statements) => {
      if (!input.organization || input.organization === 'none') return input;
      const level = [{ id: 'p-x', name: 'x', document: document(statements) }];
      return {
        ...input,
        organization: { ...input.organization, serviceControl: [level], resourceControl: [level] },
      };
    },
  ];

  it.each(places.map((place, at) => [at, place] as const))('never throws (place %i)', (at, place) => {
    fc.assert(
      fc.property(broken, (statements) => {
        const { principals } = analyseAccess(place(inputOf(sample), statements));
        expect(principals).toHaveLength(4);
      }),
      // Where nothing is certain the analysis looks at far more ways.
      { numRuns: at === 3 ? 12 : 60 },
    );
  });

  it('never makes a grant that is not understood into none', () => {
    const notTexts = fc.oneof(
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.dictionary(fc.string(), fc.string()),
      fc.array(fc.integer(), { minLength: 1 }),
    );
    fc.assert(
      fc.property(fc.constantFrom('Effect', 'Action', 'Resource'), notTexts, (name, value) => {
        const found = verdictOf('alice', alice({ ...allow('iam:PutUserPolicy'), [name]: value }));
        expect(found.verdict).toBe('conditional');
      }),
      { numRuns: 100 },
    );
  });
});
