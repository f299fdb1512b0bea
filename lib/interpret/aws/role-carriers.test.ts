import { describe, expect, it } from 'vitest';
import { roleCarrierKinds, type RoleCarrier } from '../../model/aws/role-carrier.ts';
import { snapshotSchema, type Snapshot } from '../../model/snapshot.ts';
import { interpretPart } from '../interpret-part.ts';

const account = '111122223333';
const region = 'eu-west-1';
const role = (name: string): string => `arn:aws:iam::${account}:role/${name}`;
const arn = (service: string, resource: string): string => `arn:aws:${service}:${region}:${account}:${resource}`;

const task = arn('ecs', 'task/shop/1');
const overridden = arn('ecs', 'task/shop/2');
const definition = arn('ecs', 'task-definition/web:3');
const profile = `arn:aws:iam::${account}:instance-profile/app`;
const answers = {
  'lambda:ListFunctions': { Functions: [{ FunctionArn: arn('lambda', 'function:report'), Role: role('report') }] },
  'ec2:DescribeInstances': {
    Reservations: [
      {
        OwnerId: account,
        Instances: [
          {
            InstanceId: 'i-1',
            IamInstanceProfile: { Arn: profile },
            State: { Name: 'running' },
            Tags: [{ Key: 'Name', Value: 'app-1' }],
          },
          { InstanceId: 'i-2', IamInstanceProfile: { Arn: profile }, State: { Name: 'stopped' } },
          { InstanceId: 'i-3', IamInstanceProfile: { Arn: profile }, State: { Name: 'terminated' } },
          { InstanceId: 'i-4', State: { Name: 'running' } },
        ],
      },
    ],
  },
  'ssm:DescribeInstanceInformation': {
    InstanceInformationList: [
      { InstanceId: 'i-1', PingStatus: 'Online' },
      { InstanceId: 'i-2', PingStatus: 'ConnectionLost' },
    ],
  },
  'cloudformation:DescribeStacks': {
    Stacks: [
      {
        StackId: arn('cloudformation', 'stack/network/1'),
        RoleARN: role('deploy'),
        Tags: [{ Key: 'team', Value: 'a' }],
      },
      { StackId: arn('cloudformation', 'stack/own/2') },
    ],
  },
  'codebuild:BatchGetProjects': [
    {
      input: { names: ['release'] },
      output: {
        projects: [
          { arn: arn('codebuild', 'project/release'), serviceRole: role('build'), tags: [{ key: 'team', value: 'b' }] },
        ],
      },
    },
  ],
  'ecs:DescribeTasks': [
    {
      input: { cluster: arn('ecs', 'cluster/shop'), tasks: [task, overridden] },
      output: {
        tasks: [
          { taskArn: task, taskDefinitionArn: definition, lastStatus: 'RUNNING', enableExecuteCommand: true },
          { taskArn: overridden, taskDefinitionArn: definition, overrides: { taskRoleArn: role('migration') } },
          { taskArn: arn('ecs', 'task/shop/3'), taskDefinitionArn: arn('ecs', 'task-definition/plain:1') },
        ],
      },
    },
  ],
  'ecs:DescribeTaskDefinition': [
    {
      input: { taskDefinition: definition },
      output: { taskDefinition: { taskDefinitionArn: definition, taskRoleArn: role('web') } },
    },
  ],
  'glue:GetDevEndpoints': { DevEndpoints: [{ EndpointName: 'etl', RoleArn: role('etl'), Status: 'READY' }] },
  'sagemaker:DescribeNotebookInstance': [
    {
      input: { NotebookInstanceName: 'lab' },
      output: {
        NotebookInstanceArn: arn('sagemaker', 'notebook-instance/lab'),
        RoleArn: role('lab'),
        NotebookInstanceStatus: 'Stopped',
      },
    },
  ],
  'states:DescribeStateMachine': [
    {
      input: { stateMachineArn: arn('states', 'stateMachine:orders') },
      output: { stateMachineArn: arn('states', 'stateMachine:orders'), roleArn: role('orders') },
    },
  ],
  'apprunner:DescribeService': [
    {
      input: { ServiceArn: arn('apprunner', 'service/site/1') },
      output: {
        Service: {
          ServiceArn: arn('apprunner', 'service/site/1'),
          Status: 'RUNNING',
          InstanceConfiguration: { InstanceRoleArn: role('site') },
        },
      },
    },
    {
      input: { ServiceArn: arn('apprunner', 'service/plain/2') },
      output: { Service: { ServiceArn: arn('apprunner', 'service/plain/2'), Status: 'RUNNING' } },
    },
  ],
};

