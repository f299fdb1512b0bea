import { describe, expect, it } from 'vitest';
import { endpoints } from '../../../interpret/azure/endpoints.ts';
import { networkSecurityGroups } from '../../../interpret/azure/network-security-groups.ts';
import { virtualNetworks } from '../../../interpret/azure/virtual-networks.ts';
import type { Exposure } from '../../../model/network/exposure.ts';
import { defaultStandard } from '../../../standard/schema.ts';
import { endpointExposures } from './endpoint-exposures.ts';

const unit = { provider: 'azure', subscription: '5ab5c71b-0000-4000-8000-000000000001' } as const;
const group = `/subscriptions/${unit.subscription}/resourceGroups/app/providers`;
type Answers = Readonly<Record<string, unknown>>;

function exposuresOf(answers: Answers): readonly Exposure[] {
  const read = endpoints.interpret(answers, unit);
  const made: Record<string, unknown> = {
    'azure.endpoints': read,
    ...('Microsoft.Network/virtualNetworks' in answers && {
      'azure.virtualNetworks': virtualNetworks.interpret(answers, unit),
    }),
    ...('Microsoft.Network/networkSecurityGroups' in answers && {
      'azure.networkSecurityGroups': networkSecurityGroups.interpret(answers, unit),
    }),
  };
  const part = (name: string): never => made[name] as never;
  const asOf = new Date('2026-06-01T00:00:00Z');
  return endpointExposures.analyse({ unit, asOf, standard: defaultStandard, part, unread: () => undefined }).exposures;
}

/** `open` for the internet, the sources, or the verdict where nobody gets in. */
function said({ verdict, reaches }: Exposure): unknown {
  if (verdict === 'unknown' || verdict === 'latent' || reaches.length === 0) return verdict;
  const sources = reaches.map((reach) => reach.sources);
  return sources.includes('any') ? 'open' : [...new Set(sources.flat())];
}

function one(
  type: string,
  properties: object,
  rest: object = {},
  more: Answers = {},
): Readonly<Record<string, unknown>> {
  const id = `${group}/${type}/x`;
  const answers = { [type]: { value: [{ id, name: 'x', type, location: 'japaneast', properties, ...rest }] }, ...more };
  return Object.fromEntries(exposuresOf(answers).map((each) => [each.id, said(each)]));
}

function app(properties: object, config?: object): Readonly<Record<string, unknown>> {
  const type = 'Microsoft.Web/sites';
  const output = { value: [{ name: 'web', properties: config }] };
  return one(
    type,
    properties,
    {},
    { [`${type}/config`]: config ? [{ input: { id: `${group}/${type}/X` }, output }] : [] },
  );
}

const restriction = (ipAddress: string, action: string, priority: number, more: object = {}): object => {
  return { name: `r${priority}`, ipAddress, action, priority, ...more };
};

describe('what silence about public access means', () => {
  it.each([
    ['Microsoft.Storage/storageAccounts', {}, 'open'],
    ['Microsoft.KeyVault/vaults', {}, 'open'],
    ['Microsoft.AppConfiguration/configurationStores', {}, 'open'],
    ['Microsoft.AppConfiguration/configurationStores', { privateEndpointConnections: [{ id: 'pe' }] }, 'closed'],
    ['Microsoft.Storage/storageAccounts', { privateEndpointConnections: [{ id: 'pe' }] }, 'open'],
    ['Microsoft.MachineLearningServices/workspaces', {}, 'unknown'],
    ['Microsoft.MachineLearningServices/workspaces', { publicNetworkAccess: 'Enabled' }, 'open'],
    ['Microsoft.Storage/storageAccounts', { publicNetworkAccess: 'SecuredByPerimeter' }, 'closed'],
    ['Microsoft.Storage/storageAccounts', { publicNetworkAccess: 'DISABLED' }, 'closed'],
    ['Microsoft.KeyVault/vaults', { publicNetworkAccess: 'Sometimes' }, 'unknown'],
  ])('%s %o is %s', (type, properties, expected) => {
    expect(one(type, properties)).toEqual({ x: expected });
  });
});

