import type { TokenCredential } from '@azure/identity';
import { OperatorError } from '../../../model/operator-error.ts';
import type { EntraTenant } from '../../../model/standard.ts';
import { cloudHosts } from './cloud-hosts.ts';
import { explainSignIn } from './sign-in-error.ts';

/** A token is asked for anew so long before it ends. */
const margin = 300_000;

/** Gives out access tokens of one tenant for one service. Throws SignInError. */
export type TokenSource = () => Promise<string>;

/** Tokens for `origin`, Microsoft Graph if nothing else is said. Keeps a token until shortly before it ends; whoever asks meanwhile waits for the same sign-in. */
export function entraToken(
  tenant: EntraTenant,
  credential: () => Promise<TokenCredential>,
  now: () => number = Date.now,
  origin: string = cloudHosts[tenant.cloud].graph,
): TokenSource {
  const scope = `${origin}/.default`;
  let held: { readonly token: Promise<string>; until: number } | undefined;
  return () => {
    if (held && now() < held.until) return held.token;
    const own = { token: Promise.resolve(''), until: Number.POSITIVE_INFINITY };
    const token = signIn(tenant.id, credential, scope, (ends) => (own.until = ends - margin));
    own.token = token;
    held = own;
    token.catch(() => {
      if (held === own) held = undefined;
    });
    return token;
  };
}

async function signIn(
  tenant: string,
  credential: () => Promise<TokenCredential>,
  scope: string,
  lasts: (ends: number) => void,
): Promise<string> {
  try {
    const token = await (await credential()).getToken(scope);
    if (!token) throw new Error('the login gave no token');
    lasts(token.expiresOnTimestamp);
    return token.token;
  } catch (error) {
    throw explainSignIn(error, tenant);
  }
}

/** The token of a loopback server, which needs no login: nobody's own ever reaches it. */
export function loopbackToken({ id }: EntraTenant): TokenSource {
  return () => Promise.resolve(`loopback-${id}`);
}

/** A server that stands for a service must be on this machine: it gets everything that a tenant would answer. */
export function requireLoopback(endpoint: string, variable = 'TENKEN_GRAPH_ENDPOINT'): string {
  const host = URL.canParse(endpoint) ? new URL(endpoint).hostname : '';
  if (/^(127(\.\d{1,3}){3}|\[::1\]|localhost)$/.test(host)) return endpoint;
  throw new OperatorError({
    ja: `${variable} は試験用のループバックのURL(例: http://127.0.0.1:8080)だけを受け付けます。「${endpoint}」を外してください。`,
    en: `${variable} takes the address of a loopback server for tests alone (http://127.0.0.1:8080); unset "${endpoint}".`,
  });
}
