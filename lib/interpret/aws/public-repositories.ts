import type { PartDefinition } from '../part.ts';
import { listOf, required } from '../shape.ts';
import { answerOf } from './answer.ts';

/** `aws.publicRepositories`: what an account publishes in the gallery of Amazon ECR. */
export const publicRepositories: PartDefinition<'aws.publicRepositories'> = {
  per: 'aws-account',
  operations: ['ecr-public:DescribeRepositories'],
  interpret: (answers) =>
    listOf(answerOf(answers, 'ecr-public:DescribeRepositories').repositories, 'repositories').map((each) => ({
      arn: required(each.repositoryArn, 'repositoryArn'),
      name: required(each.repositoryName, 'repositoryName'),
      ...(each.repositoryUri !== undefined && { uri: each.repositoryUri }),
    })),
};
