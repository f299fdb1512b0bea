import type { IncomingMessage, ServerResponse } from 'node:http';
import { accessKeyOf, secretKeyOf } from './access-key.ts';
import { createFaults } from './faults.ts';
import type { Cloud } from './handlers/handler.ts';
import { createIdentities } from './identities.ts';
import { listenOnLoopback } from './listen-on-loopback.ts';
import type { Call, LoopbackAws, LoopbackAwsOptions, StoredObject } from './loopback-aws.ts';
import type { HttpRequest } from './http-request.ts';
import { serveRequest, type Served } from './serve-request.ts';
import { indexUnits } from './units.ts';

/**
 * Starts an AWS on 127.0.0.1 that serves snapshot units over the real wire protocols to the real SDK clients: AWS Query,
 * EC2 Query, AWS JSON 1.0 and 1.1, REST-JSON, driven by the schemas that the clients export, and enough of S3 and SNS to
 * deliver to.
 *
 * It answers what it is given: it decides no permissions (see {@link Faults.denied}) and verifies no signatures. What no
 * snapshot holds is an operation that does not exist. Throws when the snapshots contradict each other or the port is
 * taken.
 */
export async function startLoopbackAws(options: LoopbackAwsOptions): Promise<LoopbackAws> {
  const cloud = createCloud(options);
  const objects = new Map<string, StoredObject>();
  const calls: Call[] = [];
  let faults = createFaults(options.faults ?? {}, () => performance.now());
  let requests = 0;

  const { url, close } = await listenOnLoopback(options.port, (request, response) => {
    const at = cloud.clock();
    const requestId = `00000000-0000-4000-8000-${String((requests += 1)).padStart(12, '0')}`;
    void respond(request, response, { cloud, objects, faults, requestId }).then(
      (call) => calls.push({ ...call, at }),
      // The client went away in the middle of its request: nobody is left to answer.
      () => request.socket.destroy(),
    );
  });

  return {
    url,
    environment: environmentOf(url, options),
    calls,
    objects,
    messages: cloud.messages,
    setFaults(next) {
      faults = createFaults(next, () => performance.now());
    },
    close,
  };
}

function createCloud(options: LoopbackAwsOptions): Cloud {
  const clock = options.clock ?? (() => new Date());
  const units = indexUnits(options.snapshots);
  const hasAccount = (account: string): boolean => account === options.callerAccount || units.hasAccount(account);
  return {
    options,
    units,
    clock,
    identities: createIdentities(hasAccount, clock),
    messages: [],
    reports: new Map(),
    jobs: new Map(),
  };
}

function environmentOf(url: string, { callerAccount }: LoopbackAwsOptions): Readonly<Record<string, string>> {
  const accessKeyId = accessKeyOf(callerAccount);
  return {
    AWS_ENDPOINT_URL: url,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretKeyOf(accessKeyId),
    AWS_REGION: 'us-east-1',
    AWS_EC2_METADATA_DISABLED: 'true',
  };
}

/** Answers, or breaks the connection, and says what the request was. */
async function respond(request: IncomingMessage, response: ServerResponse, served: Served): Promise<Omit<Call, 'at'>> {
  const { reply, call } = await serveRequest(await readRequest(request), served);
  if (!reply) {
    request.socket.destroy();
    return call;
  }
  response.writeHead(reply.status, { ...reply.headers, 'x-amzn-requestid': served.requestId });
  response.end(reply.body);
  return call;
}

async function readRequest(request: IncomingMessage): Promise<HttpRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value ?? '')] as const);
  return {
    method: request.method ?? 'GET',
    url: request.url ?? '/',
    headers: Object.fromEntries(headers),
    body: Buffer.concat(chunks),
  };
}
