import { describe, expect, it } from 'vitest';
import {
  adminRole,
  allow,
  deny,
  roleArn,
  userArn,
  verdictOf,
  type SampleAccount,
  type Statement,
} from '../../../../test/iam/sample-account.ts';

/**
 * Section "NP" of the guide: something new that runs with a passed role. Each row: the technique, the service that the
 * role must trust, the actions beside iam:PassRole, and the way's preconditions that no snapshot shows.
 */
const proven: readonly (readonly [string, string, readonly string[]])[] = [
  ['lambda-001', 'lambda', ['lambda:CreateFunction', 'lambda:InvokeFunction']],
  ['lambda-002', 'lambda', ['lambda:CreateFunction', 'lambda:CreateEventSourceMapping']],
  ['lambda-006', 'lambda', ['lambda:CreateFunction', 'lambda:AddPermission']],
  ['x-lambda-url', 'lambda', ['lambda:CreateFunction', 'lambda:CreateFunctionUrlConfig']],
  ['ec2-001', 'ec2', ['ec2:RunInstances']],
  ['ec2-003', 'ec2', ['ec2:RequestSpotInstances']],
  ['x-autoscaling-lc', 'ec2', ['autoscaling:CreateLaunchConfiguration', 'autoscaling:CreateAutoScalingGroup']],
  ['apprunner-001', 'tasks.apprunner', ['apprunner:CreateService']],
  [
    'bedrock-001',
    'bedrock-agentcore',
    [
      'bedrock-agentcore:CreateCodeInterpreter',
      'bedrock-agentcore:StartCodeInterpreterSession',
      'bedrock-agentcore:InvokeCodeInterpreter',
    ],
  ],
  ['cloudformation-001', 'cloudformation', ['cloudformation:CreateStack']],
  ['codebuild-001', 'codebuild', ['codebuild:CreateProject', 'codebuild:StartBuild']],
  ['codebuild-004', 'codebuild', ['codebuild:CreateProject', 'codebuild:StartBuildBatch']],
  [
    'datapipeline-001',
    'datapipeline',
    ['datapipeline:CreatePipeline', 'datapipeline:PutPipelineDefinition', 'datapipeline:ActivatePipeline'],
  ],
  ['ecs-003', 'ecs-tasks', ['ecs:RegisterTaskDefinition', 'ecs:CreateService']],
  ['ecs-004', 'ecs-tasks', ['ecs:RegisterTaskDefinition', 'ecs:RunTask']],
  ['glue-001', 'glue', ['glue:CreateDevEndpoint']],
  ['glue-003', 'glue', ['glue:CreateJob', 'glue:StartJobRun']],
  ['glue-004', 'glue', ['glue:CreateJob', 'glue:CreateTrigger']],
  ['glue-007', 'glue', ['glue:CreateSession', 'glue:RunStatement']],
  ['sagemaker-001', 'sagemaker', ['sagemaker:CreateNotebookInstance', 'sagemaker:CreatePresignedNotebookInstanceUrl']],
  ['sagemaker-002', 'sagemaker', ['sagemaker:CreateTrainingJob']],
  ['sagemaker-003', 'sagemaker', ['sagemaker:CreateProcessingJob']],
  ['ssm-003', 'ssm', ['ssm:CreateDocument', 'ssm:StartAutomationExecution']],
  ['braket-001', 'braket', ['braket:CreateJob']],
  ['emr-001', 'ec2', ['elasticmapreduce:RunJobFlow']],
  ['emrserverless-001', 'emr-serverless', ['emr-serverless:CreateApplication', 'emr-serverless:StartJobRun']],
  ['gamelift-001', 'gamelift', ['gamelift:CreateBuild', 'gamelift:RequestUploadCredentials', 'gamelift:CreateFleet']],
  [
    'imagebuilder-001',
    'ec2',
    [
      'imagebuilder:CreateComponent',
      'imagebuilder:CreateImageRecipe',
      'imagebuilder:CreateInfrastructureConfiguration',
      'imagebuilder:CreateImage',
    ],
  ],
  [
    'kinesisanalytics-001',
    'kinesisanalytics',
    ['kinesisanalytics:CreateApplication', 'kinesisanalytics:StartApplication'],
  ],
  ['omics-001', 'omics', ['omics:CreateWorkflow', 'omics:StartRun']],
  ['scheduler-001', 'scheduler', ['scheduler:CreateSchedule']],
  ['stepfunctions-001', 'states', ['states:CreateStateMachine', 'states:StartExecution']],
  ['x-rolesanywhere', 'rolesanywhere', ['rolesanywhere:CreateTrustAnchor', 'rolesanywhere:CreateProfile']],
];

