/** A queue, and the account that its policy lets in beside its own. */
export interface DemoQueue {
  readonly name: string;
  /** Twelve digits. */
  readonly sharedWith?: string;
  /** A topic of the same account and region that sends to it. */
  readonly fedBy?: string;
}

/** What a region says of resources with policies of their own. */
export interface DemoSharedResources {
  readonly queues?: readonly DemoQueue[];
  /** Topics by name, with the policy that SNS gives to new ones. */
  readonly topics?: readonly string[];
}

/** Every answer about them; none of the demo's repositories, keys, secrets, file systems and vaults has a policy. */
export function sharedResourceResponses(
  { account, region }: { readonly account: string; readonly region: string },
  { queues = [], topics = [] }: DemoSharedResources,
): Record<string, unknown> {
  const topicArn = (name: string): string => `arn:aws:sns:${region}:${account}:${name}`;
  const queueUrl = (name: string): string => `https://sqs.${region}.amazonaws.com/${account}/${name}`;
  const policyOf = ({ name, sharedWith, fedBy }: DemoQueue): string => {
    const Resource = `arn:aws:sqs:${region}:${account}:${name}`;
    const vendor = { Sid: 'vendor', Effect: 'Allow', Principal: { AWS: `arn:aws:iam::${sharedWith}:root` } };
    const topic = { Sid: 'topic', Effect: 'Allow', Principal: { Service: 'sns.amazonaws.com' } };
    const Condition = { ArnEquals: { 'aws:SourceArn': topicArn(fedBy ?? '') } };
    const Statement = [
      ...(sharedWith ? [{ ...vendor, Action: ['sqs:ReceiveMessage', 'sqs:DeleteMessage'], Resource }] : []),
      ...(fedBy ? [{ ...topic, Action: 'sqs:SendMessage', Resource, Condition }] : []),
    ];
    return JSON.stringify({ Version: '2012-10-17', Statement });
  };
  return {
    'sqs:ListQueues': { QueueUrls: queues.map(({ name }) => queueUrl(name)) },
    'sqs:GetQueueAttributes': queues.map((queue) => ({
      input: { QueueUrl: queueUrl(queue.name) },
      output: {
        Attributes: { QueueArn: `arn:aws:sqs:${region}:${account}:${queue.name}`, Policy: policyOf(queue) },
      },
    })),
    'sns:ListTopics': { Topics: topics.map((name) => ({ TopicArn: topicArn(name) })) },
    'sns:GetTopicAttributes': topics.map((name) => ({
      input: { TopicArn: topicArn(name) },
      output: {
        Attributes: { TopicArn: topicArn(name), Owner: account, Policy: givenPolicy(topicArn(name), account) },
      },
    })),
    'ecr:GetRepositoryPolicy': [],
    'ecr:GetRegistryPolicy': {},
    'elasticfilesystem:DescribeFileSystems#policies': { FileSystems: [] },
    'elasticfilesystem:DescribeFileSystemPolicy': [],
    'kms:GetKeyPolicy': [],
    'secretsmanager:ListSecrets#policies': { SecretList: [] },
    'secretsmanager:GetResourcePolicy': [],
    'backup:GetBackupVaultAccessPolicy': [],
  };
}

/** The policy of a topic that nobody changed. */
function givenPolicy(Resource: string, account: string): string {
  const Action = ['GetTopicAttributes', 'SetTopicAttributes', 'DeleteTopic', 'Subscribe', 'Publish'].map(
    (action) => `SNS:${action}`,
  );
  const Condition = { StringEquals: { 'AWS:SourceOwner': account } };
  const statement = { Sid: '__default_statement_ID', Effect: 'Allow', Principal: { AWS: '*' }, Action, Resource };
  return JSON.stringify({ Version: '2008-10-17', Id: '__default_policy_ID', Statement: [{ ...statement, Condition }] });
}
