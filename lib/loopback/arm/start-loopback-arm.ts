import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Snapshot } from '../../model/snapshot.ts';
import { isAzureUnit } from '../../model/unit.ts';
import { hitCounter } from '../hit-counter.ts';
import { listenOnLoopback } from '../listen-on-loopback.ts';
import { readBody } from '../read-body.ts';
import { answerName, isNameQuestion, questionIn } from './arm-names.ts';
import { answerQuery } from './arm-query.ts';
import { armFailure, type ArmReply } from './arm-reply.ts';
import { armRoute } from './arm-route.ts';
import { armThrottle, type ArmThrottle } from './arm-throttle.ts';
import type { ArmCall, ArmFaults, LoopbackArm, LoopbackArmOptions } from './loopback-arm.ts';
import { rowsOf } from '../rows-of.ts';
import { serveArm } from './serve-arm.ts';

const host = 'https://management.azure.com';
const queryOperation = 'Microsoft.ResourceGraph/resources';

/**
 * Starts an Azure Resource Manager on 127.0.0.1 that serves snapshot units of subscriptions to the real clients: lists
 * with paging, Resource Graph, the documented limits, and its refusals. A caller is of the tenant that the token
 * `loopback-TENANT` names, and sees that tenant's subscriptions. Throws when the port is taken.
 */
export async function startLoopbackArm(options: LoopbackArmOptions): Promise<LoopbackArm> {
  const tenants = unitsByTenant(options.snapshots);
  const calls: ArmCall[] = [];
  let state = surroundings(options.faults ?? {});
  const { url, close } = await listenOnLoopback(options.port, (request, response) => {
    // Broken on purpose, or the client went away.
    respond(request, response, { tenants, calls, state }).catch(() => request.socket.destroy());
  });
  return {
    url,
    environment: { TENKEN_ARM_ENDPOINT: url },
    calls,
    setFaults(faults) {
      state = surroundings(faults);
    },
    close,
  };
}

type Units = ReadonlyMap<string, Snapshot>;

/** A subscription is of the tenant that its own row names; of every caller's (the empty name) where it has no row. */
function unitsByTenant(snapshots: readonly Snapshot[]): ReadonlyMap<string, Units> {
  const units = snapshots.flatMap((snapshot) => {
    const { unit } = snapshot;
    if (!isAzureUnit(unit)) return [];
    const rows = rowsOf(snapshot.responses['Microsoft.Resources/subscriptions']);
    const own = rows.find((row) => String(row['subscriptionId']).toLowerCase() === unit.subscription);
    const tenant = own?.['tenantId'];
    return [{ tenant: typeof tenant === 'string' ? tenant : '', subscription: unit.subscription, snapshot }];
  });
  return new Map(
    [...Map.groupBy(units, ({ tenant }) => tenant)].map(([tenant, own]) => [
      tenant,
      new Map(own.map(({ subscription, snapshot }) => [subscription, snapshot])),
    ]),
  );
}

/** What a caller of a tenant sees; undefined for a tenant that nobody knows. */
function unitsOf(tenant: string, tenants: ReadonlyMap<string, Units>): Units | undefined {
  const own = tenants.get(tenant);
  const anybodys = tenants.get('');
  return tenant === '' || (!own && !anybodys) ? undefined : new Map([...(own ?? []), ...(anybodys ?? [])]);
}

interface State {
  readonly faults: ArmFaults;
  readonly throttle: ArmThrottle;
  readonly fails: (operation: string) => boolean;
  readonly drops: (operation: string) => boolean;
}

function surroundings(faults: ArmFaults): State {
  return {
    faults,
    throttle: armThrottle(() => performance.now()),
    fails: hitCounter(faults.failures),
    drops: hitCounter(faults.dropped),
  };
}

interface Served {
  readonly tenants: ReadonlyMap<string, Units>;
  readonly calls: ArmCall[];
  readonly state: State;
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  { tenants, calls, state }: Served,
): Promise<void> {
  const { faults, drops } = state;
  if (faults.latencyMs) await sleep(faults.latencyMs);
  const body = await readBody(request);
  const tenant = /^Bearer loopback-(.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
  const address = new URL(request.url ?? '/', host);
  const route = armRoute(address.pathname);
  const operation = isQuery(address) ? queryOperation : (route?.operation ?? address.pathname);
  const subscription = route?.subscription ?? '';
  if (drops(operation)) {
    calls.push({ operation, subscription, status: 0 });
    request.socket.destroy();
    return;
  }
  const units = unitsOf(tenant, tenants);
  const reply = units
    ? answer({ method: request.method ?? 'GET', address, body, operation, tenant, units, state })
    : armFailure(401, 'InvalidAuthenticationToken', 'The access token is invalid.');
  calls.push({ operation, subscription, status: reply.status });
  response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers });
  response.end(JSON.stringify(reply.body));
}

interface Asked {
  readonly method: string;
  readonly address: URL;
  readonly body: string;
  readonly operation: string;
  readonly tenant: string;
  readonly units: Units;
  readonly state: State;
}

function answer({ method, address, body, operation, tenant, units, state }: Asked): ArmReply {
  const { faults, throttle, fails } = state;
  const { status: failure = 503, retryAfter = 0 } = faults.failures ?? {};
  const failed = (): ArmReply =>
    armFailure(failure, 'ServerBusy', 'The server is busy.', { 'Retry-After': String(retryAfter) });
  const isPost = method === 'POST';
  if (isQuery(address)) {
    if (!isPost) return armFailure(405, 'MethodNotAllowed', 'The method is not allowed.');
    const { refused, headers } = faults.throttle ? throttle.query(tenant) : { headers: {} };
    if (refused) return refused;
    if (fails(operation)) return failed();
    if (faults.malformed?.includes(operation)) return { status: 200, body: {} };
    const reply = answerQuery(body, units, faults);
    return { ...reply, headers: { ...headers, ...reply.headers } };
  }
  const route = armRoute(address.pathname);
  if (!route) return armFailure(404, 'InvalidResourceType', `The resource ${address.pathname} could not be found.`);
  const tooMany = faults.throttle ? throttle.read(route.subscription) : undefined;
  if (tooMany) return tooMany;
  if (fails(operation)) return failed();
  if (faults.malformed?.includes(operation)) return { status: 200, body: {} };
  if (isNameQuestion(operation)) {
    const question = isPost ? (JSON.parse(body) as Readonly<Record<string, string>>) : questionIn(address);
    return answerName({ operation, subscription: route.subscription, question }, units, faults);
  }
  if (isPost) return armFailure(405, 'MethodNotAllowed', 'The method is not allowed.');
  return serveArm({ route, address, tenant, units, faults });
}

function isQuery({ pathname }: URL): boolean {
  return /^\/providers\/Microsoft\.ResourceGraph\/resources$/i.test(pathname);
}
