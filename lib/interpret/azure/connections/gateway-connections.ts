import type { Counterpart } from '../../../model/aws/external-connection.ts';
import { armKey } from '../../../model/azure/arm-id.ts';
import type { AzureConnection } from '../../../model/azure/connection.ts';
import { given, itemsOf, objectIn, wordIn, wordsIn, type JsonObject } from '../../json-object.ts';
import type { Answers } from '../../part.ts';
import { namedIn, propertiesIn, referenceIn } from '../arm-resource.ts';
import type { AzureConnectionSource } from './azure-connection-source.ts';
import { subscriptionBehind } from './counterpart.ts';
import { ipsecTunnels } from './ipsec-tunnels.ts';

const operation = 'Microsoft.Network/connections';
const siteOperation = 'Microsoft.Network/localNetworkGateways';
const gatewayOperation = 'Microsoft.Network/virtualNetworkGateways';

/** Connections of virtual network gateways: to premises, to gateways of other networks, to ExpressRoute circuits. */
export const gatewayConnections: AzureConnectionSource = {
  kind: 'vnet-gateway-connection',
  operation,
  more: [siteOperation, gatewayOperation],
  connections: (answers) => {
    const told = { sites: byId(answers, siteOperation), gateways: byId(answers, gatewayOperation) };
    return itemsOf(answers, operation).map((each) => connectionOf(each, told));
  },
};

interface Told {
  readonly sites: ReadonlyMap<string, JsonObject>;
  readonly gateways: ReadonlyMap<string, JsonObject>;
}

function byId(answers: Answers, from: string): ReadonlyMap<string, JsonObject> {
  const items = Object.hasOwn(answers, from) ? itemsOf(answers, from) : [];
  // Resource Graph writes a SKU beside the properties, ARM within.
  return new Map(
    items.map((each) => [armKey(namedIn(each).id), { ...given('sku', objectIn(each, 'sku')), ...propertiesIn(each) }]),
  );
}

function connectionOf(each: JsonObject, told: Told): AzureConnection {
  const named = namedIn(each);
  const properties = propertiesIn(each);
  const type = (wordIn(properties, 'connectionType') ?? '').toLowerCase();
  const own = referenceIn(properties, 'virtualNetworkGateway1');
  const gateway = own === undefined ? undefined : told.gateways.get(armKey(own));
  const isVpn = type === 'ipsec' || type === 'vnet2vnet';
  return {
    kind: 'vnet-gateway-connection',
    ...named,
    state: wordIn(properties, 'connectionStatus') ?? wordIn(properties, 'provisioningState') ?? '',
    isPending: false,
    ...otherEnd(properties, type, told),
    ...given('authentication', isVpn ? [authenticationIn(properties)] : undefined),
    ...given('tunnels', isVpn ? ipsecTunnels(properties, named.name, isPolicyBased(gateway)) : undefined),
    ...(isVpn && isBasic(gateway) && { onBasicGateway: true }),
    operation,
  };
}

function otherEnd(properties: JsonObject, type: string, told: Told): Pick<AzureConnection, 'counterpart' | 'reach'> {
  const fields = { ipsec: 'localNetworkGateway2', vnet2vnet: 'virtualNetworkGateway2', expressroute: 'peer' };
  const id = Object.hasOwn(fields, type) ? referenceIn(properties, fields[type as keyof typeof fields]) : undefined;
  const reach = id === undefined ? [] : [id];
  if (type !== 'ipsec') return { counterpart: subscriptionBehind(id, operation), reach };
  const site = id === undefined ? undefined : told.sites.get(armKey(id));
  const space = site && objectIn(site, 'localNetworkAddressSpace');
  return { counterpart: premises(site), reach: [...reach, ...(space ? wordsIn(space, 'addressPrefixes') : [])] };
}

function premises(site: JsonObject | undefined): Counterpart {
  const address = site && (wordIn(site, 'gatewayIpAddress') ?? wordIn(site, 'fqdn'));
  return { kind: 'premises', ...given('address', address) };
}

/** A key that both ends know, unless it is said otherwise. */
function authenticationIn(properties: JsonObject): string {
  return wordIn(properties, 'authenticationType') ?? 'PSK';
}

function isBasic(gateway: JsonObject | undefined): boolean {
  const sku = gateway && objectIn(gateway, 'sku');
  return sku !== undefined && wordIn(sku, 'name')?.toLowerCase() === 'basic';
}

function isPolicyBased(gateway: JsonObject | undefined): boolean {
  return gateway !== undefined && wordIn(gateway, 'vpnType')?.toLowerCase() === 'policybased';
}