describe('rules of services', () => {
  it('of Cosmos DB: none is everybody, 0.0.0.0 is Azure, the filter for networks closes', () => {
    const type = 'Microsoft.DocumentDB/databaseAccounts';
    expect(one(type, { ipRules: [] })).toEqual({ x: 'open' });
    expect(one(type, { isVirtualNetworkFilterEnabled: true })).toEqual({ x: 'closed' });
    const ipRules = [{ ipAddressOrRange: '0.0.0.0' }, { ipAddressOrRange: '198.51.100.0/24' }];
    expect(one(type, { ipRules })).toEqual({ x: ['198.51.100.0/24', 'AzureCloud'] });
  });

  it('of AI Search: the first address keeps everybody else out', () => {
    const type = 'Microsoft.Search/searchServices';
    expect(one(type, { publicNetworkAccess: 'enabled', networkRuleSet: { ipRules: [] } })).toEqual({ x: 'open' });
    expect(one(type, { networkRuleSet: { ipRules: [{ value: '198.51.100.7' }] } })).toEqual({ x: ['198.51.100.7/32'] });
  });

  it('that no answer holds leave namespaces that can have some unknown', () => {
    const sku = (name: string): object => ({ sku: { name } });
    expect(one('Microsoft.ServiceBus/namespaces', {}, sku('Standard'))).toEqual({ x: 'open' });
    expect(one('Microsoft.ServiceBus/namespaces', {}, sku('Premium'))).toEqual({ x: 'unknown' });
    expect(one('Microsoft.EventHub/namespaces', {}, sku('Standard'))).toEqual({ x: 'unknown' });
    expect(one('Microsoft.EventHub/namespaces', { publicNetworkAccess: 'Disabled' })).toEqual({ x: 'closed' });
  });

  it('of a PostgreSQL server have no say in a delegated subnet, and are unknown where they were not read', () => {
    const type = 'Microsoft.DBforPostgreSQL/flexibleServers';
    expect(one(type, { network: { delegatedSubnetResourceId: '/subnets/a' } })).toEqual({ x: 'closed' });
    expect(one(type, { network: { publicNetworkAccess: 'Enabled' } })).toEqual({ x: 'unknown' });
    const rules = { [`${type}/firewallRules`]: [{ input: { id: `${group}/${type}/x` }, output: { value: [] } }] };
    expect(one(type, { network: { publicNetworkAccess: 'Enabled' } }, {}, rules)).toEqual({ x: 'closed' });
  });

  it('left behind by disabled access are told of', () => {
    const type = 'Microsoft.Sql/servers';
    const rule = { name: 'all', properties: { startIpAddress: '0.0.0.0', endIpAddress: '255.255.255.255' } };
    const rules = { [`${type}/firewallRules`]: [{ input: { id: `${group}/${type}/x` }, output: { value: [rule] } }] };
    expect(one(type, { publicNetworkAccess: 'Disabled' }, {}, rules)).toEqual({ x: 'rule-open' });
  });

  it('of AKS: 0.0.0.0/32 beside an office is the office alone; a stopped cluster is latent', () => {
    const type = 'Microsoft.ContainerService/managedClusters';
    const profile = { authorizedIPRanges: ['0.0.0.0/32', '198.51.100.0/24'] };
    expect(one(type, { apiServerAccessProfile: profile })).toEqual({ 'x-api': ['198.51.100.0/24'] });
    expect(one(type, { apiServerAccessProfile: null, powerState: { code: 'Stopped' } })).toEqual({ 'x-api': 'latent' });
  });

  it('of container apps allow alone or deny alone', () => {
    const type = 'Microsoft.App/containerApps';
    const ingress = (more: object): object => ({ configuration: { ingress: { external: true, ...more } } });
    const office = { name: 'office', ipAddressRange: '198.51.100.0/24' };
    expect(one(type, ingress({}))).toEqual({ x: 'open' });
    expect(one(type, ingress({ external: false }))).toEqual({ x: 'closed' });
    expect(one(type, { configuration: { ingress: null } })).toEqual({ x: 'closed' });
    const only = ingress({ ipSecurityRestrictions: [{ ...office, action: 'Allow' }] });
    expect(one(type, only)).toEqual({ x: ['198.51.100.0/24'] });
    expect(one(type, ingress({ ipSecurityRestrictions: [{ ...office, action: 'Deny' }] }))).toEqual({ x: 'open' });
  });
});

