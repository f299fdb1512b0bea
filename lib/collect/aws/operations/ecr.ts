import type {
  DescribeRepositoriesResponse,
  GetRegistryPolicyResponse,
  GetRepositoryPolicyResponse,
} from '@aws-sdk/client-ecr';
import { defineOperation } from '../operation.ts';

const region = { per: 'region', budget: 'workload', outsideNetworks: true } as const;

/** Repositories of Amazon ECR, who may use them, and who may replicate into the registry; those that anybody may pull from. */
export const ecrOperations = [
  defineOperation({
    ...region,
    id: 'ecr:DescribeRepositories',
    async call({ ecr }, options, page) {
      const { DescribeRepositoriesCommand } = await import('../sdk/ecr.ts');
      return (await ecr).send(new DescribeRepositoriesCommand({ maxResults: 1000, nextToken: page }), options);
    },
    next: (output) => output.nextToken,
  }),
  defineOperation({
    ...region,
    id: 'ecr:GetRepositoryPolicy',
    absent: ['RepositoryPolicyNotFoundException'],
    each: {
      of: ['ecr:DescribeRepositories'],
      inputs: ({ repositories = [] }: DescribeRepositoriesResponse) =>
        repositories.flatMap(({ repositoryName }) => (repositoryName ? [{ repositoryName }] : [])),
      atMost: 200,
      refusedAlike: true,
    },
    async call({ ecr }, options, _page, { repositoryName }): Promise<Partial<GetRepositoryPolicyResponse>> {
      const { GetRepositoryPolicyCommand } = await import('../sdk/ecr.ts');
      return (await ecr).send(new GetRepositoryPolicyCommand({ repositoryName }), options);
    },
  }),
  defineOperation({
    ...region,
    id: 'ecr:GetRegistryPolicy',
    absent: ['RegistryPolicyNotFoundException'],
    async call({ ecr }, options): Promise<Partial<GetRegistryPolicyResponse>> {
      const { GetRegistryPolicyCommand } = await import('../sdk/ecr.ts');
      return (await ecr).send(new GetRegistryPolicyCommand({}), options);
    },
  }),
  defineOperation({
    id: 'ecr-public:DescribeRepositories',
    per: 'account',
    budget: 'workload',
    async call({ ecrPublic }, options, page) {
      const { DescribeRepositoriesCommand } = await import('../sdk/ecr-public.ts');
      return (await ecrPublic).send(new DescribeRepositoriesCommand({ maxResults: 1000, nextToken: page }), options);
    },
    next: (output) => output.nextToken,
  }),
];
