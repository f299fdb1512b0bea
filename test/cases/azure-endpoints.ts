import { addressSet, toCidrs } from '../../lib/analyse/network/address-set.ts';
import { hostRange, parseCidr, type AddressRange } from '../../lib/model/network/cidr.ts';
import type { Exposure } from '../../lib/model/network/exposure.ts';
import { snapshotSchema, type Snapshot } from '../../lib/model/snapshot.ts';
import { tenantModel } from '../../lib/evaluate/tenant-model.ts';
import { defaultStandard } from '../../lib/standard/schema.ts';
import type { Comparison } from './case-file.ts';

type Row = Readonly<Record<string, unknown>>;

interface EndpointsCase {
  readonly description?: string;
  readonly subscription: Row & { readonly subscriptionId: string };
  readonly expect: { readonly publicEndpoint?: readonly Row[]; readonly unknown?: readonly unknown[] };
}

/** Endpoints of platform services: who on the internet gets to each. */
export function compareEndpoints(example: unknown): readonly Comparison[] {
  const { subscription, expect, description = '' } = example as EndpointsCase;
  const unit = unitOf(subscription);
  const reading = tenantModel([unit], defaultStandard).read('azure.endpointExposures', unit);
  const exposures = reading.read ? reading.value.exposures : [];
  const openOf = (target: string): string => {
    const exposure = exposures.find(({ id }) => id.toLowerCase() === target.toLowerCase());
    return exposure ? openIn(exposure) : reading.read ? 'not found' : JSON.stringify(reading);
  };
  const listed = (expect.publicEndpoint ?? []).map((each) => ({
    target: String(each['target']),
    expected: normalised(each['open']),
  }));
  const undecided = (expect.unknown ?? []).map((each) => ({
    target: String(isRow(each) ? each['target'] : each),
    expected: 'unknown',
  }));
  return [...listed, ...undecided].map(({ target, expected }) => ({
    about: `${target} open`,
    expected,
    found: openOf(target),
    reason: description,
  }));
}

function openIn({ verdict, reaches }: Exposure): string {
  if (verdict === 'unknown') return 'unknown';
  if (verdict === 'latent' || reaches.length === 0) return 'none';
  const sources = reaches.map((reach) => reach.sources);
  return normalised(sources.includes('any') ? 'internet' : sources.flat());
}

/** "internet", "none", "unknown", or a set of blocks and tags; a word for any service of Azure is one, whichever it is. */
function normalised(open: unknown): string {
  const words = [open].flat().map((word) => String(word).toLowerCase().replace(/^tag:/, ''));
  const ranges = words.flatMap((word) => addressRange(word) ?? []);
  const others = words.filter((word) => !addressRange(word) && word !== 'none' && word !== 'null');
  const named = others.map((word) => (/azure(?!frontdoor)/.test(word) ? 'any azure' : word));
  const [ipv4, ipv6] = [32, 128].map((bits) =>
    toCidrs(addressSet(ranges.filter(({ bits: own }) => own === bits)), bits as 32 | 128),
  );
  return [...new Set([...(ipv4 ?? []), ...(ipv6 ?? []), ...named])].toSorted().join(', ') || 'none';
}

/** A block, an address or a range of two, with the length of its addresses. */
function addressRange(word: string): (AddressRange & { readonly bits: 32 | 128 }) | undefined {
  try {
    const [first = '', last = first] = word.split('-').map((each) => each.trim());
    const bits = word.includes(':') ? 128 : 32;
    const of = (each: string): AddressRange => (each.includes('/') ? parseCidr(each) : hostRange(each));
    return { first: of(first).first, last: of(last).last, bits };
  } catch {
    return undefined;
  }
}

