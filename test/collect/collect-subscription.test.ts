import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { collectSubscriptions } from '../../lib/collect/azure/collect-subscriptions.ts';
import type { ArmRow } from '../../lib/collect/azure/arm-page.ts';
import { listSubscriptions } from '../../lib/collect/azure/list-subscriptions.ts';
import { openArm } from '../../lib/collect/azure/open-arm.ts';
import { armOperations } from '../../lib/collect/azure/operations/index.ts';
import { openGraph } from '../../lib/collect/entra/sign-in/open-graph.ts';
import { subscriptionIds } from '../../lib/demo/azure/demo-subscription-ids.ts';
import { demoOrganisation } from '../../lib/demo/demo-organisation.ts';
import { demoTenantId } from '../../lib/demo/entra/demo-tenant.ts';
import type { ArmFaults, LoopbackArm } from '../../lib/loopback/arm/loopback-arm.ts';
import { startLoopbackArm } from '../../lib/loopback/arm/start-loopback-arm.ts';
import type { LoopbackGraph } from '../../lib/loopback/graph/loopback-graph.ts';
import { startLoopbackGraph } from '../../lib/loopback/graph/start-loopback-graph.ts';
import { graphNeeds } from '../../lib/model/entra/graph-operations.ts';
import { missingAccess } from '../../lib/model/missing-access.ts';
import type { CollectError, KeyedResponse, Snapshot } from '../../lib/model/snapshot.ts';
import type { AzureTenant, EntraTenant } from '../../lib/model/standard.ts';
import { isAzureUnit } from '../../lib/model/unit.ts';
import { scanAzure } from '../../lib/run/scan-azure.ts';
import { memoryStore } from '../../lib/snapshot/memory-store.ts';
import { defaultStandard } from '../../lib/standard/schema.ts';

const now = new Date('2026-11-01T00:00:00Z');
const { snapshots } = demoOrganisation(now);
const login: EntraTenant = { id: demoTenantId, cloud: 'global', signIn: { with: 'developer' } };
const all: AzureTenant = { tenant: demoTenantId, subscriptions: 'all' };
const interfaces = 'Microsoft.Network/networkInterfaces';
const assignments = 'Microsoft.Authorization/roleAssignments';
const permissions = 'Microsoft.Authorization/permissions';
const vaults = 'Microsoft.KeyVault/deletedVaults';
const deleted = [
  vaults,
  'Microsoft.ApiManagement/deletedservices',
  'Microsoft.AppConfiguration/deletedConfigurationStores',
];
const queries = 'Microsoft.ResourceGraph/resources';

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
  readonly server?: LoopbackArm;
  readonly operations?: readonly string[];
  readonly signal?: AbortSignal;
  /** Called before every request to ARM. */
  readonly onCall?: () => void;
}

async function collect(scan: Scan = {}): Promise<readonly Snapshot[]> {
  const { tenant = all, server = arm, operations, signal = new AbortController().signal } = scan;
  const client = openArm(login, server.url, { signal, onCall: scan.onCall ?? (() => undefined), wait: 1 });
  const listed = await listSubscriptions(client, tenant);
  const collecting = collectSubscriptions({
    arm: client,
    graph: openGraph(login, graph.url),
    listed,
    ...(operations && { operations: new Set(operations) }),
    clock: () => now,
    signal,
    onProgress: () => undefined,
    calls: () => 0,
    wait: 1,
  });
  return Array.fromAsync(collecting);
}

/** The subscription of production, as it is read. */
async function production(scan: Scan = {}): Promise<Snapshot> {
  const [first] = await collect(scan);
  if (!first) throw new Error('nothing was collected');
  return first;
}

const served = snapshots.find(({ unit }) => isAzureUnit(unit) && unit.subscription === subscriptionIds.production);

