import { afterEach, describe, expect, it } from 'vitest';
import { collectSubscriptions } from '../../lib/collect/azure/collect-subscriptions.ts';
import { listSubscriptions } from '../../lib/collect/azure/list-subscriptions.ts';
import { openArm } from '../../lib/collect/azure/open-arm.ts';
import { openGraph } from '../../lib/collect/entra/sign-in/open-graph.ts';
import type { ArmFaults, LoopbackArm } from '../../lib/loopback/arm/loopback-arm.ts';
import { startLoopbackArm } from '../../lib/loopback/arm/start-loopback-arm.ts';
import { missingAccess } from '../../lib/model/missing-access.ts';
import { overBudget, snapshotSchema, type KeyedResponse, type Snapshot } from '../../lib/model/snapshot.ts';
import type { EntraTenant } from '../../lib/model/standard.ts';

const tenant = '7e57aaaa-0000-4000-8000-000000000001';
const hub = '5ab5c71b-0000-4000-8000-000000000001';
const spoke = '5ab5c71b-0000-4000-8000-000000000002';
const zones = 'Microsoft.Network/dnsZones';
const holders = 'Microsoft.Resources/resources/hostNames';
const webNames = 'Microsoft.Web/checknameavailability';
const labels = 'Microsoft.Network/locations/checkDnsNameAvailability';
const now = new Date('2026-11-01T00:00:00Z');

const idIn = (subscription: string, type: string, name: string): string =>
  `/subscriptions/${subscription}/resourceGroups/rg/providers/${type}/${name}`;
const zoneId = idIn(hub, zones, 'example.com');
const cname = (name: string, target: string): object => ({
  id: `${zoneId}/CNAME/${name}`,
  name,
  properties: { CNAMERecord: { cname: target } },
});
const alias = { id: `${zoneId}/A/ip`, name: 'ip', properties: { targetResource: { id: pip('pip1').toUpperCase() } } };

function pip(name: string): string {
  return idIn(spoke, 'Microsoft.Network/publicIPAddresses', name);
}

function unit(subscription: string, responses: Snapshot['responses']): Snapshot {
  const provided = { provider: 'azure', subscription } as const;
  const known = [hub, spoke].map((subscriptionId) => ({ subscriptionId, tenantId: tenant, state: 'Enabled' }));
  return {
    schema: snapshotSchema,
    unit: provided,
    collectedAt: now.toISOString(),
    responses: { 'Microsoft.Resources/subscriptions': { value: known }, ...responses },
    errors: [],
  };
}

const records = [
  cname('shop', 'Shop.azurewebsites.net.'),
  cname('again', 'shop.azurewebsites.net'),
  cname('portal', 'portal.azurewebsites.net'),
  cname('unique', 'shop-a6gqaeashthkhkeu.japaneast-01.azurewebsites.net'),
  cname('site', 'contoso.z11.web.core.windows.net'),
  cname('vm', 'box.japaneast.cloudapp.azure.com'),
  cname('other', 'www.example.net'),
];

/** The workloads of the spoke hold some of the names of the hub's zone. */
const workloads = unit(spoke, {
  'Microsoft.Web/sites': {
    value: [
      {
        id: idIn(spoke, 'Microsoft.Web/sites', 'portal'),
        name: 'portal',
        properties: { defaultHostName: 'portal.azurewebsites.net', hostNames: ['portal.azurewebsites.net'] },
      },
      // Called so, and not reached so.
      {
        id: idIn(spoke, 'Microsoft.Web/sites', 'shop'),
        name: 'shop',
        properties: { defaultHostName: 'shop-c3d4e5f6a7b8c9d0.japaneast-01.azurewebsites.net' },
      },
    ],
  },
  'Microsoft.Storage/storageAccounts': {
    value: [
      {
        id: idIn(spoke, 'Microsoft.Storage/storageAccounts', 'contoso'),
        name: 'contoso',
        properties: { primaryEndpoints: { blob: 'https://contoso.blob.core.windows.net/' } },
      },
    ],
  },
  'Microsoft.Network/publicIPAddresses': { value: [{ id: pip('pip1'), name: 'pip1', properties: {} }] },
});

const zone = (cnames: readonly object[], more: Snapshot['responses'] = {}): Snapshot =>
  unit(hub, {
    [zones]: { value: [{ id: zoneId, name: 'example.com', properties: {} }] },
    [`${zones}/CNAME`]: { value: cnames },
    [`${zones}/A`]: { value: [alias] },
    [webNames]: [{ input: { name: 'shop', type: 'Microsoft.Web/sites' }, output: { nameAvailable: true } }],
    [labels]: [{ input: { location: 'japaneast', domainNameLabel: 'box' }, output: { available: true } }],
    ...more,
  });

let arm: LoopbackArm | undefined;
afterEach(() => arm?.close());

interface Scan {
  readonly faults?: ArmFaults;
  readonly cloud?: EntraTenant['cloud'];
  readonly served?: readonly Snapshot[];
}

