import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { STSClient } from '@aws-sdk/client-sts';
import {
  AzureCliCredential,
  AzureDeveloperCliCredential,
  AzurePowerShellCredential,
  ChainedTokenCredential,
  ClientAssertionCredential,
  ClientCertificateCredential,
  ClientSecretCredential,
  EnvironmentCredential,
  type TokenCredential,
} from '@azure/identity';
import type { EntraTenant } from '../../../model/standard.ts';
import { cloudHosts } from './cloud-hosts.ts';
import { federatedAssertion } from './federated-assertion.ts';
import { storedSecret } from './stored-secret.ts';

/** Makes the credential of a tenant as the standard says. Nothing is read or asked before the first token. */
export async function entraCredential({ id, cloud, signIn }: EntraTenant): Promise<TokenCredential> {
  const authorityHost = cloudHosts[cloud].authority;
  switch (signIn.with) {
    case 'developer':
      return developerCredential(id, authorityHost);
    case 'secret': {
      const secret = await storedSecret(secretsManager(signIn.secretArn), signIn.secretArn);
      return new ClientSecretCredential(id, signIn.clientId, secret, { authorityHost });
    }
    case 'certificate': {
      const certificate = await storedSecret(secretsManager(signIn.secretArn), signIn.secretArn);
      return new ClientCertificateCredential(id, signIn.clientId, { certificate }, { authorityHost });
    }
    case 'federation':
      // The token is issued by regional endpoints alone.
      return new ClientAssertionCredential(id, signIn.clientId, federatedAssertion(new STSClient({})), {
        authorityHost,
      });
  }
}

/** The logins of a developer's machine, and no managed identity: looking for one takes long where there is none. */
function developerCredential(tenantId: string, authorityHost: string): TokenCredential {
  return new ChainedTokenCredential(
    new EnvironmentCredential({ authorityHost }),
    new AzureCliCredential({ tenantId }),
    new AzureDeveloperCliCredential({ tenantId }),
    new AzurePowerShellCredential({ tenantId }),
  );
}

/** A secret is read where it is kept: its ARN names the region. */
function secretsManager(arn: string): SecretsManagerClient {
  const region = arn.split(':')[3];
  return new SecretsManagerClient(region ? { region } : {});
}
