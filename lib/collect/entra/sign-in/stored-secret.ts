import { GetSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { SignInError } from './sign-in-error.ts';

/** Reads a secret as text; one that is JSON is asked for its `clientSecret`. Never says what it read. */
export async function storedSecret(client: Pick<SecretsManagerClient, 'send'>, arn: string): Promise<string> {
  const text = await read(client, arn);
  if (!text.trimStart().startsWith('{')) return text.trim();
  try {
    const { clientSecret } = JSON.parse(text) as { clientSecret?: unknown };
    if (typeof clientSecret === 'string') return clientSecret;
  } catch {
    // Said below, without the text.
  }
  throw new SignInError('SignInSecretUnusable', `The secret ${arn} is JSON without a text "clientSecret".`);
}

async function read(client: Pick<SecretsManagerClient, 'send'>, arn: string): Promise<string> {
  try {
    const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: arn }));
    if (SecretString) return SecretString;
  } catch (cause) {
    const code = cause instanceof Error ? cause.name : 'Failed';
    throw new SignInError(
      'SignInSecretUnreadable',
      `The secret ${arn} could not be read (${code}); the scan needs secretsmanager:GetSecretValue on it, and kms:Decrypt on its key.`,
      { cause },
    );
  }
  throw new SignInError(
    'SignInSecretUnusable',
    `The secret ${arn} holds no text: put the client secret or the PEM into SecretString.`,
  );
}
