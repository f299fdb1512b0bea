/** What the scan needs of the client: loaded on demand, and bundled without the rest. */
export { ListSecretsCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
