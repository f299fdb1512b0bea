import { listOf, required } from '../../shape.ts';
import { answerOf, answersBy } from '../answer.ts';
import { partitionOf } from '../partition-of.ts';
import { withPolicy, type PolicySource } from './policy-source.ts';

const ofRepository = 'ecr:GetRepositoryPolicy';
const ofRegistry = 'ecr:GetRegistryPolicy';

/** Private repositories of Amazon ECR. */
export const repositories: PolicySource = {
  kind: 'ecr-repository',
  operation: 'ecr:DescribeRepositories',
  more: [ofRepository],
  policies: (answers) => {
    const told = answersBy(answers, ofRepository, 'repositoryName', ({ policyText }) => policyText);
    const listed = listOf(answerOf(answers, 'ecr:DescribeRepositories').repositories, 'repositories');
    return listed.map(({ repositoryName, repositoryArn }) => {
      const id = required(repositoryName, 'repositoryName');
      const arn = required(repositoryArn, 'repositoryArn');
      return withPolicy({ kind: 'ecr-repository', id, arn, name: id, operation: ofRepository }, told, id);
    });
  },
};

/** The registry of the region as a whole, if it has a policy: who may replicate images into it. */
export const registry: PolicySource = {
  kind: 'ecr-registry',
  operation: ofRegistry,
  more: [],
  policies: (answers, { account, region }) => {
    const { policyText } = answerOf(answers, ofRegistry);
    if (policyText === undefined) return [];
    const arn = `arn:${partitionOf(region)}:ecr:${region}:${account}:repository/*`;
    const named = { kind: 'ecr-registry', id: account, arn, name: account, operation: ofRegistry } as const;
    return [withPolicy(named, new Map([[account, policyText]]), account)];
  },
};
