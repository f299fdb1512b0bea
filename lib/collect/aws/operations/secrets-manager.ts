import { nextToken } from '../next-token.ts';
import { defineOperation } from '../operation.ts';

/** Names of the secrets of AWS Secrets Manager, those among them that wait to be deleted. A value is never asked for. */
export const secretsManagerOperations = [
  defineOperation({
    id: 'secretsmanager:ListSecrets',
    per: 'region',
    budget: 'workload',
    outsideNetworks: true,
    leftBehindBy: ['secretsmanager'],
    async call({ secretsManager }, options, page) {
      const { ListSecretsCommand } = await import('../sdk/secrets-manager.ts');
      return (await secretsManager).send(
        new ListSecretsCommand({ IncludePlannedDeletion: true, MaxResults: 100, NextToken: page }),
        options,
      );
    },
    next: nextToken,
    // People write into descriptions what belongs into the secret.
    secrets: ['Description', 'ExternalSecretRotationMetadata'],
  }),
];
