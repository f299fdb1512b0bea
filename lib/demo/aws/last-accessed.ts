import type { ServiceLastAccessed } from '@aws-sdk/client-iam';
import type { DemoAccount } from './account.ts';
import { awsManagedPolicies } from './aws-managed-policies.ts';
import type { DaysBefore } from './days-before.ts';
import type { DemoUse } from './demo-use.ts';

/** A user or role, as far as its use is concerned. */
interface Principal {
  readonly arn: string;
  /** Actions that its policies name. */
  readonly actions: readonly string[];
  readonly use: DemoUse;
}

/** Services whose use IAM records, as many as the demo needs: a policy that names no service allows them all. */
const names: Readonly<Record<string, string>> = {
  autoscaling: 'Amazon EC2 Auto Scaling',
  cloudwatch: 'Amazon CloudWatch',
  codebuild: 'AWS CodeBuild',
  dynamodb: 'Amazon DynamoDB',
  ec2: 'Amazon EC2',
  elasticloadbalancing: 'AWS Elastic Load Balancing',
  iam: 'AWS Identity and Access Management',
  kms: 'AWS Key Management Service',
  lambda: 'AWS Lambda',
  logs: 'Amazon CloudWatch Logs',
  rds: 'Amazon RDS',
  s3: 'Amazon S3',
  sns: 'Amazon SNS',
  sqs: 'Amazon SQS',
  ssm: 'AWS Systems Manager',
};

/** The report of every user and role that holds a policy; what a policy of AWS allows that the demo does not know, nobody used. */
export function lastAccessed(account: DemoAccount, days: DaysBefore): object[] {
  return principalsOf(account)
    .filter(({ arn, actions }) => actions.length > 0 || arn.includes(':role/aws-reserved/'))
    .map(({ arn, actions, use }) => ({
      input: { Arn: arn },
      output: {
        JobStatus: 'COMPLETED',
        JobType: 'ACTION_LEVEL',
        JobCreationDate: days(0),
        JobCompletionDate: days(0),
        ServicesLastAccessed: servicesOf(actions).map((service) => serviceUse(service, use, arn, days)),
      },
    }));
}

function principalsOf({ id, users, roles = [], groups = [], policies = {} }: DemoAccount): Principal[] {
  const own = Object.entries(policies).map(([name, held]) => [`arn:aws:iam::${id}:policy/${name}`, held] as const);
  const managed = new Map([...own, ...Object.entries(awsManagedPolicies)]);
  const actionsOf = (attached: readonly string[] = [], inline: readonly object[] = []): string[] =>
    [...attached.flatMap((arn) => managed.get(arn) ?? []), ...inline].flatMap(actionsIn);
  return [
    ...users.map((user) => ({
      arn: `arn:aws:iam::${id}:user/${user.name}`,
      actions: [
        ...actionsOf(user.attached, user.inline),
        ...groups.filter(({ name }) => user.groups?.includes(name)).flatMap(({ attached }) => actionsOf(attached)),
      ],
      use: user.use ?? {},
    })),
    ...roles
      .filter(({ lastUsed, path = '/' }) => lastUsed !== undefined && !path.startsWith('/aws-service-role/'))
      .map((role) => ({
        arn: `arn:aws:iam::${id}:role${role.path ?? '/'}${role.name}`,
        actions: actionsOf(role.attached, role.inline),
        use: role.use ?? {},
      })),
  ];
}

/** What a statement names, allowed or denied: a policy that only denies is held, and worth a report, too. */
function actionsIn(statement: object): readonly string[] {
  if ('NotAction' in statement) return ['*'];
  const action: unknown = 'Action' in statement ? statement.Action : [];
  return (Array.isArray(action) ? action : [action]).map(String);
}

function servicesOf(actions: readonly string[]): readonly string[] {
  if (actions.includes('*')) return Object.keys(names);
  return [...new Set(actions.map((action) => action.split(':')[0] ?? ''))].toSorted();
}

function serviceUse(
  service: string,
  { unused, unusedActions }: DemoUse,
  arn: string,
  days: DaysBefore,
): ServiceLastAccessed {
  const ago = unused?.[service] ?? 1;
  return {
    ServiceName: names[service] ?? service,
    ServiceNamespace: service,
    ...(ago !== 'never' && {
      LastAuthenticated: days(ago),
      LastAuthenticatedEntity: arn,
      LastAuthenticatedRegion: 'ap-northeast-1',
    }),
    TotalAuthenticatedEntities: ago === 'never' ? 0 : 1,
    TrackedActionsLastAccessed: (unusedActions?.[service] ?? []).map((ActionName) => ({ ActionName })),
  };
}