async function scan({ faults = {}, cloud = 'global', served = [zone(records), workloads] }: Scan = {}) {
  arm = await startLoopbackArm({ snapshots: served, faults });
  const login: EntraTenant = { id: tenant, cloud, signIn: { with: 'developer' } };
  const { signal } = new AbortController();
  const client = openArm(login, arm.url, { signal, onCall: () => undefined, wait: 1 });
  const collecting = collectSubscriptions({
    arm: client,
    graph: openGraph(login, arm.url),
    listed: await listSubscriptions(client, { tenant, subscriptions: [hub] }),
    operations: new Set([
      zones,
      `${zones}/A`,
      holders,
      webNames,
      'Microsoft.Storage/checknameavailability',
      'Microsoft.ApiManagement/checkNameAvailability',
      labels,
    ]),
    clock: () => now,
    signal,
    onProgress: () => undefined,
    calls: () => 0,
    wait: 1,
  });
  const [first] = await Array.fromAsync(collecting);
  if (!first) throw new Error('nothing was collected');
  const asked = arm.calls.filter(({ operation }) => /availability$/i.test(operation));
  return { ...first, asked: asked.map(({ operation }) => operation).toSorted() };
}

describe('names that records of a zone lead to', () => {
  it('are looked for in every subscription, and asked about where nobody here holds them', async () => {
    const { responses, errors, asked } = await scan();
    expect(errors).toEqual([]);
    expect(responses[holders]).toEqual({
      value: [
        { id: pip('pip1'), type: 'microsoft.network/publicipaddresses' },
        {
          id: idIn(spoke, 'Microsoft.Storage/storageAccounts', 'contoso'),
          type: 'microsoft.storage/storageaccounts',
          host: 'contoso.blob.core.windows.net',
        },
        {
          id: idIn(spoke, 'Microsoft.Web/sites', 'portal'),
          type: 'microsoft.web/sites',
          host: 'portal.azurewebsites.net',
        },
      ],
    });
    expect(asked).toEqual([labels, webNames]);
    expect(responses[webNames]).toEqual([
      { input: { name: 'shop', type: 'Microsoft.Web/sites' }, output: { nameAvailable: true } },
    ]);
    expect(responses[labels]).toEqual([
      { input: { location: 'japaneast', domainNameLabel: 'box' }, output: { available: true } },
    ]);
    expect(responses['Microsoft.Storage/checknameavailability']).toEqual([]);
  });

  it('are asked about by nobody where no record leads there', async () => {
    const { responses, errors, asked } = await scan({ served: [zone([cname('www', 'www.example.net')]), workloads] });
    expect([errors, asked]).toEqual([[], []]);
    expect(responses[webNames]).toEqual([]);
  });

  it('are asked about although the holders were not told', async () => {
    const { responses, errors, asked } = await scan({
      faults: { failures: { operations: ['Microsoft.ResourceGraph/resources'], every: 4, status: 503 } },
    });
    expect(errors).toEqual([]);
    expect(asked).toEqual([labels, webNames]);
    expect(responses).toHaveProperty([holders]);
  });

  it('are named with the permission where they may not be asked about', async () => {
    const { responses, errors } = await scan({ faults: { denied: [webNames] } });
    expect(responses).not.toHaveProperty([webNames]);
    expect(errors.map((each) => [each.operation, missingAccess(each).permission])).toEqual([
      [webNames, `${webNames}/read`],
    ]);
  });

  it('are not asked about where the records were not read', async () => {
    const { errors, asked } = await scan({ faults: { denied: [`${zones}/CNAME`] } });
    expect(asked).toEqual([]);
    expect(errors.filter(({ because }) => because === `${zones}/CNAME`).map(({ operation }) => operation)).toEqual([
      'Microsoft.ApiManagement/checkNameAvailability',
      labels,
      'Microsoft.Storage/checknameavailability',
      webNames,
    ]);
  });

  it('are kept as they were answered, whatever that is', async () => {
    const { responses } = await scan({ faults: { malformed: [webNames] } });
    expect((responses[webNames] as readonly KeyedResponse[])[0]?.output).toEqual({});
  });

  it('are of no other cloud', async () => {
    const { errors, asked } = await scan({ cloud: 'china' });
    expect(asked).toEqual([]);
    expect(errors.map(({ operation, code }) => [operation, code])).toEqual([
      [labels, 'NotSupported'],
      [webNames, 'NotSupported'],
    ]);
  });

  it('are asked about up to a number, and the others are told of', async () => {
    const many = Array.from({ length: 203 }, (_, at) => cname(`n${at}`, `app-${at}.azurewebsites.net`));
    const { responses, errors } = await scan({ served: [zone(many), workloads] });
    expect(responses[webNames]).toHaveLength(200);
    expect(errors.map(({ code }) => code)).toEqual([overBudget, overBudget, overBudget]);
  });
});
