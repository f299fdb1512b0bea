import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openArm } from '../../lib/collect/azure/open-arm.ts';
import { collectSubscriptions } from '../../lib/collect/azure/collect-subscriptions.ts';
import { listSubscriptions } from '../../lib/collect/azure/list-subscriptions.ts';
import { openGraph } from '../../lib/collect/entra/sign-in/open-graph.ts';
import { subscriptionIds } from '../../lib/demo/azure/demo-subscription-ids.ts';
import { demoOrganisation } from '../../lib/demo/demo-organisation.ts';
import { demoTenantId } from '../../lib/demo/entra/demo-tenant.ts';
import type { LoopbackArm } from '../../lib/loopback/arm/loopback-arm.ts';
import { startLoopbackArm } from '../../lib/loopback/arm/start-loopback-arm.ts';
import type { LoopbackGraph } from '../../lib/loopback/graph/loopback-graph.ts';
import { startLoopbackGraph } from '../../lib/loopback/graph/start-loopback-graph.ts';
import type { AzureTenant, EntraTenant } from '../../lib/model/standard.ts';
import type { Snapshot } from '../../lib/model/snapshot.ts';
import { isAzureUnit } from '../../lib/model/unit.ts';

const now = new Date('2026-11-01T00:00:00Z');
const { snapshots } = demoOrganisation(now);
const login: EntraTenant = { id: demoTenantId, cloud: 'global', signIn: { with: 'developer' } };
const all: AzureTenant = { tenant: demoTenantId, subscriptions: 'all' };

let arm: LoopbackArm;
let graph: LoopbackGraph;

beforeAll(async () => {
  arm = await startLoopbackArm({ snapshots });
  graph = await startLoopbackGraph({ snapshots });
});
beforeEach(() => {
  arm.setFaults({});
  graph.setFaults({});
});
afterAll(async () => {
  await Promise.all([arm.close(), graph.close()]);
});

interface Scan {
  readonly tenant?: AzureTenant;
  readonly operations?: ReadonlySet<string>;
  readonly signal?: AbortSignal;
}

async function collect({ tenant = all, operations, signal = new AbortController().signal }: Scan = {}): Promise<
  readonly Snapshot[]
> {
  let calls = 0;
  const client = openArm(login, arm.url, { signal, onCall: () => (calls += 1), wait: 1 });
  const listed = await listSubscriptions(client, tenant);
  const found: Snapshot[] = [];
  const collecting = collectSubscriptions({
    arm: client,
    graph: openGraph(login, graph.url),
    listed,
    ...(operations && { operations }),
    clock: () => now,
    signal,
    onProgress: () => undefined,
    calls: () => calls,
    wait: 1,
  });
  for await (const snapshot of collecting) found.push(snapshot);
  return found;
}

async function production(scan: Scan = {}): Promise<Snapshot> {
  const [first] = await collect(scan);
  if (!first) throw new Error('nothing was collected');
  return first;
}

const served = snapshots.find(({ unit }) => isAzureUnit(unit) && unit.subscription === subscriptionIds.production);

/** What a list answers, without the fields that Resource Graph writes in its own way. */
function names(snapshot: Snapshot | undefined, operation: string): readonly unknown[] {
  const answer = snapshot?.responses[operation] as { readonly value: readonly { readonly id: string }[] } | undefined;
  return (answer?.value ?? []).map(({ id }) => id).toSorted();
}

