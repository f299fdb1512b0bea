import { STSClient } from '@aws-sdk/client-sts';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { retryStrategy } from './retry-strategy.ts';

/** One connection pool for all clients: a new TLS handshake per account and region would cost more than the calls. */
const requestHandler = new NodeHttpHandler({
  connectionTimeout: 3_000,
  requestTimeout: 30_000,
  socketTimeout: 30_000,
  throwOnRequestTimeout: true,
  httpAgent: { keepAlive: true, maxSockets: 256 },
  httpsAgent: { keepAlive: true, maxSockets: 256 },
});

/** What environment and shared configuration say of any client: looked up once, and not by each of hundreds of clients. (A region must be named: `useFipsEndpoint` asks for one.) */
const { authSchemePreference, maxAttempts, retryMode, useDualstackEndpoint, useFipsEndpoint, userAgentAppId } =
  new STSClient({ region: 'us-east-1' }).config;

/** Settings of one client, beside its region and credentials. */
export function clientSettings() {
  return {
    requestHandler,
    retryStrategy: retryStrategy(),
    authSchemePreference,
    maxAttempts,
    retryMode,
    useDualstackEndpoint,
    useFipsEndpoint,
    userAgentAppId,
  };
}
