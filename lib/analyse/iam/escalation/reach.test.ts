import { expect, it } from 'vitest';
import fc from 'fast-check';
import { interpretPart } from '../../../interpret/interpret-part.ts';
import { snapshotSchema } from '../../../model/snapshot.ts';
import { buildWorld } from './build-world.ts';
import { becomable } from './becomes.ts';
import { cheapestWays } from './cheapest-ways.ts';
import type { WayToAdmin } from './way-to-admin.ts';
import { EscalationGraph } from './escalation-graph.ts';
import { joinForces } from './join-forces.ts';
import { reach, type Reach } from './reach.ts';
import type { World } from './world.ts';
import { worthChanging } from './worth-changing.ts';

const account = '111122223333';
const names = ['ada', 'bob', 'ci', 'app-1', 'app-2', 'boss'] as const;
const arnOf = (rest: string): string => `arn:aws:iam::${account}:${rest}`;

const resource = fc.oneof(
  fc.constant('*'),
  fc.constantFrom(...names).map((name) => arnOf(`role/${name}`)),
  fc.constantFrom(...names).map((name) => arnOf(`user/${name}`)),
  fc.constantFrom('role/app-*', 'user/*', 'user/${aws:username}', 'group/team', 'policy/shared', 'role/?i').map(arnOf),
);
const action = fc.constantFrom(
  'sts:AssumeRole',
  'iam:PassRole',
  'lambda:*',
  'ec2:RunInstances',
  'ssm:StartSession',
  'iam:PutRolePolicy',
  'iam:PutUserPolicy',
  'iam:AttachRolePolicy',
  'iam:AddUserToGroup',
  'iam:CreatePolicyVersion',
  'iam:UpdateAssumeRolePolicy',
  'iam:CreateAccessKey',
  'iam:DeleteRolePolicy',
  'iam:Create*',
  's3:GetObject',
);
const condition = fc.constantFrom(
  { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
  { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
  { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } },
);
const statement = fc.record(
  {
    Effect: fc.constantFrom('Allow', 'Allow', 'Allow', 'Deny'),
    Action: fc.array(action, { minLength: 1, maxLength: 3 }),
    Resource: fc.array(resource, { minLength: 1, maxLength: 2 }),
    Condition: condition,
  },
  { requiredKeys: ['Effect', 'Action', 'Resource'] },
);
const document = (statements: readonly unknown[]): string =>
  encodeURIComponent(JSON.stringify({ Version: '2012-10-17', Statement: statements }));
const policies = fc
  .array(fc.array(statement, { minLength: 1, maxLength: 3 }), { maxLength: 2 })
  .map((all) => all.map((each, at) => ({ PolicyName: `p${at}`, PolicyDocument: document(each) })));
const attached = fc.constantFrom([], [], [{ PolicyName: 'shared', PolicyArn: arnOf('policy/shared') }]);
const principal = fc.oneof(
  fc.constant({ AWS: arnOf('root') }),
  fc.constantFrom('lambda', 'ec2').map((service) => ({ Service: `${service}.amazonaws.com` })),
  fc.constantFrom(...names).map((name) => ({ AWS: arnOf(`role/${name}`) })),
  fc.constantFrom(...names).map((name) => ({ AWS: arnOf(`user/${name}`) })),
);

const common = (name: string, kind: string): object => ({
  [`${kind}Name`]: name,
  [`${kind}Id`]: `ID${name}`,
  Arn: arnOf(`${kind.toLowerCase()}/${name}`),
  Path: '/',
  CreateDate: '2024-01-01T00:00:00.000Z',
});
const user = (name: string): fc.Arbitrary<object> =>
  fc.record({ policies, attached, inTeam: fc.boolean() }).map((drawn) => ({
    ...common(name, 'User'),
    UserPolicyList: drawn.policies,
    AttachedManagedPolicies: drawn.attached,
    GroupList: drawn.inTeam ? ['team'] : [],
  }));
const role = (name: string): fc.Arbitrary<object> =>
  fc.record({ policies, attached, trusted: fc.array(principal, { minLength: 1, maxLength: 2 }) }).map((drawn) => ({
    ...common(name, 'Role'),
    AssumeRolePolicyDocument: document(
      drawn.trusted.map((Principal) => ({ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' })),
    ),
    InstanceProfileList: [],
    RolePolicyList:
      name === 'boss'
        ? [{ PolicyName: 'all', PolicyDocument: document([{ Effect: 'Allow', Action: '*', Resource: '*' }]) }]
        : drawn.policies,
    AttachedManagedPolicies: drawn.attached,
  }));
const accounts = fc
  .record({
    users: fc.tuple(user('ada'), user('bob')),
    roles: fc.tuple(role('ci'), role('app-1'), role('app-2'), role('boss')),
    shared: fc.array(statement, { minLength: 1, maxLength: 2 }),
    ofTeam: policies,
  })
  .map(({ users, roles, shared, ofTeam }) => ({
    UserDetailList: users,
    RoleDetailList: roles,
    GroupDetailList: [{ ...common('team', 'Group'), GroupPolicyList: ofTeam, AttachedManagedPolicies: [] }],
    Policies: [
      {
        PolicyName: 'shared',
        PolicyId: 'ANPA',
        Arn: arnOf('policy/shared'),
        DefaultVersionId: 'v1',
        PolicyVersionList: [{ VersionId: 'v1', IsDefaultVersion: true, Document: document(shared) }],
      },
    ],
  }));

function worldOf(details: object): World {
  const snapshot = {
    schema: snapshotSchema,
    unit: { provider: 'aws', account, region: 'global' },
    collectedAt: '2026-11-01T00:00:00.000Z',
    responses: { 'iam:GetAccountAuthorizationDetails': details },
    errors: [],
  } as const;
  const entities = interpretPart('aws.iamEntities', snapshot);
  if (!entities.read) throw new Error('the account was not read');
  return buildWorld({ account, asOf: new Date(snapshot.collectedAt), entities: entities.value, carriers: [] });
}

/** The search without anything that makes it fast: everybody is asked about everybody. */
function exhaustively(world: World): ReadonlyMap<string, WayToAdmin> {
  const principals = [...world.users, ...world.roles];
  const graph = new EscalationGraph(world, new Map(), becomable(principals, world));
  for (const identity of principals) graph.add(identity);
  let ways = cheapestWays(graph);
  for (let round = 0; round < 3 && joinForces(graph, principals, ways, worthChanging(world), world); round += 1)
    ways = cheapestWays(graph);
  return ways;
}

function verdictOf(way: WayToAdmin | undefined): Reach['verdict'] {
  if (!way) return 'unreachable';
  if (way.needs.length > 0) return 'conditional';
  return way.steps.length === 0 ? 'direct' : 'proven';
}

it('finds what a search finds that leaves nobody out', () => {
  fc.assert(
    fc.property(accounts, (details) => {
      const world = worldOf(details);
      const ways = exhaustively(world);
      const found = reach(world).map(({ identity, verdict }) => ({ arn: identity.arn, verdict }));
      const expected = [...world.users, ...world.roles].map(({ arn, key }) => {
        const way = ways.get(key);
        return { arn, verdict: verdictOf(way) };
      });
      expect(found).toEqual(expected);
    }),
    { numRuns: 300 },
  );
});