/** Operations by the type that the ids of their resources name, in lower case; called once per parent where one is named. */
const listed = [
  'Microsoft.Storage/storageAccounts',
  'Microsoft.Sql/servers',
  'Microsoft.Sql/managedInstances',
  'Microsoft.DBforPostgreSQL/flexibleServers',
  'Microsoft.DBforMySQL/flexibleServers',
  'Microsoft.Web/sites',
  'Microsoft.Web/sites/slots',
  'Microsoft.ContainerService/managedClusters',
  'Microsoft.KeyVault/vaults',
  'Microsoft.DocumentDB/databaseAccounts',
  'Microsoft.ContainerRegistry/registries',
  'Microsoft.CognitiveServices/accounts',
  'Microsoft.Search/searchServices',
  'Microsoft.ServiceBus/namespaces',
  'Microsoft.EventHub/namespaces',
  'Microsoft.Cache/redis',
  'Microsoft.MachineLearningServices/workspaces',
  'Microsoft.AppConfiguration/configurationStores',
  'Microsoft.App/containerApps',
  'Microsoft.Network/networkSecurityGroups',
  'Microsoft.Network/virtualNetworks',
];
const perParent: Readonly<Record<string, string>> = {
  'Microsoft.Sql/servers/firewallRules': 'Microsoft.Sql/servers',
  'Microsoft.DBforPostgreSQL/flexibleServers/firewallRules': 'Microsoft.DBforPostgreSQL/flexibleServers',
  'Microsoft.DBforMySQL/flexibleServers/firewallRules': 'Microsoft.DBforMySQL/flexibleServers',
};

/** Every list of the case, whatever its key is called: what a resource is, its id tells. */
function unitOf(subscription: EndpointsCase['subscription']): Snapshot {
  const lists = Object.entries(subscription).filter(([name]) => name !== 'siteConfigs');
  const rows = lists.flatMap(([, value]) => (Array.isArray(value) ? value.filter(isRow) : []));
  const unreadable = new Set(lists.filter(([, value]) => value === null).map(([name]) => name.toLowerCase()));
  const byType = Map.groupBy(rows, typeOf);
  const ofType = (type: string): readonly Row[] => byType.get(type.toLowerCase()) ?? [];
  const responses: Record<string, Snapshot['responses'][string]> = {};
  for (const type of listed) responses[type] = { value: ofType(type) };
  for (const [operation, parent] of Object.entries(perParent)) {
    if ([...unreadable].some((name) => name.includes('firewallrule'))) continue;
    responses[operation] = ofType(parent).map(({ id }) => ({
      input: { id },
      output: { value: ofType(operation).filter((rule) => parentOf(rule) === String(id).toLowerCase()) },
    }));
  }
  for (const sites of ['Microsoft.Web/sites', 'Microsoft.Web/sites/slots']) {
    responses[`${sites}/config`] = ofType(sites).flatMap((site) => configOf(site, subscription));
  }
  return {
    schema: snapshotSchema,
    unit: { provider: 'azure', subscription: subscription.subscriptionId.toLowerCase() },
    collectedAt: '2026-06-01T00:00:00.000Z',
    responses,
    errors: [],
  };
}

function configOf(site: Row, subscription: Row): { readonly input: Row; readonly output: Row }[] {
  const configs = (Array.isArray(subscription['siteConfigs']) ? subscription['siteConfigs'] : []).filter(isRow);
  const id = String(site['id']);
  const config = configs.find((each) => {
    const named = textIn(each, 'site', 'name', 'id').toLowerCase();
    return named === String(site['name']).toLowerCase() || named.startsWith(id.toLowerCase());
  });
  if (!config) return [];
  const web = { id: `${id}/config/web`, name: 'web', properties: config['properties'] };
  return [{ input: { id }, output: { value: [web] } }];
}

/** `microsoft.sql/servers/firewallrules`, from an id, else from what the resource says. */
function typeOf(row: Row): string {
  const [, after] = textIn(row, 'id').split(/\/providers\/(?!.*\/providers\/)/i);
  const [namespace, ...rest] = (after ?? '').split('/');
  const kinds = rest.filter((_, at) => at % 2 === 0);
  return after ? [namespace, ...kinds].join('/').toLowerCase() : textIn(row, 'type').toLowerCase();
}

function parentOf({ id }: Row): string {
  return String(id).split('/').slice(0, -2).join('/').toLowerCase();
}

/** The first of these fields that is a text. */
function textIn(row: Row, ...fields: readonly string[]): string {
  return fields.map((field) => row[field]).find((value) => typeof value === 'string') ?? '';
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
