import type { ListSecretsResponse } from '@aws-sdk/client-secrets-manager';
import { defineOperation } from '../operation.ts';

const region = { per: 'region', budget: 'workload', outsideNetworks: true } as const;

/** Secrets by name, and who may read them by their own policies. Values are never read, and descriptions are left out. */
export const secretsPolicyOperations = [
  defineOperation({
    ...region,
    id: 'secretsmanager:ListSecrets#policies',
    secrets: ['Description'],
    async call({ secretsManager }, options, page) {
      const { ListSecretsCommand } = await import('../sdk/secrets-manager.ts');
      return (await secretsManager).send(new ListSecretsCommand({ MaxResults: 100, NextToken: page }), options);
    },
    next: (output) => output.NextToken,
  }),
  defineOperation({
    ...region,
    id: 'secretsmanager:GetResourcePolicy',
    each: {
      of: ['secretsmanager:ListSecrets#policies'],
      inputs: ({ SecretList = [] }: ListSecretsResponse) =>
        SecretList.flatMap(({ ARN }) => (ARN ? [{ SecretId: ARN }] : [])),
      atMost: 200,
      refusedAlike: true,
    },
    async call({ secretsManager }, options, _page, { SecretId }) {
      const { GetResourcePolicyCommand } = await import('../sdk/secrets-manager.ts');
      return (await secretsManager).send(new GetResourcePolicyCommand({ SecretId }), options);
    },
  }),
];
