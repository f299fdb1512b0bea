import { describe, expect, it } from 'vitest';
import {
  account,
  administratorAccess,
  adminRole,
  allow,
  anyoneHere,
  deny,
  policyArn,
  roleArn,
  trusts,
  userArn,
  verdictOf,
  type SampleAccount,
  type SampleRole,
  type Statement,
} from '../../../test/iam/sample-account.ts';

/** One trap of the guide's section 4: two accounts that differ in it alone. */
interface Trap {
  readonly proven: SampleAccount;
  readonly unreachable?: SampleAccount;
  readonly conditional?: SampleAccount;
}

const me = userArn('alice');
const alice = (...inline: readonly Statement[]): SampleAccount => ({ users: { alice: { inline } } });
const put = (more: Statement = {}): SampleAccount => alice(allow('iam:PutUserPolicy', more));
const when = (condition: object, more: Statement = {}): Statement => ({ ...more, Condition: condition });
/** Alice may call sts:AssumeRole on an administrator role of this trust. */
const into = (
  trust: string | Statement,
  more: Partial<SampleRole> = {},
  ...inline: readonly Statement[]
): SampleAccount => ({
  ...alice(...(inline.length > 0 ? inline : [allow('sts:AssumeRole')])),
  roles: { ops: adminRole(trust, more) },
});
const capped = (...statements: readonly Statement[]): SampleAccount['policies'] => ({ cap: { statements } });
const cap = policyArn('cap');
const other: Statement = { NotAction: 'iam:*', Resource: '*' };
const run = ['lambda:CreateFunction', 'lambda:InvokeFunction'];
const passing = (more: Statement, role: Partial<SampleRole> = {}, service = 'lambda'): SampleAccount => ({
  ...alice(allow(run), allow('iam:PassRole', more)),
  roles: { worker: adminRole(`${service}.amazonaws.com`, role) },
});

