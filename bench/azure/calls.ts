import { collectSubscriptions } from '../../lib/collect/azure/collect-subscriptions.ts';
import { listSubscriptions } from '../../lib/collect/azure/list-subscriptions.ts';
import { openArm } from '../../lib/collect/azure/open-arm.ts';
import { openGraph } from '../../lib/collect/entra/sign-in/open-graph.ts';
import { daysBefore } from '../../lib/demo/aws/days-before.ts';
import { demoSubscriptions } from '../../lib/demo/azure/demo-subscriptions.ts';
import { demoTenant, demoTenantId } from '../../lib/demo/entra/demo-tenant.ts';
import { startLoopbackArm } from '../../lib/loopback/arm/start-loopback-arm.ts';
import { startLoopbackGraph } from '../../lib/loopback/graph/start-loopback-graph.ts';
import type { Snapshot } from '../../lib/model/snapshot.ts';

/**
 * A process that reads a hundred subscriptions over HTTP under the limits that Microsoft documents, and prints its calls,
 * how many were refused for being too many, and its time beside what the quota of Resource Graph demands.
 */
const many = Number(process.argv[2] ?? 100);
const days = daysBefore(new Date('2026-11-01T00:00:00Z'));
const [production] = demoSubscriptions(days);
if (!production) throw new Error('unreachable: the demo has a subscription');
const login = { id: demoTenantId, cloud: 'global', signIn: { with: 'developer' } } as const;
const ids = Array.from({ length: many }, (_, at) => `5ab5c71b-0000-4000-9000-${String(at).padStart(12, '0')}`);
const known = ids.map((subscriptionId) => ({
  subscriptionId,
  displayName: subscriptionId,
  tenantId: demoTenantId,
  state: 'Enabled',
}));
const snapshots = ids.map(copy);
const arm = await startLoopbackArm({ snapshots, faults: { throttle: true } });
const graph = await startLoopbackGraph({ snapshots: [demoTenant(days)], faults: { throttle: true } });
const { signal } = new AbortController();
const began = performance.now();
const client = openArm(login, arm.url, { signal, onCall: () => undefined });
const listed = await listSubscriptions(client, { tenant: demoTenantId, subscriptions: 'all' });
let [units, errors] = [0, 0];
const collecting = collectSubscriptions({
  arm: client,
  graph: openGraph(login, graph.url),
  listed,
  clock: () => new Date(),
  signal,
  onProgress: () => undefined,
  calls: () => arm.calls.length,
});
for await (const snapshot of collecting) {
  units += 1;
  errors += snapshot.errors.length;
}
const ms = performance.now() - began;
const queries = arm.calls.filter(({ operation }) => operation === 'Microsoft.ResourceGraph/resources').length;
const throttled = [...arm.calls, ...graph.calls].filter(({ status }) => status === 429).length;
await Promise.all([arm.close(), graph.close()]);
console.log(
  JSON.stringify({
    subscriptions: units,
    'ARM calls': arm.calls.length,
    'calls a subscription': Number((arm.calls.length / units).toFixed(1)),
    'Resource Graph queries': queries,
    'Microsoft Graph calls': graph.requests,
    throttled,
    'not read': errors,
    ms: Math.round(ms),
    // Fifteen queries in five seconds.
    'limits demand ms': Math.max(0, Math.ceil(queries / 15) - 1) * 5000,
    'peak MiB': Math.round(process.resourceUsage().maxRSS / 1024),
  }),
);

/** The demo's production, as another subscription. */
function copy(id: string): Snapshot {
  const text = JSON.stringify(production).replaceAll(/5ab5c71b-0000-4000-8000-00000000000a/g, id);
  const snapshot = JSON.parse(text) as Snapshot;
  return { ...snapshot, responses: { ...snapshot.responses, 'Microsoft.Resources/subscriptions': { value: known } } };
}
