import type { CredentialReport, CredentialRow } from '../../lib/model/aws/credential-report.ts';
import { roleCarrierKinds, type RoleCarrier, type RoleCarriers } from '../../lib/model/aws/role-carrier.ts';
import { random, type Random } from '../../lib/demo/generated/random.ts';

/** How large an account is generated. */
export interface IamScale {
  readonly principals: number;
  readonly policies: number;
  readonly chains: number;
  readonly seed: number;
}

const account = '111122223333';
const created = '2023-01-01T00:00:00.000Z';

type Json = Record<string, unknown>;

/**
 * An account as GetAccountAuthorizationDetails answers it, documents URL-encoded: two users to three roles, teams of
 * policies with the mixture that real accounts have (named resources, prefixes, wildcards, conditions, denials), a few
 * administrators, and escalation chains of two to four steps that end at one of them. Each chain's first principal is
 * `chain-N-start`.
 */
export function generatedIamAccount({ principals, policies, chains, seed }: IamScale): Json {
  const numbers = random(seed);
  const userCount = Math.floor(principals * 0.4);
  const roleCount = principals - userCount;
  const managed = Array.from({ length: policies }, (_, at) => managedPolicy(at, numbers, roleCount));
  const groups = Array.from({ length: Math.max(1, Math.floor(userCount / 20)) }, (_, at) => ({
    GroupName: `team-${at}`,
    GroupId: `AGPA${at}`,
    Arn: arn(`group/team-${at}`),
    Path: '/',
    CreateDate: created,
    GroupPolicyList: [],
    AttachedManagedPolicies: attached(numbers, policies, 2),
  }));
  const users = Array.from({ length: userCount }, (_, at) => user(`user-${at}`, numbers, policies, groups.length));
  const roles = Array.from({ length: roleCount }, (_, at) => role(`role-${at}`, at, numbers, policies));
  const planted = Array.from({ length: chains }, (_, at) => chain(at)).flat();
  return {
    UserDetailList: [...users, ...planted.filter((each) => 'UserName' in each)],
    GroupDetailList: groups,
    RoleDetailList: [...roles, ...planted.filter((each) => 'RoleName' in each)],
    Policies: managed,
  };
}

function arn(resource: string): string {
  return `arn:aws:iam::${account}:${resource}`;
}

function encode(...all: readonly object[]): string {
  return encodeURIComponent(JSON.stringify({ Version: '2012-10-17', Statement: all }));
}

function allow(
  action: string | readonly string[],
  resource: string | readonly string[] = '*',
  condition?: object,
): object {
  return { Effect: 'Allow', Action: action, Resource: resource, ...(condition && { Condition: condition }) };
}

function attached(numbers: Random, policies: number, most: number): Json[] {
  return Array.from({ length: 1 + numbers.below(most) }, () => {
    const name = `policy-${numbers.below(policies)}`;
    return { PolicyName: name, PolicyArn: arn(`policy/${name}`) };
  });
}

function user(name: string, numbers: Random, policies: number, groups: number): Json {
  return {
    UserName: name,
    UserId: `AIDA${name}`,
    Arn: arn(`user/${name}`),
    Path: '/',
    CreateDate: created,
    GroupList: [`team-${numbers.below(groups)}`],
    UserPolicyList: numbers.oneIn(5)
      ? [
          {
            PolicyName: 'own',
            PolicyDocument: encode(allow(['iam:ChangePassword', 'iam:CreateAccessKey'], arn('user/${aws:username}'))),
          },
        ]
      : [],
    AttachedManagedPolicies: attached(numbers, policies, 2),
    ...(numbers.oneIn(10) && {
      PermissionsBoundary: { PermissionsBoundaryType: 'Policy', PermissionsBoundaryArn: arn('policy/policy-0') },
    }),
    Tags: [{ Key: 'team', Value: `team-${numbers.below(20)}` }],
  };
}