/** These rest on something that no snapshot shows. */
const conditional: readonly (readonly [string, string, readonly string[], string])[] = [
  [
    'cloudformation-003',
    'cloudformation',
    ['cloudformation:CreateStackSet', 'cloudformation:CreateStackInstances'],
    'exists execution-role',
  ],
  ['cloudformation-004', 'cloudformation', ['cloudformation:UpdateStackSet'], 'exists stack-set'],
  ['ecs-005', 'ecs-tasks', ['ecs:RegisterTaskDefinition', 'ecs:StartTask'], 'exists ecs-container-instance'],
  ['ecs-007', 'ecs-tasks', ['ecs:RegisterContainerInstance', 'ecs:StartTask'], 'exists ecs-task-definition'],
  ['ecs-008', 'ecs-tasks', ['ecs:RunTask'], 'exists ecs-task-definition'],
  ['ecs-009', 'ecs-tasks', ['ecs:StartTask'], 'exists ecs-task-definition'],
  ['x-ecs-update-service', 'ecs-tasks', ['ecs:RegisterTaskDefinition', 'ecs:UpdateService'], 'exists ecs-service'],
  ['glue-005', 'glue', ['glue:UpdateJob', 'glue:StartJobRun'], 'exists glue-job'],
  ['glue-006', 'glue', ['glue:UpdateJob', 'glue:CreateTrigger'], 'exists glue-job'],
  ['batch-001', 'ecs-tasks', ['batch:RegisterJobDefinition', 'batch:SubmitJob'], 'exists batch-job-queue'],
  ['x-eks-pod-identity', 'pods.eks', ['eks:CreatePodIdentityAssociation'], 'exists eks-cluster-access'],
  ['x-ec2-associate-profile', 'ec2', ['ec2:AssociateIamInstanceProfile'], 'exists ec2-instance-entered'],
  ['x-ec2-associate-profile', 'ec2', ['ec2:ReplaceIamInstanceProfileAssociation'], 'exists ec2-instance-entered'],
  ['x-codebuild-update', 'codebuild', ['codebuild:UpdateProject', 'codebuild:StartBuild'], 'exists codebuild-project'],
  [
    'x-passrole-instance-profile',
    'ec2',
    ['iam:RemoveRoleFromInstanceProfile', 'iam:AddRoleToInstanceProfile'],
    'exists ec2-instance-entered',
  ],
];

/** Where one action fails, these leave a weaker way over: a task definition that exists already may do. */
const fallback: ReadonlySet<string> = new Set(['ecs-004', 'ecs-005', 'ecs-007']);

const passRole = 'iam:PassRole';

function sample(service: string, actions: readonly string[], more: Partial<SampleAccount> = {}): SampleAccount {
  return {
    users: { alice: { inline: [allow([passRole, ...actions])] } },
    roles: { worker: adminRole(`${service}.amazonaws.com`) },
    ...more,
  };
}

/** The nearest accounts in which the same way is shut. */
function shut(service: string, actions: readonly string[]): readonly (readonly [string, SampleAccount])[] {
  const all = [passRole, ...actions];
  const user = (...inline: readonly Statement[]): Partial<SampleAccount> => ({ users: { alice: { inline } } });
  const last = actions.at(-1) ?? '';
  return [
    ...all.map((missing): readonly [string, SampleAccount] => [
      `without ${missing}`,
      sample(service, actions, user(allow(all.filter((each) => each !== missing)))),
    ]),
    ...all.map((denied): readonly [string, SampleAccount] => [
      `with ${denied} denied`,
      sample(service, actions, user(allow(all), deny(denied))),
    ]),
    [
      'where the role trusts another service',
      sample(service, actions, { roles: { worker: adminRole('elsewhere.amazonaws.com') } }),
    ],
    [
      'where only a harmless role may be passed',
      sample(service, actions, user(allow(actions), allow(passRole, { Resource: roleArn('harmless') }))),
    ],
    [
      'where roles may be passed to another service only',
      sample(
        service,
        actions,
        user(
          allow(actions),
          allow(passRole, { Condition: { StringEquals: { 'iam:PassedToService': 'elsewhere.amazonaws.com' } } }),
        ),
      ),
    ],
    [
      `where a boundary leaves out ${last}`,
      sample(service, actions, {
        users: { alice: { inline: [allow(all)], boundary: 'arn:aws:iam::111122223333:policy/cap' } },
        policies: { cap: { statements: [allow(all.filter((each) => each !== last))] } },
      }),
    ],
    [
      `where the organization denies ${last}`,
      sample(service, actions, { serviceControl: [[allow('*')], [allow('*'), deny(last)]] }),
    ],
    [
      `where the actions are another user's`,
      sample(service, actions, { users: { alice: {}, bob: { inline: [allow(all)] } } }),
    ],
  ];
}

const table = [
  ...proven.map(([id, service, actions]) => ({ id, service, actions, needs: [] })),
  ...conditional.map(([id, service, actions, need]) => ({ id, service, actions, needs: [need] })),
];

describe.each(table)('$id: a $service role passed, with $actions', ({ id, service, actions, needs }) => {
  it('makes an administrator', () => {
    const verdict = needs.length > 0 ? 'conditional' : 'proven';
    expect(verdictOf('alice', sample(service, actions))).toEqual({ verdict, techniques: [id], needs });
  });

  it.each(shut(service, actions))('does not %s', (_, twin) => {
    const found = verdictOf('alice', twin);
    expect(found.techniques).not.toContain(id);
    expect(fallback.has(id) ? ['conditional', 'unreachable'] : ['unreachable']).toContain(found.verdict);
  });
});