const traps: Readonly<Record<string, Trap>> = {
  '1 names of actions are in any case, resources are not': {
    proven: alice(allow('IAM:putuserpolicy', { Resource: me })),
    unreachable: alice(allow('iam:PutUserPolicy', { Resource: me.replace('alice', 'Alice') })),
  },
  '2 a star in a resource crosses slashes and colons': {
    proven: put({ Resource: 'arn:aws:*alice' }),
    unreachable: put({ Resource: 'arn:aws:*:alice' }),
  },
  '2 StringEquals takes no wildcards, ArnLike does': {
    proven: put(when({ ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:user/a*' } })),
    unreachable: put(when({ StringEquals: { 'aws:PrincipalArn': 'arn:aws:iam::*:user/a*' } })),
  },
  '3 NotAction with Allow grants all the rest': {
    proven: alice({ Effect: 'Allow', NotAction: 's3:*', Resource: '*' }),
    unreachable: alice({ Effect: 'Allow', NotAction: ['iam:*', 'sts:*'], Resource: '*' }),
  },
  '3 NotAction of iam:* still holds sts:AssumeRole': {
    proven: into(anyoneHere, {}, { Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }),
    unreachable: into(anyoneHere, {}, { Effect: 'Allow', NotAction: ['iam:*', 'sts:*'], Resource: '*' }),
  },
  '4 NotResource with Allow holds oneself': {
    proven: alice({ Effect: 'Allow', Action: 'iam:PutUserPolicy', NotResource: userArn('bob') }),
    unreachable: alice({ Effect: 'Allow', Action: 'iam:PutUserPolicy', NotResource: `arn:aws:iam::${account}:*` }),
  },
  '5 Deny with NotAction denies all the rest': {
    proven: alice(allow('iam:*'), { Effect: 'Deny', NotAction: 'iam:*', Resource: '*' }),
    unreachable: alice(allow('iam:*'), { Effect: 'Deny', NotAction: ['iam:Get*', 's3:*'], Resource: '*' }),
  },
  '6 elements are one value or a list': {
    proven: alice(allow(['iam:PutUserPolicy'], { Resource: ['*'] })),
    unreachable: alice(allow(['iam:GetUser'], { Resource: ['*'] })),
  },
  '8 only the default version counts': {
    proven: {
      users: { alice: { attached: [policyArn('own')] } },
      policies: { own: { statements: [allow('iam:PutUserPolicy')], others: [[allow('s3:*')]] } },
    },
    unreachable: {
      users: { alice: { attached: [policyArn('own')] } },
      policies: { own: { statements: [allow('s3:*')], others: [[allow('*')]] } },
    },
  },
  '11 without the key a positive operator is false, a negated one true': {
    proven: put(when({ StringNotEquals: { 'aws:PrincipalTag/team': 'web' } })),
    unreachable: put(when({ StringEquals: { 'aws:PrincipalTag/team': 'web' } })),
  },
  '12 IfExists is true without the key': {
    proven: put(when({ StringEqualsIfExists: { 'aws:PrincipalTag/team': 'web' } })),
    unreachable: alice(
      allow('iam:PutUserPolicy'),
      deny('iam:*', when({ StringNotEqualsIfExists: { 'aws:PrincipalTag/team': 'web' } })),
    ),
  },
  '13 ForAllValues is true without the key, ForAnyValue false': {
    proven: put(when({ 'ForAllValues:StringEquals': { 'aws:TagKeys': ['team'] } })),
    unreachable: put(when({ 'ForAnyValue:StringEquals': { 'aws:TagKeys': ['team'] } })),
  },
  '14 operators are all to hold': {
    proven: put(when({ StringEquals: { 'aws:username': ['bob', 'alice'] }, Null: { 'aws:PrincipalTag/a': 'true' } })),
    unreachable: put(
      when({ StringEquals: { 'aws:username': ['bob', 'alice'] }, Null: { 'aws:PrincipalTag/a': 'false' } }),
    ),
  },
  '14 values of a negated operator exclude each': {
    proven: put(when({ StringNotEquals: { 'aws:username': ['bob', 'carol'] } })),
    unreachable: put(when({ StringNotEquals: { 'aws:username': ['bob', 'alice'] } })),
  },
  '15 Bool false in a Deny does not stop long-term keys, BoolIfExists does': {
    proven: alice(allow('*'), deny('*', when({ Bool: { 'aws:MultiFactorAuthPresent': 'false' } }))),
    conditional: alice(allow('*'), deny('*', when({ BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } }))),
  },
  '15 BoolIfExists true in an Allow admits long-term keys': {
    proven: put(when({ BoolIfExists: { 'aws:MultiFactorAuthPresent': 'true' } })),
    conditional: put(when({ Bool: { 'aws:MultiFactorAuthPresent': 'true' } })),
  },
  '17 long-term keys carry no issue time': {
    proven: put(when({ Null: { 'aws:TokenIssueTime': 'true' } })),
    conditional: put(when({ DateGreaterThan: { 'aws:TokenIssueTime': '2020-01-01T00:00:00Z' } })),
  },
  '18 an external id is no barrier inside the account': {
    proven: into(trusts(anyoneHere, { StringEquals: { 'sts:ExternalId': 'secret' } })),
    unreachable: into(trusts(anyoneHere, { StringEquals: { 'aws:username': 'secret' } })),
  },
  '18 nor is the name of a session': {
    proven: into(trusts(anyoneHere, { StringLike: { 'sts:RoleSessionName': '${aws:username}' } })),
    unreachable: into(trusts(anyoneHere, { StringLike: { 'aws:userid': '${aws:username}' } })),
  },
  '19 a tag of the caller is a barrier to who cannot set it': {
    proven: into(
      trusts(anyoneHere, { StringEquals: { 'aws:PrincipalTag/team': 'ops' } }),
      {},
      allow(['sts:AssumeRole', 'iam:TagUser']),
    ),
    unreachable: into(trusts(anyoneHere, { StringEquals: { 'aws:PrincipalTag/team': 'ops' } })),
  },
  '20 PassedToService is the service that the role goes to': {
    proven: passing(when({ StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } })),
    unreachable: passing(when({ StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } })),
  },
  "20 the role's tags do not limit PassRole: it fails closed": {
    proven: passing({}, { tags: { team: 'web' } }),
    unreachable: passing(when({ StringEquals: { 'aws:ResourceTag/team': 'web' } }), { tags: { team: 'web' } }),
  },
  "21 iam:PermissionsBoundary is the target's": {
    proven: {
      users: {
        alice: {
          inline: [allow('iam:PutUserPolicy', when({ StringEquals: { 'iam:PermissionsBoundary': cap } }))],
          boundary: cap,
        },
      },
      policies: capped(allow('*')),
    },
    unreachable: {
      ...put(when({ StringEquals: { 'iam:PermissionsBoundary': cap } })),
      policies: capped(allow('*')),
    },
  },
  '22 dates are compared with the time of the scan': {
    proven: put(when({ DateLessThan: { 'aws:CurrentTime': '2026-06-01T00:00:00Z' } })),
    unreachable: put(when({ DateLessThan: { 'aws:CurrentTime': '2025-06-01T00:00:00Z' } })),
  },
  '23 a Deny counts where its resource matches': {
    proven: alice(allow('iam:PutUserPolicy'), deny('iam:*', { Resource: userArn('bob') })),
    unreachable: alice(allow('iam:PutUserPolicy'), deny('iam:*', { Resource: me })),
  },
  '24 a boundary caps what one grants oneself, not who is made anew': {
    proven: {
      users: {
        alice: { inline: [allow(['iam:CreateUser', 'iam:AttachUserPolicy', 'iam:CreateAccessKey'])], boundary: cap },
      },
      policies: capped(allow(['iam:CreateUser', 'iam:AttachUserPolicy', 'iam:CreateAccessKey'])),
    },
    unreachable: {
      users: { alice: { inline: [allow('iam:PutUserPolicy')], boundary: cap } },
      policies: capped(allow(['iam:PutUserPolicy', 's3:*'])),
    },
  },
  '24 a boundary caps the grants of groups too': {
    proven: {
      users: { alice: { groups: ['staff'], boundary: cap } },
      groups: { staff: { inline: [allow('sts:AssumeRole')] } },
      policies: capped(allow('sts:*')),
      roles: { ops: adminRole(anyoneHere) },
    },
    unreachable: {
      users: { alice: { groups: ['staff'], boundary: cap } },
      groups: { staff: { inline: [allow('sts:AssumeRole')] } },
      policies: capped(allow('s3:*')),
      roles: { ops: adminRole(anyoneHere) },
    },
  },
  '25 a trust that names a user is not capped by his boundary': {
    proven: { users: { alice: { boundary: cap } }, policies: capped(allow('s3:*')), roles: { ops: adminRole(me) } },
    unreachable: {
      roles: {
        alice: { trust: [trusts('ec2.amazonaws.com')], boundary: cap },
        ops: adminRole(roleArn('alice')),
      },
      policies: capped(allow('s3:*')),
    },
  },
  "25 a trust that names a role's session is not capped either": {
    proven: {
      roles: {
        alice: { trust: [trusts('ec2.amazonaws.com')], boundary: cap },
        ops: adminRole(`arn:aws:sts::${account}:assumed-role/alice/session`),
      },
      policies: capped(allow('s3:*')),
    },
    unreachable: {
      roles: {
        alice: { trust: [trusts('ec2.amazonaws.com')], boundary: cap },
        ops: adminRole(`arn:aws:sts::${account}:assumed-role/alic/session`),
      },
      policies: capped(allow('s3:*')),
    },
  },
  '26 nor is everybody with a condition on the own ARN': {
    proven: {
      users: { alice: { boundary: cap } },
      policies: capped(allow('s3:*')),
      roles: { ops: adminRole(trusts('*', { ArnEquals: { 'aws:PrincipalArn': me } })) },
    },
    unreachable: {
      users: { alice: { boundary: cap } },
      policies: capped(allow('s3:*')),
      roles: { ops: adminRole(trusts('*', { ArnEquals: { 'aws:PrincipalArn': userArn('bob') } })) },
    },
  },
  '27 the identity policy alone is not enough': {
    proven: into(anyoneHere),
    unreachable: into('ec2.amazonaws.com', {}, allow('sts:*', { Resource: roleArn('ops') })),
  },
  '28 trust in the account delegates, written either way': {
    proven: into(account),
    unreachable: into(account, {}, allow('s3:*')),
  },
  '28 a user who is named needs no permission': {
    proven: into(me, {}, allow('s3:*')),
    unreachable: into(userArn('bob'), {}, allow('sts:AssumeRole')),
  },
  '28 everybody needs none either': {
    proven: into('*', {}, allow('s3:*')),
    unreachable: into(anyoneHere, {}, allow('s3:*')),
  },
  '30 a wildcard inside a principal is none': {
    proven: into(trusts('*', { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:user/a*' } })),
    unreachable: into('arn:aws:iam::111122223333:user/*'),
  },
  '31 a principal by its unique id is gone': {
    proven: into(me),
    unreachable: into('AIDAQ3EGRIP4EXAMPLE00'),
  },
  '32 a service control policy does not reach the management account': {
    proven: { ...put(), isManagement: true, serviceControl: [[allow('s3:*')]] },
    unreachable: { ...put(), serviceControl: [[allow('s3:*')]] },
  },
  '32 every level has to allow': {
    proven: { ...put(), serviceControl: [[allow('*')], [allow('iam:*'), { ...other, Effect: 'Allow' }], [allow('*')]] },
    unreachable: { ...put(), serviceControl: [[allow('*')], [allow('s3:*')], [allow('*')]] },
  },
  '33 service control policies take conditions and NotAction': {
    proven: {
      ...put(),
      serviceControl: [
        [allow('*'), deny('iam:*', when({ ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:user/alice' } }))],
      ],
    },
    unreachable: {
      ...put(),
      serviceControl: [[allow('*'), { Effect: 'Deny', NotAction: ['s3:*'], Resource: '*' }]],
    },
  },
  '34 resource control policies deny whoever asks': {
    proven: {
      ...into(anyoneHere),
      resourceControl: [[deny('sts:AssumeRole', when({ Null: { 'aws:PrincipalArn': 'true' } }))]],
    },
    unreachable: { ...into(anyoneHere), resourceControl: [[deny('sts:AssumeRole')]] },
  },
  '37 a third key cannot be made': {
    proven: {
      users: { alice: { inline: [allow('iam:CreateAccessKey')] }, root: { attached: [administratorAccess] } },
      credentials: { root: { keySlots: 1 } },
    },
    unreachable: {
      users: { alice: { inline: [allow('iam:CreateAccessKey')] }, root: { attached: [administratorAccess] } },
      credentials: { root: { keySlots: 2 } },
    },
  },
  '38 an instance takes a profile, not a role': {
    proven: {
      ...alice(allow(['ec2:RunInstances', 'iam:PassRole'])),
      roles: { worker: adminRole('ec2.amazonaws.com', { inProfile: true }) },
    },
    unreachable: {
      ...alice(allow(['ec2:RunInstances', 'iam:PassRole'])),
      roles: { worker: adminRole('ec2.amazonaws.com', { inProfile: false }) },
    },
  },
  '39 a role is of use to the service that it trusts': {
    proven: passing({}),
    unreachable: passing({}, {}, 'edgelambda'),
  },
  '40 a role of Identity Center is not changed, but its customer policy is': {
    proven: {
      roles: {
        alice: {
          path: '/aws-reserved/sso.amazonaws.com/',
          trust: [trusts('ec2.amazonaws.com')],
          attached: [policyArn('own')],
        },
      },
      policies: { own: { statements: [allow('iam:CreatePolicyVersion')] } },
    },
    unreachable: {
      roles: {
        alice: {
          path: '/aws-reserved/sso.amazonaws.com/',
          trust: [trusts('ec2.amazonaws.com')],
          inline: [allow(['iam:PutRolePolicy', 'iam:AttachRolePolicy'])],
        },
      },
    },
  },
};

describe('a statement on every action, under a condition that only some calls can meet', () => {
  it.each<readonly [string, object]>([
    ['a key of iam:PassRole', { 'iam:PassedToService': 'lambda.amazonaws.com' }],
    ['a key of S3', { 's3:prefix': 'home/' }],
    ['a tag of the request', { 'aws:RequestTag/team': 'web' }],
    ['a region that IAM is not in', { 'aws:RequestedRegion': 'eu-west-1' }],
  ])('does not make an administrator: %s', (_, keys) => {
    expect(verdictOf('alice', alice(allow('*', when({ StringEquals: keys })))).verdict).toBe('unreachable');
  });
});

describe('a service control policy that allows all but one service', () => {
  it('leaves administrators what they are', () => {
    const level: Statement = { Effect: 'Allow', NotAction: 'organizations:*', Resource: '*' };
    expect(verdictOf('alice', { ...alice(allow('*')), serviceControl: [[allow('*')], [level]] }).verdict).toBe(
      'direct',
    );
  });
});

const right = (verdict: string): string => (verdict === 'direct' ? 'proven' : verdict);

describe.each(Object.entries(traps))('%s', (_, { proven, unreachable, conditional }) => {
  it('opens the one account', () => {
    expect(right(verdictOf('alice', proven).verdict)).toBe('proven');
  });

  it('and not its twin', () => {
    const twin = unreachable ?? conditional;
    expect(right(verdictOf('alice', twin ?? {}).verdict)).toBe(unreachable ? 'unreachable' : 'conditional');
  });
});
