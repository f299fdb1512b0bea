/** What the scan needs of the client: loaded on demand, and bundled without the rest. Nothing here reads a value. */
export { GetResourcePolicyCommand, ListSecretsCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
