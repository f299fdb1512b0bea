import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arnOf, organization, sharesOf } from '../../../../test/iam/share-of.ts';
import { account, type Statement } from '../../../../test/iam/sample-account.ts';
import type { PolicyKind } from '../../../model/aws/resource-policy.ts';

const stranger = '999988887777';
const kinds: readonly (readonly [PolicyKind, string])[] = [
  ['sqs-queue', 'sqs:SendMessage'],
  ['s3-bucket', 's3:GetObject'],
  ['kms-key', 'kms:Decrypt'],
  ['efs-file-system', 'elasticfilesystem:DescribeMountTargets'],
  ['secret', 'secretsmanager:GetSecretValue'],
];
const kind = fc.constantFrom(...kinds);
const own = [`arn:aws:iam::${account}:root`, account, `arn:aws:iam::${account}:role/ops`];

/** Conditions that keep out whoever is not of the organization. */
const fence = fc.constantFrom(
  { StringEquals: { 'aws:PrincipalOrgID': organization } },
  { StringLike: { 'aws:PrincipalOrgID': organization } },
  { 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': `${organization}/*` } },
  { StringEquals: { 'aws:PrincipalAccount': account } },
  { ArnLike: { 'aws:PrincipalArn': `arn:aws:iam::${account}:role/*` } },
  { StringEquals: { 'aws:PrincipalOrgID': '${aws:ResourceOrgID}' } },
);
/** Conditions that say nothing of who comes. */
const noise = fc.constantFrom(
  {},
  { Bool: { 'aws:SecureTransport': 'true' } },
  { StringEquals: { 'aws:PrincipalTag/team': 'ops' } },
  { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
  { StringEquals: { 'kms:ViaService': 's3.eu-west-1.amazonaws.com' } },
  { StringEqualsIfExists: { 'aws:PrincipalOrgID': organization } },
  { NotIpAddress: { 'aws:SourceIp': ['198.51.100.0/24'] } },
);
const action = (named: string) => fc.constantFrom(named, `${named.split(':')[0]}:*`, '*', [named]);
const resource = (of: PolicyKind) => fc.constantFrom('*', arnOf(of), [arnOf(of), `${arnOf(of)}/*`]);

/** Conditions of both, where they do not use the same operator. */
const merged = (one: object, other: object): object => ({ ...other, ...one });

const inside = ([of, named]: readonly [PolicyKind, string]): fc.Arbitrary<Statement> =>
  fc.oneof(
    fc.record({
      Effect: fc.constant('Allow'),
      Principal: fc.constantFrom({ AWS: own }, { AWS: own[0] }),
      Action: action(named),
      Resource: resource(of),
      Condition: noise,
    }),
    fc
      .tuple(fc.constantFrom('*', { AWS: '*' }, { AWS: ['*', stranger] }), action(named), resource(of), fence, noise)
      .map(([Principal, Action, Resource, shut, more]) => ({
        Effect: 'Allow',
        Principal,
        Action,
        Resource,
        Condition: merged(shut, more),
      })),
  );

const any = ([of, named]: readonly [PolicyKind, string]): fc.Arbitrary<Statement> =>
  fc
    .tuple(
      fc.constantFrom('Allow', 'Allow', 'Deny'),
      fc.constantFrom<unknown>('*', { AWS: stranger }, { AWS: own }, { Service: 'sns.amazonaws.com' }),
      action(named),
      resource(of),
      fc.oneof(fence, noise),
    )
    .map(([Effect, Principal, Action, Resource, Condition]) => ({ Effect, Principal, Action, Resource, Condition }));

it('lets in nobody where statements name the own account, or ask for the organization', () => {
  fc.assert(
    fc.property(
      kind.chain((of) => fc.tuple(fc.constant(of), fc.array(fc.oneof(inside(of)), { maxLength: 4 }))),
      ([[of], statements]) => {
        expect(sharesOf(of, statements)).toEqual([]);
      },
    ),
    { numRuns: 300 },
  );
});

it('lets in whom it let in, whatever else is allowed', () => {
  fc.assert(
    fc.property(
      kind.chain((of) =>
        fc.tuple(fc.constant(of), fc.array(any(of), { minLength: 1, maxLength: 4 }), any(of).filter(isAllow)),
      ),
      ([[of], statements, more]) => {
        expect(sharesOf(of, [...statements, more])).toEqual(expect.arrayContaining([...sharesOf(of, statements)]));
      },
    ),
    { numRuns: 300 },
  );
});

it('lets in nobody more, whatever else is denied, but for whom it names more closely', () => {
  fc.assert(
    fc.property(
      kind.chain((of) =>
        fc.tuple(
          fc.constant(of),
          fc.array(any(of), { minLength: 1, maxLength: 4 }),
          any(of).filter((each) => !isAllow(each)),
        ),
      ),
      ([[of], statements, more]) => {
        const before = sharesOf(of, statements);
        // Of anybody, a Deny may leave those who come from somewhere, through a service, or by some name.
        if (before.includes('anyone *')) return;
        expect(before).toEqual(expect.arrayContaining([...sharesOf(of, [...statements, more])]));
      },
    ),
    { numRuns: 300 },
  );
});

function isAllow({ Effect }: Statement): boolean {
  return Effect === 'Allow';
}
