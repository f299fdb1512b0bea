import { setTimeout as sleep } from 'node:timers/promises';
import {
  createDefaultHttpClient,
  createHttpHeaders,
  createPipelineRequest,
  type HttpClient,
  type PipelineRequest,
  type PipelineResponse,
} from '@azure/core-rest-pipeline';
import { retryAfterOf } from '../entra/graph-client.ts';
import { ArmCallError, failureOf } from './arm-failure.ts';
import { queryPace } from './query-pace.ts';

/** Attempts for what the service refuses for the moment, and for connections that break. */
const attempts = 6;
const longestWait = 60_000;
const callTimeout = 60_000;

/** What sends requests to Azure Resource Manager. */
export interface ArmTransportOptions {
  /** `https://management.azure.com`: a request to anywhere else is refused, and so no token goes there. */
  readonly origin: string;
  /** A loopback server that stands for the origin: requests stay as they are, and go there. */
  readonly endpoint: string | undefined;
  readonly signal: AbortSignal;
  /** Called before every request. */
  readonly onCall: () => void;
  /** Milliseconds before the first further attempt; for tests. */
  readonly wait?: number;
}

/**
 * Sends requests of the SDK's clients. The SDK trusts the links to next pages, waits as long as a service asks it to, and
 * loses what it does not know of an answer: so hosts are checked here, waiting is bounded by the scan's own end, and what
 * failed is thrown with the service's own words.
 */
export function armTransport({ origin, endpoint, signal, onCall, wait = 1000 }: ArmTransportOptions): HttpClient {
  const http = createDefaultHttpClient();
  const pace = queryPace();

  async function attempt(request: PipelineRequest): Promise<PipelineResponse> {
    const isQuery = request.url.includes('/Microsoft.ResourceGraph/');
    if (isQuery) await pace.take(signal);
    onCall();
    const response = await http.sendRequest(sent(request, endpoint, signal));
    if (isQuery)
      pace.learn(
        response.headers.get('x-ms-user-quota-remaining'),
        response.headers.get('x-ms-user-quota-resets-after'),
      );
    // The client looks at the request that it made.
    return { ...response, request };
  }

  return {
    async sendRequest(request) {
      if (new URL(request.url).origin !== origin)
        throw new ArmCallError({
          status: 0,
          code: 'ForeignHost',
          message: `an answer of Azure leads elsewhere than to ${origin}; it was not followed`,
        });
      for (let number = 1; ; number += 1) {
        signal.throwIfAborted();
        const outcome = await attempt(request).catch((error: unknown) => ({ broken: error }));
        if (!('broken' in outcome) && outcome.status < 400) return outcome;
        const status = 'broken' in outcome ? 0 : outcome.status;
        const mayPass = status === 0 || status === 429 || status === 408 || status >= 500;
        if (!mayPass || number >= attempts || signal.aborted) {
          if ('broken' in outcome) throw outcome.broken;
          throw new ArmCallError(failureOf(status, outcome.bodyAsText));
        }
        const asked = 'broken' in outcome ? undefined : retryAfterOf(outcome.headers.get('retry-after'));
        const pause = Math.min(longestWait, asked ?? wait * 2 ** (number - 1));
        await sleep(pause, undefined, { signal });
      }
    },
  };
}

/** A copy that goes where it shall: a retry sends the original again. */
function sent(request: PipelineRequest, endpoint: string | undefined, signal: AbortSignal): PipelineRequest {
  const { pathname, search } = new URL(request.url);
  return createPipelineRequest({
    url: endpoint === undefined ? request.url : new URL(pathname + search, endpoint).href,
    method: request.method,
    headers: createHttpHeaders(request.headers.toJSON({ preserveCase: true })),
    ...(request.body !== undefined && { body: request.body }),
    allowInsecureConnection: endpoint !== undefined,
    timeout: callTimeout,
    abortSignal: signal,
  });
}
