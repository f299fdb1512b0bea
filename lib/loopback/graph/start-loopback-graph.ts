import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Snapshot } from '../../model/snapshot.ts';
import { isEntraUnit } from '../../model/unit.ts';
import { BrokenConnection } from '../aws-error.ts';
import { hitCounter } from '../hit-counter.ts';
import { listenOnLoopback } from '../listen-on-loopback.ts';
import { readBody } from '../read-body.ts';
import { rowsOf } from '../rows-of.ts';
import { isObject } from '../json-value.ts';
import { graphFailure, type GraphReply } from './graph-reply.ts';
import { graphThrottle } from './graph-throttle.ts';
import type { GraphCall, GraphFaults, LoopbackGraph, LoopbackGraphOptions } from './loopback-graph.ts';
import { objectsById, serveObjectsById } from './objects-by-id.ts';
import { operationOf, serveGraph } from './serve-graph.ts';

/** "JSON batching", Microsoft Graph. */
const batchSize = 20;

/**
 * Starts a Microsoft Graph on 127.0.0.1 that serves snapshot units of tenants to the real client: paging, `$select`,
 * `$batch`, the documented limits, and its refusals. A request names its tenant by the token `loopback-TENANT`; nothing
 * else is asked of whoever comes. Throws when the port is taken.
 */
export async function startLoopbackGraph(options: LoopbackGraphOptions): Promise<LoopbackGraph> {
  const tenants = new Map(
    options.snapshots.flatMap((snapshot) =>
      isEntraUnit(snapshot.unit) ? [[snapshot.unit.tenant, snapshot] as const] : [],
    ),
  );
  const calls: GraphCall[] = [];
  let state = surroundings(options.faults ?? {});
  let requests = 0;
  const { url, close } = await listenOnLoopback(options.port, (request, response) => {
    requests += 1;
    respond(request, response, {
      tenants,
      calls,
      state,
      graphHost: options.graphHost ?? 'https://graph.microsoft.com',
    }).catch(
      // Broken on purpose, or the client went away.
      () => request.socket.destroy(),
    );
  });
  return {
    url,
    environment: { TENKEN_GRAPH_ENDPOINT: url },
    calls,
    get requests() {
      return requests;
    },
    setFaults(faults) {
      state = surroundings(faults);
    },
    close,
  };
}

interface State {
  readonly faults: GraphFaults;
  readonly throttle: ReturnType<typeof graphThrottle>;
  readonly fails: (operation: string) => boolean;
  readonly drops: (operation: string) => boolean;
}

function surroundings(faults: GraphFaults): State {
  return {
    faults,
    throttle: graphThrottle(() => performance.now()),
    fails: hitCounter(faults.failures),
    drops: hitCounter(faults.dropped),
  };
}

interface Served {
  readonly tenants: ReadonlyMap<string, Snapshot>;
  readonly calls: GraphCall[];
  readonly state: State;
  readonly graphHost: string;
}

async function respond(request: IncomingMessage, response: ServerResponse, served: Served): Promise<void> {
  if (served.state.faults.latencyMs) await sleep(served.state.faults.latencyMs);
  const body = await readBody(request);
  const tenant = /^Bearer loopback-(.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const snapshot = served.tenants.get(tenant);
  const url = new URL(request.url ?? '/', served.graphHost);
  const acceptLanguage = request.headers['accept-language'] ?? '';
  const reply = snapshot
    ? answer({ method: request.method ?? 'GET', url, body, acceptLanguage }, snapshot, tenant, served)
    : graphFailure(401, 'InvalidAuthenticationToken', 'Access token is empty.');
  response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers });
  response.end(JSON.stringify(reply.body));
}

interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly body: string;
  readonly acceptLanguage: string;
}

function answer(asked: Asked, snapshot: Snapshot, tenant: string, served: Served): GraphReply {
  const [, version = '', path = ''] = /^\/(v1\.0|beta)(\/.*)$/.exec(asked.url.pathname) ?? [];
  const guarded = (
    operation: string,
    { url, acceptLanguage }: Pick<Asked, 'url' | 'acceptLanguage'>,
    batched: boolean,
    serve: () => GraphReply,
  ): GraphReply => {
    const said = (reply: GraphReply): GraphReply => {
      served.calls.push({ operation, tenant, status: reply.status, batched, acceptLanguage });
      return reply;
    };
    const { throttle, fails, drops, faults } = served.state;
    // A batch is one connection: what is inside cannot break it one by one.
    if (!batched && drops(operation)) {
      served.calls.push({ operation, tenant, status: 0, batched, acceptLanguage });
      throw new BrokenConnection();
    }
    const tooMany = faults.throttle
      ? throttle(tenant, rowsOf(snapshot.responses['/users']).length, operation, url.searchParams.has('$select'))
      : undefined;
    if (tooMany) return said(tooMany);
    if (fails(operation))
      return said(
        graphFailure(faults.failures?.status ?? 503, 'serviceNotAvailable', 'The service is temporarily unavailable.'),
      );
    return said(serve());
  };
  const one = (url: URL, where: string, acceptLanguage: string, batched: boolean): GraphReply => {
    const { faults } = served.state;
    const get = { snapshot, version, path: where, search: url.searchParams, acceptLanguage, faults };
    const { operation } = operationOf(where, url.searchParams);
    return guarded(operation, { url, acceptLanguage }, batched, () =>
      serveGraph({ ...get, graphHost: served.graphHost }),
    );
  };
  if (asked.method === 'GET') return one(asked.url, path, asked.acceptLanguage, false);
  if (asked.method === 'POST' && path === objectsById)
    return guarded(objectsById, asked, false, () =>
      serveObjectsById(snapshot, asked.body, asked.url.searchParams, served.state.faults),
    );
  if (asked.method !== 'POST' || path !== '/$batch')
    return graphFailure(405, 'Request_BadRequest', 'Specified HTTP method is not allowed.');
  return batch(asked.body, (url, language) => {
    const inner = new URL(`${served.graphHost}${url}`);
    return one(inner, inner.pathname, language, true);
  });
}

/** Each request is evaluated by itself; answers come in an order of their own. */
function batch(body: string, serve: (url: string, acceptLanguage: string) => GraphReply): GraphReply {
  const parsed: unknown = JSON.parse(body);
  const requests = isObject(parsed) && Array.isArray(parsed['requests']) ? parsed['requests'].filter(isObject) : [];
  if (requests.length === 0 || requests.length > batchSize)
    return graphFailure(400, 'BadRequest', `Number of batch request steps exceeds the maximum value of ${batchSize}.`);
  const responses = requests.map(({ id, url, headers }) => {
    const language = isObject(headers) ? headers['Accept-Language'] : undefined;
    const reply = serve(String(url), typeof language === 'string' ? language : '');
    return {
      id,
      status: reply.status,
      headers: { 'Content-Type': 'application/json', ...reply.headers },
      body: reply.body,
    };
  });
  return { status: 200, body: { responses: responses.toReversed() } };
}
