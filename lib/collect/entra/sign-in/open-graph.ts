import type { EntraTenant } from '../../../model/standard.ts';
import { graphClient, type Graph } from '../graph-client.ts';
import { cloudHosts } from './cloud-hosts.ts';
import { entraCredential } from './entra-credential.ts';
import { entraToken, loopbackToken, requireLoopback } from './entra-token.ts';

/**
 * Opens Microsoft Graph of a tenant, as the standard says how. `endpoint` is a loopback server that stands for it. Throws
 * OperatorError when that is anything else. Whether one can sign in is known with the first call.
 */
export function openGraph(tenant: EntraTenant, endpoint: string | undefined): Graph {
  const origin = cloudHosts[tenant.cloud].graph;
  if (endpoint !== undefined && endpoint !== '')
    return graphClient({ origin, token: loopbackToken(tenant), endpoint: requireLoopback(endpoint) });
  return graphClient({ origin, token: entraToken(tenant, () => entraCredential(tenant)) });
}
