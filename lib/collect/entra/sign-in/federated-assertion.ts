import { GetWebIdentityTokenCommand, type STSClient } from '@aws-sdk/client-sts';

/** A token lives five minutes; asked for anew after four. */
const lifetimeSeconds = 300;
const reuse = 240_000;

/**
 * The token with which the AWS role of the scan proves to Entra who it is, without a secret. The credential of
 * @azure/identity asks for it twice each time, even when it has a token: it is remembered for four minutes, and whoever
 * asks meanwhile waits for the same call. Entra takes RS256 alone.
 */
export function federatedAssertion(sts: Pick<STSClient, 'send'>, now: () => number = Date.now): () => Promise<string> {
  let held: { readonly token: Promise<string>; readonly until: number } | undefined;
  return () => {
    if (held && now() < held.until) return held.token;
    const token = request(sts);
    const own = { token, until: now() + reuse };
    held = own;
    token.catch(() => {
      // A failure is not remembered.
      if (held === own) held = undefined;
    });
    return token;
  };
}

async function request(sts: Pick<STSClient, 'send'>): Promise<string> {
  const { WebIdentityToken } = await sts.send(
    new GetWebIdentityTokenCommand({
      Audience: ['api://AzureADTokenExchange'],
      SigningAlgorithm: 'RS256',
      DurationSeconds: lifetimeSeconds,
    }),
  );
  if (!WebIdentityToken) throw new Error('AWS STS answered without a token');
  return WebIdentityToken;
}