/** The rows that the loopback holds of an operation, without what is not kept. */
function expected(id: string): unknown {
  const keep = armOperations.find((each) => each.id === id)?.keep ?? ((row: ArmRow) => row);
  const rowsIn = (answer: unknown): readonly ArmRow[] => (answer as { readonly value: readonly ArmRow[] }).value;
  const stored = served?.responses[id] ?? { value: [] };
  if (!Array.isArray(stored)) return { value: rowsIn(stored).map(keep) };
  if (armOperations.some((each) => each.id === id && each.by === 'name')) return stored;
  return (stored as readonly KeyedResponse[]).map(({ input, output }) => {
    return { input, output: { value: rowsIn(output).map(keep) } };
  });
}

function codesOf(errors: readonly CollectError[], code: string): readonly string[] {
  return errors.filter((each) => each.code === code && !each.because).map(({ operation }) => operation);
}

/** A loopback whose subscriptions answer some operations otherwise. */
async function withAnswers(answers: Snapshot['responses'], read: (server: LoopbackArm) => Promise<void>) {
  const changed = snapshots.map((each) =>
    isAzureUnit(each.unit) ? { ...each, responses: { ...each.responses, ...answers } } : each,
  );
  const server = await startLoopbackArm({ snapshots: changed });
  try {
    await read(server);
  } finally {
    await server.close();
  }
}

describe('a subscription that is read over HTTP with the real clients', () => {
  it('is what the loopback serves, in the shape of the wire', async () => {
    const [first, second, third, ...more] = await collect();
    const units = [first, second, third].map((each) => each?.unit);
    expect(units).toEqual(
      [subscriptionIds.production, subscriptionIds.development, subscriptionIds.campaign].map((subscription) => {
        return { provider: 'azure', subscription };
      }),
    );
    expect(more).toEqual([]);
    expect(first?.errors).toEqual([]);
    const called = armOperations.filter((each) => !('of' in each) || served?.responses[each.id] !== undefined);
    for (const { id } of called) expect({ [id]: first?.responses[id] }).toEqual({ [id]: expected(id) });
    const operations = [...armOperations.map(({ id }) => id), ...Object.keys(graphNeeds)];
    expect(operations).toEqual(expect.arrayContaining(Object.keys(first?.responses ?? {})));
    expect(Object.keys(first?.responses ?? {})).toEqual(expect.arrayContaining(armOperations.map(({ id }) => id)));
  });

  it('is read with the rules of its firewall policies', async () => {
    const policy = `/subscriptions/${subscriptionIds.production}/resourceGroups/rg-hub/providers/Microsoft.Network/firewallPolicies/Edge`;
    const output = {
      value: [{ id: `${policy}/ruleCollectionGroups/dnat`, name: 'dnat', properties: { priority: 100 } }],
    };
    const groups = 'Microsoft.Network/firewallPolicies/ruleCollectionGroups';
    const answers = {
      'Microsoft.Network/firewallPolicies': { value: [{ id: policy, name: 'Edge', properties: {} }] },
      [groups]: [{ input: { id: policy }, output }],
    };
    await withAnswers(answers, async (server) => {
      const { responses, errors } = await production({ server, operations: [groups] });
      expect(errors).toEqual([]);
      expect(responses[groups]).toEqual(answers[groups]);
    });
  });

  it('tells who its principals are', async () => {
    const { responses } = await production();
    const { value } = responses['/directoryObjects/getByIds'] as { readonly value: readonly ArmRow[] };
    expect(value.length).toBeGreaterThan(0);
    expect(value.every((row) => String(row['@odata.type']).startsWith('#microsoft.graph.'))).toBe(true);
  });

  it('tells so although Microsoft Graph fails now and then', async () => {
    graph.setFaults({ dropped: { every: 2 }, throttle: true });
    expect((await production({ operations: ['/directoryObjects/getByIds'] })).errors).toEqual([]);
  });

  it('is the same page by page', async () => {
    const whole = await production();
    arm.setFaults({ pageSize: 2 });
    expect(await production()).toEqual(whole);
  });

  it.each<readonly [string, ArmFaults]>([
    ['too many requests', { failures: { every: 5, status: 429 } }],
    ['errors of the server', { failures: { every: 5, status: 500 } }],
    ['a service that is away', { failures: { every: 5, status: 503 } }],
    ['broken connections', { dropped: { every: 5 } }],
  ])('gets through %s', async (_, faults) => {
    arm.setFaults(faults);
    expect((await production()).errors).toEqual([]);
  });

  it('says what the service said when it never comes through', async () => {
    arm.setFaults({ failures: { operations: [interfaces], status: 503 } });
    const { errors } = await production({ operations: [interfaces] });
    expect(errors).toEqual([{ operation: interfaces, code: 'ServerBusy', message: 'The server is busy.' }]);
  });

  it('waits no longer than the scan lasts', async () => {
    arm.setFaults({ failures: { operations: [interfaces], status: 429, retryAfter: 3600 } });
    const { errors } = await production({ operations: [interfaces], signal: AbortSignal.timeout(300) });
    expect(codesOf(errors, 'Aborted')).toEqual([interfaces]);
  });

  it('stays within the limits', async () => {
    arm.setFaults({ throttle: true });
    const before = arm.calls.length;
    await collect();
    const made = arm.calls.slice(before);
    expect(made.filter(({ operation }) => operation === queries)).toHaveLength(6);
    expect(new Set(made.map(({ status }) => status))).toEqual(new Set([200]));
  });

  it('reads only what was asked for, and what that hangs on', async () => {
    const before = arm.calls.length;
    const found = await production({ operations: ['Microsoft.Sql/servers/firewallRules'] });
    expect(new Set(arm.calls.slice(before).map(({ operation }) => operation))).toEqual(
      new Set(['Microsoft.Resources/subscriptions', queries, permissions, 'Microsoft.Sql/servers/firewallRules']),
    );
    expect(found.skipped).toContainEqual({ operation: 'Microsoft.Network/loadBalancers', reason: 'not-selected' });
    expect(found.skipped).toContainEqual({ operation: '/directoryObjects/getByIds', reason: 'not-selected' });
  });
});