const services = ['lambda', 'ec2', 'ecs-tasks', 'codebuild', 'states', 'glue', 'events', 's3'] as const;

function role(name: string, at: number, numbers: Random, policies: number): Json {
  const isAdministrator = at < 20;
  const trust = numbers.oneIn(3)
    ? { AWS: arn('root') }
    : numbers.oneIn(6)
      ? { AWS: arn(`role/role-${numbers.below(at + 1)}`) }
      : { Service: `${numbers.pick(services)}.amazonaws.com` };
  return {
    RoleName: name,
    RoleId: `AROA${name}`,
    Arn: arn(`role/${name}`),
    Path: '/',
    CreateDate: created,
    AssumeRolePolicyDocument: encode({
      Effect: 'Allow',
      // Administrators are assumed by people of one other account and by functions, so that only planted chains reach them.
      Principal: isAdministrator ? { AWS: 'arn:aws:iam::444455556666:root', Service: 'lambda.amazonaws.com' } : trust,
      Action: 'sts:AssumeRole',
    }),
    InstanceProfileList: [],
    RolePolicyList: numbers.oneIn(4)
      ? [{ PolicyName: 'inline', PolicyDocument: encode(allow(['logs:CreateLogStream', 'logs:PutLogEvents'])) }]
      : [],
    AttachedManagedPolicies: isAdministrator
      ? [{ PolicyName: 'AdministratorAccess', PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' }]
      : attached(numbers, policies, 4),
    Tags: [{ Key: 'team', Value: `team-${numbers.below(20)}` }],
  };
}

function managedPolicy(at: number, numbers: Random, roles: number): Json {
  const name = `policy-${at}`;
  return {
    PolicyName: name,
    PolicyId: `ANPA${at}`,
    Arn: arn(`policy/${name}`),
    DefaultVersionId: 'v1',
    PolicyVersionList: [
      { VersionId: 'v1', IsDefaultVersion: true, Document: encode(...statements(at, numbers, roles)) },
    ],
  };
}

/** What a team's policy allows. None of it leads to an administrator. */
function statements(at: number, numbers: Random, roles: number): readonly object[] {
  const bucket = `arn:aws:s3:::bucket-${at}`;
  const everyday = [
    allow(['s3:GetObject', 's3:PutObject', 's3:ListBucket'], [bucket, `${bucket}/*`]),
    allow(['dynamodb:*'], `arn:aws:dynamodb:*:${account}:table/table-${at}*`),
    allow(['ec2:Describe*', 'cloudwatch:Get*', 'cloudwatch:List*', 'logs:*']),
  ];
  switch (numbers.below(12)) {
    case 0:
      return [
        ...everyday,
        allow('sts:AssumeRole', [
          arn(`role/role-${20 + numbers.below(roles)}`),
          arn(`role/role-${20 + numbers.below(roles)}`),
        ]),
      ];
    case 1:
      return [...everyday, allow('sts:AssumeRole', arn(`role/role-${numbers.below(99) + 20}*`))];
    case 2:
      return [
        allow(['lambda:CreateFunction', 'lambda:UpdateFunctionCode', 'lambda:InvokeFunction']),
        allow('iam:PassRole', arn(`role/role-${20 + numbers.below(roles)}`), {
          StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' },
        }),
      ];
    case 3:
      return [allow(['ec2:*'], '*', { StringEquals: { 'aws:RequestedRegion': ['ap-northeast-1', 'us-east-1'] } })];
    case 4:
      return [
        { Effect: 'Allow', NotAction: ['iam:*', 'organizations:*', 'account:*', 'sts:*', 'sso:*'], Resource: '*' },
      ];
    case 5:
      return [...everyday, { Effect: 'Deny', Action: 'iam:*', Resource: '*' }];
    case 6:
      return [allow('iam:PutRolePolicy', arn(`role/app-${at}-*`)), allow(['iam:Get*', 'iam:List*'])];
    case 7:
      return [
        ...everyday,
        {
          Effect: 'Deny',
          NotAction: ['iam:*MFADevice', 'sts:GetSessionToken'],
          Resource: '*',
          Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } },
        },
      ];
    case 8:
      return [...everyday, allow('codebuild:StartBuild', `arn:aws:codebuild:*:${account}:project/team-${at}-*`)];
    default:
      return everyday;
  }
}