describe('instance profiles', () => {
  const bare = { worker: adminRole('ec2.amazonaws.com', { inProfile: false }) };

  it('are needed: a role in none cannot be given to an instance', () => {
    expect(verdictOf('alice', sample('ec2', ['ec2:RunInstances'], { roles: bare })).verdict).toBe('unreachable');
  });

  const actions = ['iam:CreateInstanceProfile', 'iam:AddRoleToInstanceProfile', 'ec2:RunInstances'];

  it('can be made around a role (x-new-instance-profile)', () => {
    const found = verdictOf('alice', sample('ec2', actions, { roles: bare }));
    expect(found).toEqual({ verdict: 'proven', techniques: ['x-new-instance-profile'], needs: [] });
  });

  it.each(actions)('cannot be made without %s', (missing) => {
    const rest = actions.filter((each) => each !== missing);
    expect(verdictOf('alice', sample('ec2', rest, { roles: bare })).verdict).toBe('unreachable');
  });
});

describe.each(['ecs:CreateService', 'ecs:RunTask'])('a cluster of ECS for %s', (last) => {
  it('may be made as well (ecs-001, ecs-002), which changes nothing', () => {
    const actions = ['ecs:CreateCluster', 'ecs:RegisterTaskDefinition', last];
    expect(verdictOf('alice', sample('ecs-tasks', actions)).verdict).toBe('proven');
    expect(verdictOf('alice', sample('ecs-tasks', ['ecs:CreateCluster', last])).verdict).not.toBe('proven');
  });
});

describe('the service that a role trusts', () => {
  const actions = ['states:CreateStateMachine', 'states:StartExecution'];
  const trusting = (condition: unknown, service = 'states.amazonaws.com'): SampleAccount =>
    sample('states', actions, {
      roles: {
        worker: adminRole({
          Effect: 'Allow',
          Principal: { Service: service },
          Action: 'sts:AssumeRole',
          ...(condition !== undefined && { Condition: condition }),
        }),
      },
    });

  it.each([
    ['a region in its name', undefined, 'states.eu-west-1.amazonaws.com'],
    ['the own account as source', { StringEquals: { 'aws:SourceAccount': '111122223333' } }, undefined],
    [
      'a source of any name',
      { ArnLike: { 'aws:SourceArn': 'arn:aws:states:*:111122223333:stateMachine:*' } },
      undefined,
    ],
  ])('is met with %s', (_, condition, service) => {
    expect(verdictOf('alice', trusting(condition, service)).verdict).toBe('proven');
  });

  it.each([
    ['another account as source', { StringEquals: { 'aws:SourceAccount': '999988887777' } }, undefined],
    ['another service of a like name', undefined, 'states.example.amazonaws.com'],
  ])('is not met with %s', (_, condition, service) => {
    expect(verdictOf('alice', trusting(condition, service)).verdict).toBe('unreachable');
  });

  it('is not met by a caller who is merely named', () => {
    const roles = { worker: adminRole(userArn('bob')) };
    expect(verdictOf('alice', sample('states', actions, { roles })).verdict).toBe('unreachable');
  });
});

describe('the names that a policy leaves to the caller', () => {
  const lambda = (...inline: readonly Statement[]): SampleAccount => ({
    ...sample('lambda', []),
    users: { alice: { inline: [allow(passRole), ...inline] } },
  });
  const create = 'lambda:CreateFunction';
  const invoke = 'lambda:InvokeFunction';
  const called = (name: string, account = '*'): Statement => ({
    Resource: `arn:aws:lambda:*:${account}:function:${name}`,
  });

  it('are taken', () => {
    expect(verdictOf('alice', lambda(allow([create, invoke], called('team-*')))).verdict).toBe('proven');
  });

  it('are those of the own account', () => {
    const elsewhere = lambda(allow([create, invoke], called('*', '999988887777')));
    expect(verdictOf('alice', elsewhere).verdict).toBe('unreachable');
  });

  it('are needed for everything that a call names', () => {
    const ec2 = (...kinds: readonly string[]): SampleAccount => ({
      ...sample('ec2', []),
      users: {
        alice: {
          inline: [
            allow(passRole),
            allow('ec2:RunInstances', { Resource: kinds.map((kind) => `arn:aws:ec2:*:*:${kind}/*`) }),
          ],
        },
      },
    });
    const whole = ec2('instance', 'network-interface', 'security-group', 'subnet', 'volume', 'image');
    const image = { Resource: 'arn:aws:ec2:*::image/*' };
    const { users, ...rest } = whole;
    const withImages = {
      ...rest,
      users: { alice: { inline: [...(users?.['alice']?.inline ?? []), allow('ec2:RunInstances', image)] } },
    };
    expect(verdictOf('alice', withImages).verdict).toBe('proven');
    expect(verdictOf('alice', ec2('instance')).verdict).toBe('unreachable');
  });

  it('are the same for every call of one way', () => {
    const apart = lambda(allow(create, called('a-*')), allow(invoke, called('b-*')));
    expect(verdictOf('alice', apart).verdict).toBe('unreachable');
  });
});