describe('what cannot be read of a subscription', () => {
  it('names the permission, and what hangs on it is never asked', async () => {
    arm.setFaults({ denied: ['Microsoft.Network/networkSecurityGroups', 'Microsoft.Network/firewallPolicies'] });
    const { errors, responses } = await production();
    expect(codesOf(errors, 'AuthorizationFailed')).toEqual([
      'Microsoft.Network/firewallPolicies',
      'Microsoft.Network/networkSecurityGroups',
    ]);
    expect(errors.flatMap((each) => missingAccess(each).permission ?? [])).toContain(
      'Microsoft.Network/networkSecurityGroups/read',
    );
    const groups = errors.find(
      ({ operation }) => operation === 'Microsoft.Network/firewallPolicies/ruleCollectionGroups',
    );
    expect(groups?.because).toBe('Microsoft.Network/firewallPolicies');
    expect(responses).not.toHaveProperty(['Microsoft.Network/networkSecurityGroups']);
  });

  it('is no silence of Resource Graph', async () => {
    arm.setFaults({ denied: ['Microsoft.Sql/servers', 'Microsoft.Network/effectiveSecurityAdminRules'] });
    const { errors, responses } = await production();
    expect(codesOf(errors, 'AuthorizationFailed')).toContain('Microsoft.Sql/servers');
    expect(codesOf(errors, 'AuthorizationFailed')).toContain('Microsoft.Network/effectiveSecurityAdminRules');
    expect(responses).not.toHaveProperty(['Microsoft.Sql/servers']);
    expect(responses).not.toHaveProperty(['Microsoft.Sql/servers/firewallRules']);
    expect(responses).toHaveProperty(['Microsoft.Storage/storageAccounts']);
  });

  it('is each type that no right of the caller covers', async () => {
    const narrow = { value: [{ actions: ['Microsoft.Network/*/read', 'Microsoft.Sql/*'], notActions: [] }] };
    await withAnswers({ [permissions]: narrow }, async (server) => {
      const { errors, responses } = await production({ server });
      expect(codesOf(errors, 'AuthorizationFailed')).toContain('Microsoft.Storage/storageAccounts');
      expect(responses).not.toHaveProperty(['Microsoft.Storage/storageAccounts']);
      expect(responses).toHaveProperty(['Microsoft.Sql/servers']);
    });
  });

  it('is everything of Resource Graph where the rights are unknown', async () => {
    arm.setFaults({ denied: [permissions] });
    const { errors, responses } = await production();
    const hidden = armOperations.filter(({ by }) => by === 'resource-graph').map(({ id }) => id);
    for (const id of hidden) expect(responses).not.toHaveProperty([id]);
    const named = errors.filter(({ because }) => because === permissions).map(({ operation }) => operation);
    expect(named).toEqual(expect.arrayContaining(hidden));
  });

  it('is one resource of many', async () => {
    arm.setFaults({ denied: ['Microsoft.Web/sites/config'] });
    const { errors, responses } = await production();
    expect(codesOf(errors, 'AuthorizationFailed')).toEqual(['Microsoft.Web/sites/config']);
    expect(responses).not.toHaveProperty(['Microsoft.Web/sites/config']);
  });

  it('is an answer without what was asked for', async () => {
    arm.setFaults({ malformed: [interfaces, assignments, queries] });
    const { errors } = await production();
    const broken = codesOf(errors, 'UnexpectedAnswer');
    expect(broken).toEqual(expect.arrayContaining([interfaces, assignments, 'Microsoft.Storage/storageAccounts']));
  });

  it('gets no token, and no request, where an answer leads elsewhere', async () => {
    const operations = [interfaces, assignments];
    arm.setFaults({ pageSize: 1, hostileNextLink: operations });
    const before = arm.calls.length;
    let sent = 0;
    const { errors } = await production({ operations, onCall: () => (sent += 1) });
    expect(codesOf(errors, 'ForeignHost')).toEqual([assignments, interfaces]);
    expect(sent).toBe(arm.calls.length - before);
  });

  it('is a list without an end', async () => {
    const operations = [interfaces, assignments];
    arm.setFaults({ pageSize: 1, endless: operations });
    const { errors } = await production({ operations });
    expect(codesOf(errors, 'EndlessPages')).toEqual([assignments, interfaces]);
  });

  it('is nothing where a provider is not registered: it made nothing', async () => {
    const codes = ['MissingSubscriptionRegistration', 'SubscriptionNotRegistered', 'Conflict'];
    const unregistered = codes.map((code, at) => ({ operation: deleted[at] ?? '', code, message: 'not registered' }));
    const changed = snapshots.map((each) => (isAzureUnit(each.unit) ? { ...each, errors: unregistered } : each));
    const server = await startLoopbackArm({ snapshots: changed });
    try {
      const { errors, responses } = await production({ server, operations: deleted });
      expect(errors.map(({ operation, code }) => [operation, code])).toEqual([[deleted[2], 'Conflict']]);
      expect(responses).toMatchObject({ [deleted[0] ?? '']: { value: [] }, [deleted[1] ?? '']: { value: [] } });
    } finally {
      await server.close();
    }
  });

  it('is the directory, without its permission', async () => {
    graph.setFaults({ withheld: ['Directory.Read.All'] });
    const { errors, responses } = await production();
    expect(errors.map(({ operation }) => operation)).toEqual([
      '/directoryObjects/getByIds',
      '/groups/{id}/transitiveMembers',
    ]);
    expect(errors.map((each) => missingAccess(each).permission)).toEqual(['Directory.Read.All', 'Directory.Read.All']);
    expect(responses).toHaveProperty([assignments]);
  });

  it('is the directory, where nothing names the principals', async () => {
    arm.setFaults({ denied: [assignments] });
    const { errors } = await production({ operations: ['/directoryObjects/getByIds'] });
    const named = errors.filter(({ because }) => because === assignments).map(({ operation }) => operation);
    expect(named).toEqual(['/directoryObjects/getByIds', '/groups/{id}/transitiveMembers']);
  });
});

