import type { Project } from '@aws-sdk/client-codebuild';
import type { FunctionConfiguration } from '@aws-sdk/client-lambda';
import type { InstanceInformation } from '@aws-sdk/client-ssm';
import type { DaysBefore } from './days-before.ts';
import type { DemoWorkload } from './demo-workload.ts';
import { idIn } from './network.ts';
import { endpointResponses } from './endpoints.ts';
import type { PlacedVpc } from './placed-vpc.ts';

/** What of a region runs with a role, beside its instances. */
export interface DemoWorkloads {
  readonly functions?: readonly DemoWorkload[];
  readonly projects?: readonly DemoWorkload[];
}

/** Where workloads run. */
interface Place {
  readonly account: string;
  readonly region: string;
}

/** What the services that run workloads answer. Nobody in the demo uses the rest of them. */
export function workloadResponses(
  place: Place,
  { functions = [], projects = [] }: DemoWorkloads,
  vpcs: readonly PlacedVpc[],
  days: DaysBefore,
): Record<string, unknown> {
  const names = projects.map(({ name }) => name);
  const described = projects.map((each) => project(place, each, days));
  return {
    'lambda:ListFunctions': { Functions: functions.map((each) => lambdaFunction(place, each, days)) },
    ...endpointResponses(place, functions),
    'ssm:DescribeInstanceInformation': { InstanceInformationList: vpcs.flatMap((vpc) => managed(vpc, days)) },
    'codebuild:ListProjects': { projects: names },
    'codebuild:BatchGetProjects': names.length > 0 ? [{ input: { names }, output: { projects: described } }] : [],
    'cloudformation:DescribeStacks': { Stacks: [] },
    'ecs:ListClusters': { clusterArns: [] },
    'ecs:ListTasks': [],
    'ecs:DescribeTasks': [],
    'ecs:DescribeTaskDefinition': [],
    'glue:GetDevEndpoints': { DevEndpoints: [] },
    'sagemaker:ListNotebookInstances': { NotebookInstances: [] },
    'sagemaker:DescribeNotebookInstance': [],
    'states:ListStateMachines': { stateMachines: [] },
    'states:DescribeStateMachine': [],
    'apprunner:ListServices': { ServiceSummaryList: [] },
    'apprunner:DescribeService': [],
  };
}

function lambdaFunction(
  { account, region }: Place,
  { name, role }: DemoWorkload,
  days: DaysBefore,
): FunctionConfiguration {
  return {
    FunctionName: name,
    FunctionArn: `arn:aws:lambda:${region}:${account}:function:${name}`,
    Runtime: 'nodejs24.x',
    Role: roleArn(account, role),
    Handler: 'index.handler',
    // Lambda writes this moment as a text of its own form.
    LastModified: days(90).toISOString().replace('Z', '+0000'),
    MemorySize: 256,
    Timeout: 60,
    Version: '$LATEST',
    PackageType: 'Zip',
    Architectures: ['arm64'],
  };
}

function project({ account, region }: Place, { name, role }: DemoWorkload, days: DaysBefore): Project {
  return {
    name,
    arn: `arn:aws:codebuild:${region}:${account}:project/${name}`,
    serviceRole: roleArn(account, role),
    source: { type: 'CODECOMMIT', location: `https://git-codecommit.${region}.amazonaws.com/v1/repos/${name}` },
    artifacts: { type: 'NO_ARTIFACTS' },
    environment: {
      type: 'LINUX_CONTAINER',
      image: 'aws/codebuild/amazonlinux-x86_64-standard:5.0',
      computeType: 'BUILD_GENERAL1_SMALL',
    },
    timeoutInMinutes: 60,
    created: days(300),
    lastModified: days(90),
    tags: [],
  };
}

function roleArn(account: string, role: string): string {
  return `arn:aws:iam::${account}:role/${role}`;
}

/** The instances whose agent reports to Systems Manager. */
function managed(vpc: PlacedVpc, days: DaysBefore): InstanceInformation[] {
  return (vpc.described.instances ?? [])
    .filter((machine) => machine.managed)
    .map((machine) => ({
      InstanceId: idIn(vpc, 'i', machine.name),
      PingStatus: machine.stopped ? 'ConnectionLost' : 'Online',
      LastPingDateTime: days(0),
      PlatformType: 'Linux',
      PlatformName: 'Amazon Linux',
      ResourceType: 'EC2Instance',
    }));
}