/** How the last role of a chain gets at an administrator. */
function lastStep(at: number, own: string): readonly object[] {
  const administrator = arn(`role/role-${at % 20}`);
  switch (at % 4) {
    case 0:
      return [allow('iam:UpdateAssumeRolePolicy', administrator)];
    case 1:
      return [allow('iam:PutRolePolicy', arn(`role/${own}`))];
    case 2:
      return [allow(['lambda:CreateFunction', 'lambda:InvokeFunction']), allow('iam:PassRole', administrator)];
    default:
      return [allow(['lambda:UpdateFunctionCode', 'lambda:InvokeFunction'], functionArn(at % 20))];
  }
}

function functionArn(at: number): string {
  return `arn:aws:lambda:ap-northeast-1:${account}:function:function-${at}`;
}

/** A function for every fourth role and each administrator: everything else that could run with a role was read, and is not there. */
export function generatedCarriers({ principals }: IamScale): RoleCarriers {
  const carriers = Array.from({ length: Math.floor(principals * 0.6) }, (_, at) => at)
    .filter((at) => at < 20 || at % 4 === 0)
    .map((at): RoleCarrier => ({
      kind: 'lambda-function',
      arn: functionArn(at),
      region: 'ap-northeast-1',
      roleArn: arn(`role/role-${at}`),
    }));
  return { carriers, read: roleCarrierKinds };
}

/** The credential report of the generated users: half with a password, a third with a key, most with a device. */
export function generatedReport({ principals, seed }: IamScale): CredentialReport {
  const numbers = random(seed + 1);
  const rows = Array.from({ length: Math.floor(principals * 0.4) }, (_, at): CredentialRow => {
    const hasKey = numbers.oneIn(3);
    return {
      user: `user-${at}`,
      arn: arn(`user/user-${at}`),
      isRoot: false,
      created: new Date(created),
      ...(numbers.oneIn(2) && { password: {} }),
      mfaActive: !numbers.oneIn(4),
      keySlots: hasKey ? 1 : 0,
      keys: hasKey ? [{ slot: 1 }] : [],
      uses: [],
      certificates: [],
    };
  });
  return { generated: new Date(created), rows };
}

/** A user and roles that lead from one to the next, and from the last to an administrator. */
function chain(at: number): readonly Json[] {
  const start = `chain-${at}-start`;
  const hops = 1 + (at % 3);
  const roleName = (hop: number): string => `chain-${at}-${hop}`;
  const step = (hop: number): readonly object[] =>
    hop < hops ? [allow('sts:AssumeRole', arn(`role/${roleName(hop)}`))] : lastStep(at, roleName(hops - 1));
  const roles = Array.from({ length: hops }, (_, hop): Json => ({
    RoleName: roleName(hop),
    RoleId: `AROA${roleName(hop)}`,
    Arn: arn(`role/${roleName(hop)}`),
    Path: '/',
    CreateDate: created,
    AssumeRolePolicyDocument: encode({ Effect: 'Allow', Principal: { AWS: arn('root') }, Action: 'sts:AssumeRole' }),
    RolePolicyList: [{ PolicyName: 'next', PolicyDocument: encode(...step(hop + 1)) }],
    AttachedManagedPolicies: [],
  }));
  const first: Json = {
    UserName: start,
    UserId: `AIDA${start}`,
    Arn: arn(`user/${start}`),
    Path: '/',
    CreateDate: created,
    GroupList: [],
    UserPolicyList: [{ PolicyName: 'next', PolicyDocument: encode(...step(0)) }],
    AttachedManagedPolicies: [],
  };
  return [first, ...roles];
}
