import type { CaseSnapshot } from '../../../lib/model/check-case.ts';
import { account, inAccount, inRegion } from './units.ts';

/** A policy's statements; nothing for a resource without a policy. */
export type Policy = readonly object[] | undefined;

type Policies = Readonly<Record<string, Policy>>;

/** The resources of a region, each kind by name, with their policies. */
export interface Sharing {
  readonly repositories?: Policies;
  readonly registry?: Policy;
  readonly fileSystems?: Policies;
  readonly queues?: Policies;
  readonly topics?: Policies;
  readonly functions?: Policies;
  readonly keys?: Policies;
  /** Keys that AWS manages: what they say is not asked for. */
  readonly ownKeys?: readonly string[];
  readonly secrets?: Policies;
  readonly vaults?: Policies;
}

const at = `ap-northeast-1:${account}`;

/** A statement that allows. */
export function allow(principal: unknown, action: string, condition?: object): object {
  return {
    Effect: 'Allow',
    Principal: principal,
    Action: action,
    Resource: '*',
    ...(condition && { Condition: condition }),
  };
}

/** A statement's principal by its account. */
export function rootOf(of: string): object {
  return { AWS: `arn:aws:iam::${of}:root` };
}

/** A region whose resources have these policies. */
export function sharing(resources: Sharing): CaseSnapshot {
  const { repositories = {}, fileSystems = {}, queues = {}, topics = {}, functions = {} } = resources;
  const { registry, keys = {}, ownKeys = [], secrets = {}, vaults = {} } = resources;
  const topicArn = (name: string): string => `arn:aws:sns:${at}:${name}`;
  const secretArn = (name: string): string => `arn:aws:secretsmanager:${at}:secret:${name}`;
  return inRegion({
    'ecr:DescribeRepositories': {
      repositories: Object.keys(repositories).map((repositoryName) => ({
        repositoryName,
        repositoryArn: `arn:aws:ecr:${at}:repository/${repositoryName}`,
      })),
    },
    'ecr:GetRepositoryPolicy': told(repositories, 'repositoryName', (policyText) => ({ policyText })),
    'ecr:GetRegistryPolicy': registry ? { registryId: account, policyText: textOf(registry) } : {},
    'elasticfilesystem:DescribeFileSystems#policies': {
      FileSystems: Object.keys(fileSystems).map((FileSystemId) => ({ FileSystemId })),
    },
    'elasticfilesystem:DescribeFileSystemPolicy': told(fileSystems, 'FileSystemId', (Policy) => ({ Policy })),
    'sqs:ListQueues': { QueueUrls: Object.keys(queues).map(queueUrl) },
    'sqs:GetQueueAttributes': told(queues, 'QueueUrl', (Policy) => ({ Attributes: { Policy } }), queueUrl),
    'sns:ListTopics': { Topics: Object.keys(topics).map((name) => ({ TopicArn: topicArn(name) })) },
    'sns:GetTopicAttributes': told(topics, 'TopicArn', (Policy) => ({ Attributes: { Policy } }), topicArn),
    'lambda:ListFunctions': {
      Functions: Object.keys(functions).map((FunctionName) => ({
        FunctionName,
        FunctionArn: `arn:aws:lambda:${at}:function:${FunctionName}`,
      })),
    },
    'lambda:GetPolicy': told(functions, 'FunctionName', (Policy) => ({ Policy })),
    'kms:ListKeys': { Keys: [...Object.keys(keys), ...ownKeys].map((KeyId) => ({ KeyId })) },
    'kms:DescribeKey': [...Object.keys(keys), ...ownKeys].map((KeyId) => ({
      input: { KeyId },
      output: { KeyMetadata: { KeyId, KeyManager: ownKeys.includes(KeyId) ? 'AWS' : 'CUSTOMER' } },
    })),
    'kms:GetKeyPolicy': told(keys, 'KeyId', (Policy) => ({ Policy })),
    'secretsmanager:ListSecrets#policies': {
      SecretList: Object.keys(secrets).map((Name) => ({ Name, ARN: secretArn(Name) })),
    },
    'secretsmanager:GetResourcePolicy': told(secrets, 'SecretId', (ResourcePolicy) => ({ ResourcePolicy }), secretArn),
    'backup:ListBackupVaults': {
      BackupVaultList: Object.keys(vaults).map((BackupVaultName) => ({ BackupVaultName })),
    },
    'backup:GetBackupVaultAccessPolicy': told(vaults, 'BackupVaultName', (Policy) => ({ Policy })),
  });
}

/** What S3 says of a bucket, beside its policy. */
export interface SharedBucket {
  readonly policy?: Policy;
  /** Whether S3 itself calls the policy public. */
  readonly isPublic?: boolean;
  readonly restricted?: boolean;
}

/** An account with these buckets. */
export function sharedBuckets(buckets: Readonly<Record<string, SharedBucket>>): CaseSnapshot {
  const about = (answer: (bucket: SharedBucket) => object) =>
    Object.entries(buckets).map(([Bucket, bucket]) => ({ input: { Bucket }, output: answer(bucket) }));
  const withPolicy = Object.fromEntries(
    Object.entries(buckets).flatMap(([name, { policy }]) => (policy ? [[name, policy]] : [])),
  );
  return inAccount({
    's3:ListBuckets': { Buckets: Object.keys(buckets).map((Name) => ({ Name })) },
    's3control:GetPublicAccessBlock': {},
    's3:GetBucketAcl': about(() => ({ Grants: [] })),
    's3:GetBucketPolicyStatus': about(({ policy, isPublic = false }) =>
      policy ? { PolicyStatus: { IsPublic: isPublic } } : {},
    ),
    's3:GetPublicAccessBlock': about(({ restricted = false }) => ({
      PublicAccessBlockConfiguration: { RestrictPublicBuckets: restricted },
    })),
    's3:GetBucketPolicy': told(withPolicy, 'Bucket', (Policy) => ({ Policy })),
  });
}

function queueUrl(name: string): string {
  return `https://sqs.ap-northeast-1.amazonaws.com/${account}/${name}`;
}

function textOf(statements: Policy): string | undefined {
  return statements && JSON.stringify({ Version: '2012-10-17', Statement: statements });
}

/** What was answered about each resource, by the part of the input that names it. */
function told(
  policies: Policies,
  key: string,
  answer: (text: string) => object,
  nameOf = (name: string): string => name,
): readonly object[] {
  return Object.entries(policies).map(([name, statements]) => {
    const text = textOf(statements);
    return { input: { [key]: nameOf(name) }, output: text === undefined ? {} : answer(text) };
  });
}
