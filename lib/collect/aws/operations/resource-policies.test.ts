import { isDeepStrictEqual } from 'node:util';
import { describe, expect, it } from 'vitest';
import { account, at } from '../../../../test/collect/answers.ts';
import { collectAnswers } from '../../../../test/collect/collect-answers.ts';

const Policy = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: '*' }] });
const url = (name: string): string => `https://sqs.eu-west-1.amazonaws.com/${account}/${name}`;
const topic = (name: string): string => `arn:aws:sns:eu-west-1:${account}:${name}`;
const secret = `arn:aws:secretsmanager:eu-west-1:${account}:secret:orders-AbCdEf`;
const numbered = (count: number) => Array.from({ length: count }, (_, index) => `n${index}`);

const answers = {
  'ecr:DescribeRepositories': { repositories: [{ repositoryName: 'team/web', repositoryArn: 'arn:aws:ecr:1' }] },
  'ecr:GetRepositoryPolicy': [
    { input: { repositoryName: 'team/web' }, output: { repositoryName: 'team/web', policyText: Policy } },
  ],
  'ecr:GetRegistryPolicy': { registryId: account, policyText: Policy },
  'elasticfilesystem:DescribeFileSystems#policies': {
    FileSystems: numbered(3).map((id) => ({ FileSystemId: id, CreationTime: at })),
  },
  'elasticfilesystem:DescribeFileSystemPolicy': numbered(3).map((id) => ({
    input: { FileSystemId: id },
    output: { FileSystemId: id, Policy },
  })),
  'sqs:ListQueues': { QueueUrls: numbered(3).map(url) },
  'sqs:GetQueueAttributes': numbered(3).map((name) => ({
    input: { QueueUrl: url(name) },
    output: { Attributes: { Policy, QueueArn: name } },
  })),
  'sns:ListTopics': { Topics: numbered(3).map((name) => ({ TopicArn: topic(name) })) },
  'sns:GetTopicAttributes': numbered(3).map((name) => ({
    input: { TopicArn: topic(name) },
    output: { Attributes: { Policy, TopicArn: topic(name) } },
  })),
  'kms:ListKeys': { Keys: [{ KeyId: 'own' }, { KeyId: 'aws' }] },
  'kms:DescribeKey': [
    { input: { KeyId: 'own' }, output: { KeyMetadata: { KeyId: 'own', KeyManager: 'CUSTOMER' } } },
    { input: { KeyId: 'aws' }, output: { KeyMetadata: { KeyId: 'aws', KeyManager: 'AWS' } } },
  ],
  'kms:GetKeyPolicy': [{ input: { KeyId: 'own' }, output: { Policy, PolicyName: 'default' } }],
  'secretsmanager:ListSecrets#policies': { SecretList: [{ ARN: secret, Name: 'orders' }] },
  'secretsmanager:GetResourcePolicy': [
    { input: { SecretId: secret }, output: { ARN: secret, ResourcePolicy: Policy } },
  ],
  'backup:ListBackupVaults': { BackupVaultList: [{ BackupVaultName: 'Default' }] },
  'backup:GetBackupVaultAccessPolicy': [
    { input: { BackupVaultName: 'Default' }, output: { BackupVaultName: 'Default', Policy } },
  ],
};

describe('policies of resources', () => {
  it('are read over the wire as the snapshot holds them, all pages, in a region without networks', async () => {
    const collected = await collectAnswers(answers);
    expect(collected?.errors).toEqual([]);
    expect(collected?.responses).toEqual({ ...answers, 'ec2:DescribeNetworkInterfaces': { NetworkInterfaces: [] } });
  });

  it('of buckets are asked for only where S3 says that there is one', async () => {
    const buckets = {
      's3:ListBuckets': { Buckets: [{ Name: 'with' }, { Name: 'without' }] },
      's3:GetBucketPolicyStatus': [
        { input: { Bucket: 'with' }, output: { PolicyStatus: { IsPublic: false } } },
        { input: { Bucket: 'without' }, output: {} },
      ],
      's3:GetBucketPolicy': [{ input: { Bucket: 'with' }, output: { Policy } }],
      'ecr-public:DescribeRepositories': { repositories: numbered(150).map((name) => ({ repositoryName: name })) },
    };
    const collected = await collectAnswers(buckets, 'global');
    expect(collected?.errors).toEqual([]);
    expect(collected?.responses).toMatchObject(buckets);
  });

  it('are listed page by page', async () => {
    const lists = {
      'elasticfilesystem:DescribeFileSystems#policies': {
        FileSystems: numbered(120).map((FileSystemId) => ({ FileSystemId })),
      },
      'secretsmanager:ListSecrets#policies': { SecretList: numbered(101).map((Name) => ({ Name, ARN: Name })) },
      'sns:ListTopics': { Topics: numbered(210).map((name) => ({ TopicArn: topic(name) })) },
      'sqs:ListQueues': { QueueUrls: numbered(1001).map(url) },
    };
    const collected = await collectAnswers(lists);
    expect(collected?.errors).toEqual([]);
    expect(collected?.responses).toMatchObject(lists);
  });

  it.each([
    ['ecr:GetRepositoryPolicy', 'RepositoryPolicyNotFoundException', { repositoryName: 'team/web' }],
    ['elasticfilesystem:DescribeFileSystemPolicy', 'PolicyNotFound', { FileSystemId: 'n1' }],
    ['backup:GetBackupVaultAccessPolicy', 'ResourceNotFoundException', { BackupVaultName: 'Default' }],
    ['ecr:GetRegistryPolicy', 'RegistryPolicyNotFoundException', undefined],
  ])('need not be there: %s', async (operation, code, input) => {
    const { [operation as keyof typeof answers]: told, ...rest } = answers;
    const others = Array.isArray(told) ? told.filter((each) => !isDeepStrictEqual(each.input, input)) : [];
    const error = { operation, code, message: 'there is none', ...(input && { input }) };
    const collected = await collectAnswers({ ...rest, ...(input && { [operation]: others }) }, 'eu-west-1', {
      errors: [error],
      also: [operation],
    });
    expect(collected?.errors).toEqual([]);
    const output = collected?.responses[operation];
    const about = Array.isArray(output) ? output.filter((each) => isDeepStrictEqual(each.input, input)) : output;
    expect(about).toEqual(input ? [{ input, output: {} }] : {});
  });

  it('say nothing of what a secret is for', async () => {
    const described = { SecretList: [{ ARN: secret, Name: 'orders', Description: 'hush' }] };
    const collected = await collectAnswers({ ...answers, 'secretsmanager:ListSecrets#policies': described });
    expect(JSON.stringify(collected)).not.toContain('hush');
  });

  it('are asked for once where nobody may, of each kind by itself', async () => {
    const collected = await collectAnswers(answers, 'eu-west-1', { faults: { denied: ['sns:GetTopicAttributes'] } });
    expect(collected?.errors.map(({ operation, input }) => ({ operation, input }))).toEqual([
      { operation: 'sns:GetTopicAttributes' },
    ]);
    expect(collected?.responses).toHaveProperty(['sqs:GetQueueAttributes']);
  });
});