describe('a subscription that is read over HTTP with the real clients', () => {
  it('is what the loopback serves', async () => {
    const [first, second, ...more] = await collect();
    expect([first?.unit, second?.unit].map((unit) => unit && 'subscription' in unit && unit.subscription)).toEqual([
      subscriptionIds.production,
      subscriptionIds.development,
    ]);
    expect(more).toEqual([]);
    expect(first?.errors).toEqual([]);
    const lists = Object.keys(served?.responses ?? {}).filter(
      (operation) => !Array.isArray(served?.responses[operation]),
    );
    for (const operation of lists) expect(names(first, operation), operation).toEqual(names(served, operation));
    // In the shape of the wire, with fields that the client does not know.
    expect(first?.responses['Microsoft.Network/networkSecurityGroups']).toEqual(
      served?.responses['Microsoft.Network/networkSecurityGroups'],
    );
    expect(first?.responses['Microsoft.Sql/servers/firewallRules']).toEqual(
      served?.responses['Microsoft.Sql/servers/firewallRules'],
    );
  });

  it('comes page by page', async () => {
    arm.setFaults({ pageSize: 2 });
    const found = await production();
    expect(found.errors).toEqual([]);
    expect(names(found, 'Microsoft.Network/networkInterfaces')).toEqual(
      names(served, 'Microsoft.Network/networkInterfaces'),
    );
    expect(names(found, 'Microsoft.Storage/storageAccounts')).toEqual(
      names(served, 'Microsoft.Storage/storageAccounts'),
    );
  });

  it('holds nothing that may be secret', async () => {
    const found = await production();
    const machines = found.responses['Microsoft.Compute/virtualMachines'] as {
      readonly value: readonly { readonly properties: object }[];
    };
    expect(Object.keys(machines.value[0]?.properties ?? {}).toSorted()).toEqual(['extended', 'networkProfile']);
  });

  it.each([429, 500, 503] as const)('gets through answers of %i', async (status) => {
    arm.setFaults({ failures: { every: 7, status } });
    expect((await production()).errors).toEqual([]);
  });

  it('gets through broken connections', async () => {
    arm.setFaults({ dropped: { every: 5 } });
    expect((await production()).errors).toEqual([]);
  });

  it('stays within the quota of Resource Graph', async () => {
    arm.setFaults({ throttle: true });
    const before = arm.calls.length;
    await collect();
    const queries = arm.calls
      .slice(before)
      .filter(({ operation }) => operation === 'Microsoft.ResourceGraph/resources');
    expect(queries.map(({ status }) => status)).toEqual([200, 200]);
  });

  it('says which permission was missing, and never asks what hangs on it', async () => {
    arm.setFaults({ denied: ['Microsoft.Network/networkSecurityGroups', 'Microsoft.Sql/servers'] });
    const { errors, responses } = await production();
    const denied = errors.find(({ operation }) => operation === 'Microsoft.Network/networkSecurityGroups');
    expect(denied?.code).toBe('AuthorizationFailed');
    expect(denied?.message).toContain('Microsoft.Network/networkSecurityGroups/read');
    expect(responses).not.toHaveProperty('Microsoft.Network/networkSecurityGroups');
  });

  it('does not take the silence of Resource Graph for an answer', async () => {
    const narrow = snapshots.map((snapshot) =>
      isAzureUnit(snapshot.unit)
        ? {
            ...snapshot,
            responses: {
              ...snapshot.responses,
              'Microsoft.Authorization/permissions': {
                value: [{ actions: ['Microsoft.Network/*/read', 'Microsoft.Sql/*'], notActions: [] }],
              },
            },
          }
        : snapshot,
    );
    const other = await startLoopbackArm({ snapshots: narrow });
    const client = openArm(login, other.url, {
      signal: new AbortController().signal,
      onCall: () => undefined,
      wait: 1,
    });
    const listed = await listSubscriptions(client, all);
    const collecting = collectSubscriptions({
      arm: client,
      graph: openGraph(login, graph.url),
      listed,
      clock: () => now,
      signal: new AbortController().signal,
      onProgress: () => undefined,
      calls: () => 0,
    });
    const { value } = await collecting.next();
    await collecting.return(undefined);
    await other.close();
    const { errors, responses } = value as Snapshot;
    expect(errors.find(({ operation }) => operation === 'Microsoft.Storage/storageAccounts')?.code).toBe(
      'AuthorizationFailed',
    );
    expect(responses).not.toHaveProperty('Microsoft.Storage/storageAccounts');
    expect(responses).toHaveProperty('Microsoft.Sql/servers');
  });

  it('sends no token to where an answer leads', async () => {
    arm.setFaults({
      pageSize: 1,
      hostileNextLink: [
        'Microsoft.Network/virtualNetworks',
        'Microsoft.Network/networkInterfaces',
        'Microsoft.Authorization/roleAssignments',
      ],
    });
    const { errors } = await production();
    const codes = errors.filter(({ code }) => code === 'ForeignHost').map(({ operation }) => operation);
    expect(codes).toEqual(
      expect.arrayContaining(['Microsoft.Network/networkInterfaces', 'Microsoft.Authorization/roleAssignments']),
    );
  });

  it('ends where the pages do not', async () => {
    arm.setFaults({
      pageSize: 1,
      endless: ['Microsoft.Network/networkInterfaces', 'Microsoft.Authorization/roleAssignments'],
    });
    const { errors } = await production();
    expect(
      errors
        .filter(({ code, because }) => code === 'EndlessPages' && because === undefined)
        .map(({ operation }) => operation),
    ).toEqual(['Microsoft.Authorization/roleAssignments', 'Microsoft.Network/networkInterfaces']);
  });

  it('says that the directory was not read', async () => {
    graph.setFaults({ withheld: ['Directory.Read.All'] });
    const { errors, responses } = await production();
    expect(errors.map(({ operation }) => operation)).toEqual([
      '/directoryObjects/getByIds',
      '/groups/{id}/transitiveMembers',
    ]);
    expect(responses).toHaveProperty('Microsoft.Authorization/roleAssignments');
  });

  it('reads only what was asked for, and what that hangs on', async () => {
    const before = arm.calls.length;
    const found = await production({ operations: new Set(['Microsoft.Sql/servers/firewallRules']) });
    const asked = new Set(arm.calls.slice(before).map(({ operation }) => operation));
    expect(asked).toEqual(
      new Set([
        'Microsoft.Resources/subscriptions',
        'Microsoft.ResourceGraph/resources',
        'Microsoft.Authorization/permissions',
        'Microsoft.Sql/servers/firewallRules',
      ]),
    );
    expect(found.skipped?.some(({ operation }) => operation === 'Microsoft.Network/loadBalancers')).toBe(true);
  });

  it('is a unit that says so where it is not visible', async () => {
    const [found] = await collect({ tenant: { tenant: demoTenantId, subscriptions: [subscriptionIds.stranger] } });
    expect(found?.unit).toEqual({ provider: 'azure', subscription: subscriptionIds.stranger });
    expect(new Set(found?.errors.map(({ code }) => code))).toEqual(new Set(['SubscriptionNotFound']));
  });

  it('is found below a management group', async () => {
    const found = await collect({ tenant: { ...all, managementGroup: 'sakura' } });
    expect(found).toHaveLength(2);
  });

  it('is left where the scan is stopped', async () => {
    const stop = new AbortController();
    const running = collect({ signal: stop.signal });
    stop.abort();
    await expect(running).rejects.toThrow();
  });
});