describe('the subscriptions of a tenant', () => {
  it('are units that say so where they are not visible', async () => {
    const tenant = { ...all, subscriptions: [subscriptionIds.stranger, subscriptionIds.production] };
    const found = await collect({ tenant, operations: [interfaces] });
    expect(found.map(({ errors }) => new Set(errors.map(({ code }) => code)))).toEqual([
      new Set(),
      new Set(['SubscriptionNotFound']),
    ]);
    expect(found[1]?.unit).toEqual({ provider: 'azure', subscription: subscriptionIds.stranger });
  });

  it('are found below a management group', async () => {
    expect(await collect({ tenant: { ...all, managementGroup: 'sakura' }, operations: [interfaces] })).toHaveLength(3);
  });

  const row = (subscriptionId: string, tenantId: string, state: string) => ({ subscriptionId, tenantId, state });
  const states = (ofProduction: string, ofDevelopment: string) => ({
    'Microsoft.Resources/subscriptions': {
      value: [
        row(subscriptionIds.production, demoTenantId, ofProduction),
        row(subscriptionIds.development, demoTenantId, ofDevelopment),
        row(subscriptionIds.campaign, demoTenantId, 'Deleted'),
        row(subscriptionIds.stranger, '99999999-0000-4000-8000-000000000000', 'Enabled'),
      ],
    },
  });

  it('are left out where they are deleted, or another tenant’s', async () => {
    await withAnswers(states('Warned', 'Deleted'), async (server) => {
      const found = await collect({ server, operations: [interfaces] });
      expect(found.map(({ unit }) => unit)).toEqual([{ provider: 'azure', subscription: subscriptionIds.production }]);
    });
  });

  it('are asked for what they hold, and nothing else, where they are disabled', async () => {
    await withAnswers(states('Disabled', 'Disabled'), async (server) => {
      const [first, second] = await collect({ server });
      const read = ['Microsoft.Resources/resources', 'Microsoft.Resources/subscriptions', vaults];
      expect(Object.keys(first?.responses ?? {})).toEqual(expect.arrayContaining(read));
      expect(first?.responses).not.toHaveProperty([interfaces]);
      expect(first?.skipped).toContainEqual({ operation: 'Microsoft.Storage/storageAccounts', reason: 'not-selected' });
      expect([first?.errors, second?.errors]).toEqual([[], []]);
      expect(server.calls.filter(({ operation }) => operation === queries)).toEqual([]);
    });
  });

  it('are nothing to whoever stops the scan', async () => {
    const stop = new AbortController();
    const running = collect({ signal: stop.signal });
    stop.abort();
    await expect(running).rejects.toThrow('aborted');
  });
});