function read(responses: Readonly<Record<string, unknown>>, rest: Partial<Snapshot> = {}) {
  const reading = interpretPart('aws.roleCarriers', {
    schema: snapshotSchema,
    unit: { provider: 'aws', account, region },
    collectedAt: '2026-11-23T00:00:00.000Z',
    responses,
    errors: [],
    ...rest,
  });
  if (!reading.read) throw new Error('the part is unread');
  return reading.value;
}

describe('role carriers', () => {
  it('are every resource that runs with a role, and no other', () => {
    const expected: readonly RoleCarrier[] = [
      { kind: 'lambda-function', arn: arn('lambda', 'function:report'), region, roleArn: role('report') },
      {
        kind: 'ec2-instance',
        arn: arn('ec2', 'instance/i-1'),
        region,
        instanceProfileArn: profile,
        running: true,
        ssmManaged: true,
        tags: { Name: 'app-1' },
      },
      {
        kind: 'ec2-instance',
        arn: arn('ec2', 'instance/i-2'),
        region,
        instanceProfileArn: profile,
        running: false,
        ssmManaged: false,
      },
      {
        kind: 'cloudformation-stack',
        arn: arn('cloudformation', 'stack/network/1'),
        region,
        roleArn: role('deploy'),
        tags: { team: 'a' },
      },
      {
        kind: 'codebuild-project',
        arn: arn('codebuild', 'project/release'),
        region,
        roleArn: role('build'),
        tags: { team: 'b' },
      },
      { kind: 'ecs-task', arn: task, region, roleArn: role('web'), running: true, execEnabled: true },
      { kind: 'ecs-task', arn: overridden, region, roleArn: role('migration'), running: false, execEnabled: false },
      { kind: 'glue-dev-endpoint', arn: arn('glue', 'devEndpoint/etl'), region, roleArn: role('etl'), running: true },
      {
        kind: 'sagemaker-notebook',
        arn: arn('sagemaker', 'notebook-instance/lab'),
        region,
        roleArn: role('lab'),
        running: false,
      },
      { kind: 'state-machine', arn: arn('states', 'stateMachine:orders'), region, roleArn: role('orders') },
      {
        kind: 'apprunner-service',
        arn: arn('apprunner', 'service/site/1'),
        region,
        roleArn: role('site'),
        running: true,
      },
    ];
    expect(read(answers)).toEqual({ carriers: expected, read: [...roleCarrierKinds] });
  });

  it('say of each kind by itself whether it was read', () => {
    const denied = { operation: 'lambda:ListFunctions', code: 'AccessDeniedException', message: 'no' };
    const { 'ecs:DescribeTaskDefinition': _, ...rest } = answers;
    const { read: kinds, carriers } = read(rest, { errors: [denied] });
    expect(kinds).toEqual(roleCarrierKinds.filter((kind) => kind !== 'lambda-function' && kind !== 'ecs-task'));
    expect(carriers.filter(({ kind }) => kind === 'lambda-function' || kind === 'ecs-task')).toEqual([]);
  });

  it('are told of a kind of which one was not read, and the kind is not said to be read', () => {
    const input = { names: ['other'] };
    const denied = { operation: 'codebuild:BatchGetProjects', code: 'ThrottlingException', message: 'no', input };
    const { read: kinds, carriers } = read(answers, { errors: [denied] });
    expect(kinds).toEqual(roleCarrierKinds.filter((kind) => kind !== 'codebuild-project'));
    expect(carriers.filter(({ kind }) => kind === 'codebuild-project')).toHaveLength(1);
  });

  it('are read, if empty, where nothing was asked for', () => {
    const skipped = [{ operation: 'lambda:ListFunctions', reason: 'not-needed' }] as const;
    expect(read({}, { skipped })).toEqual({ carriers: [], read: [] });
  });

  it('leave a kind unread whose answer nobody can read', () => {
    const { read: kinds } = read({ ...answers, 'glue:GetDevEndpoints': { DevEndpoints: 'none' } });
    expect(kinds).toEqual(roleCarrierKinds.filter((kind) => kind !== 'glue-dev-endpoint'));
  });

  it('do not say whether Systems Manager manages an instance when that was not read', () => {
    const { 'ssm:DescribeInstanceInformation': _, ...rest } = answers;
    const instances = read(rest).carriers.filter(({ kind }) => kind === 'ec2-instance');
    expect(instances.map(({ ssmManaged }) => ssmManaged)).toEqual([undefined, undefined]);
  });
});
