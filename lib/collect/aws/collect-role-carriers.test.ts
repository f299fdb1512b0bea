import { describe, expect, it } from 'vitest';
import { emptyAnswers, globalAnswers, regionAnswers, unit } from '../../../test/collect/answers.ts';
import { collect, errorOf, start } from '../../../test/collect/loopback-account.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { awsOperations } from './operations/index.ts';

/** An account whose role `ci` may do something, and whose role `worker` any service may take on. */
function held(...actions: readonly string[]): Snapshot {
  const inline = encode({ Effect: 'Allow', Action: actions, Resource: '*' });
  const ci = { RoleName: 'ci', RolePolicyList: [{ PolicyName: 'ci', PolicyDocument: inline }] };
  const services = awsOperations.flatMap(({ carriesFor = [] }) => carriesFor);
  return accountOf({ ...ci, ...trusting('ec2') }, { RoleName: 'worker', ...trusting(...services) });
}

function encode(statement: object): string {
  return encodeURIComponent(JSON.stringify({ Version: '2012-10-17', Statement: [statement] }));
}

function trusting(...services: readonly string[]) {
  const Principal = { Service: services.map((name) => `${name}.amazonaws.com`) };
  return { AssumeRolePolicyDocument: encode({ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' }) };
}

function accountOf(...roles: readonly object[]): Snapshot {
  return unit('global', { ...globalAnswers, 'iam:GetAccountAuthorizationDetails': { RoleDetailList: roles } });
}

const cluster = 'arn:aws:ecs:eu-west-1:111122223333:cluster/shop';
const tasks = Array.from({ length: 130 }, (_, index) => `arn:aws:ecs:eu-west-1:111122223333:task/shop/${index}`);
const definition = 'arn:aws:ecs:eu-west-1:111122223333:task-definition/web:3';
const roleArn = 'arn:aws:iam::111122223333:role/worker';
const projects = Array.from({ length: 101 }, (_, index) => `project-${index}`);
const hush = [{ name: 'PASSWORD', value: 'hush' }];
const describeTasks = (some: readonly string[]) => ({
  input: { cluster, tasks: some },
  output: {
    tasks: some.map((taskArn) => ({
      taskArn,
      taskDefinitionArn: definition,
      overrides: { containerOverrides: [{ environment: hush }], taskRoleArn: roleArn },
    })),
  },
});
const batchGetProjects = (names: readonly string[]) => ({
  input: { names },
  output: { projects: names.map((name) => ({ name, environment: { environmentVariables: hush } })) },
});
const workloads = {
  'apprunner:ListServices': { ServiceSummaryList: [{ ServiceArn: 'arn:site' }] },
  'apprunner:DescribeService': [
    {
      input: { ServiceArn: 'arn:site' },
      output: {
        Service: {
          SourceConfiguration: {
            ImageRepository: { ImageConfiguration: { Port: '80', RuntimeEnvironmentVariables: { PASSWORD: 'hush' } } },
          },
        },
      },
    },
  ],
  'cloudformation:DescribeStacks': {
    Stacks: [{ StackName: 'network', RoleARN: roleArn, Parameters: [{ ParameterValue: 'hush' }] }],
  },
  'codebuild:ListProjects': { projects },
  'codebuild:BatchGetProjects': [batchGetProjects(projects.slice(0, 100)), batchGetProjects(projects.slice(100))],
  'ecs:ListClusters': { clusterArns: [cluster] },
  'ecs:ListTasks': [{ input: { cluster }, output: { taskArns: tasks } }],
  'ecs:DescribeTasks': [describeTasks(tasks.slice(0, 100)), describeTasks(tasks.slice(100))],
  'ecs:DescribeTaskDefinition': [
    {
      input: { taskDefinition: definition },
      output: { taskDefinition: { taskRoleArn: roleArn, containerDefinitions: [{ name: 'web', environment: hush }] } },
    },
  ],
  'glue:GetDevEndpoints': { DevEndpoints: [{ EndpointName: 'etl', Arguments: { password: 'hush' } }] },
  'lambda:ListFunctions': {
    Functions: Array.from({ length: 60 }, (_, index) => ({
      FunctionName: `f-${index % 2}`,
      Role: roleArn,
      Environment: { Variables: { PASSWORD: 'hush' } },
    })),
  },
  'lambda:GetPolicy': [],
  'sagemaker:ListNotebookInstances': { NotebookInstances: [{ NotebookInstanceName: 'lab' }] },
  'sagemaker:DescribeNotebookInstance': [
    { input: { NotebookInstanceName: 'lab' }, output: { NotebookInstanceName: 'lab', RoleArn: roleArn } },
  ],
  'ssm:DescribeInstanceInformation': { InstanceInformationList: [{ InstanceId: 'i-1', PingStatus: 'Online' }] },
  'states:ListStateMachines': { stateMachines: [{ stateMachineArn: 'arn:orders', name: 'orders' }] },
  'states:DescribeStateMachine': [
    {
      input: { stateMachineArn: 'arn:orders' },
      output: { stateMachineArn: 'arn:orders', roleArn, definition: 'hush' },
    },
  ],
};

describe('what somebody could misuse', () => {
  const lazy = Object.keys(workloads)
    .filter((id) => !/^(apprunner|lambda):/.test(id))
    .toSorted();
  const places = (busy: Snapshot['responses']) => [unit('eu-west-1', busy), unit('us-east-1', emptyAnswers)];

  it('is read where an action is held that needs it, even in an empty region, and nothing else is', async () => {
    const empty = unit('us-east-1', { ...emptyAnswers, 'codebuild:ListProjects': { projects: [] } });
    await start({}, [held('codebuild:Start*'), unit('eu-west-1', { ...regionAnswers, ...workloads }), empty]);
    const units = await collect();
    expect(units['eu-west-1']?.responses['codebuild:BatchGetProjects']).toHaveLength(2);
    expect(units['us-east-1']?.responses).toMatchObject({
      'codebuild:ListProjects': { projects: [] },
      'codebuild:BatchGetProjects': [],
    });
    const others = lazy.filter((id) => !id.startsWith('codebuild:'));
    expect(units['eu-west-1']?.skipped).toEqual(
      expect.arrayContaining(others.map((operation) => ({ operation, reason: 'not-needed' }))),
    );
    expect(Object.values(units).flatMap(({ errors }) => errors)).toEqual([]);
  });

  it('is read to its end, and without secrets', async () => {
    const needed = awsOperations.flatMap(({ neededBy = [] }) => neededBy);
    await start({}, [held(...needed), unit('eu-west-1', { ...regionAnswers, ...workloads })]);
    const { responses, errors } = (await collect({ regions: ['eu-west-1'] }))['eu-west-1'] ?? unit('', {});
    expect(errors).toEqual([]);
    expect(lazy.filter((id) => !Object.hasOwn(responses, id))).toEqual([]);
    expect(responses['lambda:ListFunctions']).toHaveProperty('Functions.length', 60);
    expect(responses['ecs:DescribeTasks']).toHaveLength(2);
    expect(responses['ecs:DescribeTaskDefinition']).toHaveLength(1);
    expect(JSON.stringify(responses)).toContain(roleArn);
    expect(JSON.stringify(responses)).not.toContain('hush');
  });

  it('is not read where only administrators could', async () => {
    await start({}, [held('*'), ...places({ ...regionAnswers, ...workloads })]);
    const units = await collect();
    expect(lazy.filter((id) => Object.hasOwn(units['eu-west-1']?.responses ?? {}, id))).toEqual([]);
  });

  it('is not read where no role could be carried', async () => {
    const inline = encode({ Effect: 'Allow', Action: ['codebuild:*', 'glue:*'], Resource: '*' });
    const ci = { RoleName: 'ci', RolePolicyList: [{ PolicyDocument: inline }], ...trusting('glue') };
    await start({}, [accountOf(ci), ...places({ ...regionAnswers, ...workloads })]);
    const units = await collect({ regions: ['eu-west-1'] });
    expect(lazy.filter((id) => Object.hasOwn(units['eu-west-1']?.responses ?? {}, id))).toEqual([
      'glue:GetDevEndpoints',
    ]);
  });

  it('is unread, and nothing else is, where nobody knows what is held', async () => {
    await start({ denied: ['iam:GetAccountAuthorizationDetails'] }, [held(), ...places(regionAnswers)]);
    const units = await collect();
    expect(errorOf(units['eu-west-1'], 'codebuild:ListProjects')).toMatchObject({
      code: 'AccessDenied',
      message: expect.stringContaining('iam:GetAccountAuthorizationDetails could not be read'),
      because: 'iam:GetAccountAuthorizationDetails',
    });
    expect(units['eu-west-1']?.errors.map(({ operation }) => operation)).toEqual(lazy);
    expect(errorOf(units['us-east-1'], 'codebuild:BatchGetProjects')?.message).toContain('codebuild:ListProjects');
    expect(units['us-east-1']?.skipped).toContainEqual({
      operation: 'ssm:DescribeInstanceInformation',
      reason: 'empty-region',
    });
  });

  it('makes nothing else wait for what is held', async () => {
    const aws = await start({ failures: { operations: ['iam:GetAccountAuthorizationDetails'] } }, [
      held(),
      ...places(regionAnswers),
    ]);
    await collect({ regions: ['eu-west-1'] });
    const last = aws.calls.findLast(({ operation }) => operation === 'GetAccountAuthorizationDetails');
    const late = aws.calls.filter(({ region, at: when }) => region === 'eu-west-1' && when > (last?.at ?? when));
    expect(late).toEqual([]);
  });

  it('can be asked for alone, with what decides on it', async () => {
    const aws = await start({}, [held('codebuild:*'), unit('eu-west-1', { ...regionAnswers, ...workloads })]);
    await collect({ regions: ['eu-west-1'], operations: new Set(['codebuild:BatchGetProjects']) });
    expect(new Set(aws.calls.map(({ operation }) => operation))).toEqual(
      new Set([
        'GetCallerIdentity',
        'DescribeRegions',
        'GetAccountAuthorizationDetails',
        'DescribeNetworkInterfaces',
        'ListProjects',
        'BatchGetProjects',
      ]),
    );
  });
});