describe('web apps', () => {
  const office = '198.51.100.0/24';

  it('evaluate restrictions by priority and not in the order of the list', () => {
    const list = [restriction('Any', 'Allow', 300), restriction('Any', 'Deny', 200), restriction(office, 'Allow', 100)];
    expect(app({}, { ipSecurityRestrictions: list })).toMatchObject({ x: [office] });
  });

  it('subtract a denial from what is allowed after it', () => {
    const list = [restriction('198.51.100.128/25', 'Deny', 1), restriction(office, 'Allow', 2)];
    expect(app({}, { ipSecurityRestrictions: list })).toMatchObject({ x: ['198.51.100.0/25'] });
  });

  it('close to the internet with a rule for a subnet alone', () => {
    const list = [restriction('', 'Allow', 1, { vnetSubnetResourceId: '/subnets/a' })];
    expect(app({}, { ipSecurityRestrictions: list })).toEqual({ x: 'closed', 'x-scm': 'open' });
  });

  it('know several sources in one rule, and service tags', () => {
    const list = [
      restriction('198.51.100.7/32, 203.0.113.0/24', 'Allow', 1),
      restriction('AzureCloud', 'Allow', 2, { tag: 'ServiceTag' }),
    ];
    expect(app({}, { ipSecurityRestrictions: list })).toMatchObject({
      x: ['198.51.100.7/32', '203.0.113.0/24', 'AzureCloud'],
    });
  });

  it('are unknown without their configuration, in an environment, and with a newer action', () => {
    expect(app({})).toEqual({ x: 'unknown', 'x-scm': 'unknown' });
    expect(app({ hostingEnvironmentProfile: { id: 'ase' } }, {})).toMatchObject({ x: 'unknown' });
    expect(app({}, { ipSecurityRestrictions: [restriction(office, 'Audit', 1)] })).toMatchObject({ x: 'unknown' });
    expect(app({}, { ipSecurityRestrictionsDefaultAction: 'Audit' })).toMatchObject({ x: 'unknown' });
  });

  it('are latent while stopped, and their deployment sites are not', () => {
    expect(app({ state: 'Stopped' }, {})).toEqual({ x: 'latent', 'x-scm': 'open' });
  });

  it('that say Enabled stay open beside a private endpoint', () => {
    const properties = { publicNetworkAccess: 'Enabled', privateEndpointConnections: [{ id: 'pe' }] };
    expect(app(properties, {})).toEqual({ x: 'open', 'x-scm': 'open' });
  });
});

describe('managed instances', () => {
  const subnetId = `${group}/Microsoft.Network/virtualNetworks/net/subnets/mi`;
  const nsg = `${group}/Microsoft.Network/networkSecurityGroups/nsg`;
  const networks = (securityRules: readonly object[]): Answers => ({
    'Microsoft.Network/virtualNetworks': {
      value: [
        {
          id: `${group}/Microsoft.Network/virtualNetworks/net`,
          name: 'net',
          properties: { subnets: [{ id: subnetId, name: 'mi', properties: { networkSecurityGroup: { id: nsg } } }] },
        },
      ],
    },
    'Microsoft.Network/networkSecurityGroups': { value: [{ id: nsg, name: 'nsg', properties: { securityRules } }] },
  });
  const rule = (sourceAddressPrefix: string, destinationPortRange: string): object => ({
    id: `${nsg}/securityRules/r`,
    name: 'r',
    properties: {
      priority: 200,
      direction: 'Inbound',
      access: 'Allow',
      protocol: 'Tcp',
      sourceAddressPrefix,
      sourcePortRange: '*',
      destinationAddressPrefix: '*',
      destinationPortRange,
    },
  });
  const instance = (properties: object, answers: Answers): unknown =>
    one('Microsoft.Sql/managedInstances', { subnetId, ...properties }, {}, answers)['x'];
  const enabled = { publicDataEndpointEnabled: true };

  it('are as open on 3342 as the group of their subnet lets them be', () => {
    expect(instance({}, networks([rule('*', '3342')]))).toBe('closed');
    expect(instance(enabled, networks([rule('Internet', '3000-4000')]))).toBe('open');
    expect(instance(enabled, networks([rule('198.51.100.0/24', '3342')]))).toEqual(['198.51.100.0/24']);
    expect(instance(enabled, networks([rule('*', '1433')]))).toBe('closed');
    expect(instance(enabled, {})).toBe('unknown');
  });
});
