import type { Snapshot } from '../../lib/model/snapshot.ts';
import { regionUnit } from './units.ts';

type Resource = Readonly<Record<string, unknown>>;

/** How the resources of one kind are answered by their service. */
interface Kind {
  /** Names that a case may call the kind by. */
  readonly names: RegExp;
  answers(resources: readonly Resource[]): Snapshot['responses'];
}

const text = (resource: Resource, ...names: readonly string[]): string | undefined =>
  names.map((name) => resource[name]).find((value) => typeof value === 'string');
/** The resource's role: the member that is the ARN of one. */
const roleOf = (resource: Resource): string | undefined =>
  Object.values(resource).find((value) => typeof value === 'string' && value.includes(':role/')) as string | undefined;
/** The resource's own ARN: the first that is neither a role's nor an instance profile's. */
const arnOf = (resource: Resource): string =>
  (Object.values(resource).find(
    (value) => typeof value === 'string' && value.startsWith('arn:') && !/:(role|instance-profile)\//.test(value),
  ) as string | undefined) ?? '';
const keyed = (input: object, output: object): object => ({ input, output });
const nameOf = (arn: string): string => arn.split(/[:/]/).at(-1) ?? '';

const kinds: readonly Kind[] = [
  {
    names: /lambda/i,
    answers: (resources) => ({
      'lambda:ListFunctions': {
        Functions: resources.map((each) => ({
          FunctionArn: arnOf(each),
          FunctionName: nameOf(arnOf(each)),
          Role: roleOf(each),
        })),
      },
    }),
  },
  {
    names: /^ec2|^instances/i,
    answers: (resources) => ({
      'ec2:DescribeInstances': {
        Reservations: [
          {
            Instances: resources.map((each) => ({
              InstanceId: nameOf(arnOf(each)),
              State: { Name: text(each, 'state') ?? 'running' },
              ...(text(each, 'instanceProfile') && { IamInstanceProfile: { Arn: text(each, 'instanceProfile') } }),
            })),
          },
        ],
      },
      'ssm:DescribeInstanceInformation': {
        InstanceInformationList: resources
          .filter((each) => each['ssmManaged'] === true)
          .map((each) => ({ InstanceId: nameOf(arnOf(each)), PingStatus: 'Online' })),
      },
    }),
  },
  {
    names: /codebuild/i,
    answers: (resources) => ({
      'codebuild:ListProjects': { projects: resources.map((each) => nameOf(arnOf(each))) },
      'codebuild:BatchGetProjects': [
        keyed(
          {},
          {
            projects: resources.map((each) => ({
              name: nameOf(arnOf(each)),
              arn: arnOf(each),
              serviceRole: roleOf(each),
            })),
          },
        ),
      ],
    }),
  },
  {
    names: /stack/i,
    answers: (resources) => ({
      'cloudformation:DescribeStacks': {
        Stacks: resources.map((each) => ({
          StackId: arnOf(each),
          StackName: arnOf(each).split('/')[1] ?? '',
          StackStatus: 'CREATE_COMPLETE',
          RoleARN: roleOf(each),
        })),
      },
    }),
  },
  {
    names: /task/i,
    answers: (resources) => ({
      'ecs:ListClusters': { clusterArns: ['arn:aws:ecs:eu-west-1:111122223333:cluster/case'] },
      'ecs:ListTasks': [keyed({ cluster: 'case' }, { taskArns: resources.map(arnOf) })],
      'ecs:DescribeTasks': [
        keyed(
          { cluster: 'case' },
          {
            tasks: resources.map((each) => ({
              taskArn: arnOf(each),
              taskDefinitionArn: `${arnOf(each)}-definition`,
              lastStatus: (text(each, 'lastStatus', 'state', 'status') ?? 'RUNNING').toUpperCase(),
              enableExecuteCommand: Object.entries(each).some(([name, value]) => /exec/i.test(name) && value === true),
            })),
          },
        ),
      ],
      'ecs:DescribeTaskDefinition': resources.map((each) =>
        keyed(
          { taskDefinition: `${arnOf(each)}-definition` },
          { taskDefinition: { taskDefinitionArn: `${arnOf(each)}-definition`, taskRoleArn: roleOf(each) } },
        ),
      ),
    }),
  },
  {
    names: /glue|endpoint/i,
    answers: (resources) => ({
      'glue:GetDevEndpoints': {
        DevEndpoints: resources.map((each) => ({
          EndpointName: nameOf(arnOf(each)),
          RoleArn: roleOf(each),
          Status: 'READY',
        })),
      },
    }),
  },
  {
    names: /sagemaker|notebook/i,
    answers: (resources) => ({
      'sagemaker:ListNotebookInstances': {
        NotebookInstances: resources.map((each) => ({
          NotebookInstanceName: nameOf(arnOf(each)),
          NotebookInstanceArn: arnOf(each),
        })),
      },
      'sagemaker:DescribeNotebookInstance': resources.map((each) =>
        keyed(
          { NotebookInstanceName: nameOf(arnOf(each)) },
          {
            NotebookInstanceArn: arnOf(each),
            NotebookInstanceName: nameOf(arnOf(each)),
            NotebookInstanceStatus: text(each, 'status', 'state') ?? 'InService',
            RoleArn: roleOf(each),
          },
        ),
      ),
    }),
  },
  {
    names: /statemachine|stepfunction/i,
    answers: (resources) => ({
      'states:ListStateMachines': {
        stateMachines: resources.map((each) => ({ stateMachineArn: arnOf(each), name: nameOf(arnOf(each)) })),
      },
      'states:DescribeStateMachine': resources.map((each) =>
        keyed(
          { stateMachineArn: arnOf(each) },
          { stateMachineArn: arnOf(each), name: nameOf(arnOf(each)), roleArn: roleOf(each) },
        ),
      ),
    }),
  },
  {
    names: /apprunner/i,
    answers: (resources) => ({
      'apprunner:ListServices': {
        ServiceSummaryList: resources.map((each) => ({ ServiceArn: arnOf(each), Status: 'RUNNING' })),
      },
      'apprunner:DescribeService': resources.map((each) =>
        keyed(
          { ServiceArn: arnOf(each) },
          {
            Service: {
              ServiceArn: arnOf(each),
              Status: 'RUNNING',
              InstanceConfiguration: { InstanceRoleArn: roleOf(each) },
            },
          },
        ),
      ),
    }),
  },
];

/** The regions that a case's resources are in; every other kind of resource is answered with none. Throws for a kind that nobody knows. */
export function regionUnits(
  account: string,
  collectedAt: string,
  resources: Readonly<Record<string, readonly Resource[]>>,
): readonly Snapshot[] {
  for (const name of Object.keys(resources)) {
    if (!kinds.some(({ names }) => names.test(name))) throw new Error(`no kind of resource is called ${name}`);
  }
  const placed = Object.entries(resources).flatMap(([name, each]) => each.map((resource) => ({ name, resource })));
  const byRegion = Map.groupBy(placed, ({ resource }) => arnOf(resource).split(':')[3] || 'eu-west-1');
  if (byRegion.size === 0) byRegion.set('eu-west-1', []);
  return [...byRegion].map(([region, here]) =>
    regionUnit(
      account,
      region,
      collectedAt,
      Object.assign(
        {},
        ...kinds.map(({ names, answers }) =>
          answers(here.filter(({ name }) => names.test(name)).map(({ resource }) => resource)),
        ),
      ) as Snapshot['responses'],
    ),
  );
}