describe('a scan of Azure', () => {
  const scan = (tenants: readonly AzureTenant[], mustSignIn: boolean, store = memoryStore()) =>
    scanAzure({
      tenants,
      endpoints: { arm: arm.url, graph: graph.url },
      checks: [],
      standard: defaultStandard,
      store,
      operations: new Set([interfaces]),
      clock: () => now,
      signal: new AbortController().signal,
      onProgress: () => undefined,
      mustSignIn,
      wait: 1,
    });

  it('evaluates subscriptions in the order of their ids', async () => {
    const found = (await scan([all], true)).map(({ subscription }) => subscription);
    const { production: one, development: another, campaign } = subscriptionIds;
    expect(found).toEqual([one, another, campaign].toSorted());
  });

  it('tells of subscriptions that cannot be listed, unless they must be', async () => {
    const unknown = { tenant: '99999999-0000-4000-8000-000000000000', subscriptions: [subscriptionIds.stranger] };
    expect((await scan([unknown], false)).map(({ subscription }) => subscription)).toEqual([subscriptionIds.stranger]);
    await expect(scan([unknown], true)).rejects.toThrow('cannot be listed');
    await expect(scan([{ ...unknown, subscriptions: 'all' }], false)).rejects.toThrow('cannot be listed');
  });
});
