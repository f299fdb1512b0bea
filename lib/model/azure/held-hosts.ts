import { azureHost, type AzureHost } from './claimable-host.ts';

type Row = Readonly<Record<string, unknown>>;

/** Where resources write the names that they hold, by their type in lower case. */
const places: Readonly<Record<string, readonly string[]>> = {
  'microsoft.apimanagement/service': ['gatewayUrl'],
  'microsoft.cdn/profiles/endpoints': ['hostName'],
  'microsoft.containerinstance/containergroups': ['ipAddress.fqdn'],
  'microsoft.network/frontdoors': ['cName'],
  'microsoft.network/publicipaddresses': ['dnsSettings.fqdn'],
  'microsoft.network/trafficmanagerprofiles': ['dnsConfig.fqdn'],
  'microsoft.storage/storageaccounts': ['primaryEndpoints', 'secondaryEndpoints'],
  'microsoft.web/sites': ['defaultHostName', 'hostNames'],
  'microsoft.web/sites/slots': ['defaultHostName', 'hostNames'],
};

/** Types of resources that hold such names, in lower case. */
export const holdingTypes: readonly string[] = Object.keys(places);

/** The names that a resource holds, of those that Azure gives away to whoever asks first. */
export function heldHosts({ type, properties }: Row): readonly AzureHost[] {
  const paths = places[String(type).toLowerCase()] ?? [];
  const hosts = paths
    .flatMap((path) => textsIn(valueAt(properties, path.split('.'))))
    .flatMap((text) => azureHost(text.replace(/^https?:\/\//i, '').replace(/[:/].*$/, '')) ?? []);
  return hosts.filter(({ host }, at) => hosts.findIndex((each) => each.host === host) === at);
}

/** Resource Graph writes some fields in other case than ARM does. */
function valueAt(value: unknown, [first, ...rest]: readonly string[]): unknown {
  if (first === undefined) return value;
  if (typeof value !== 'object' || value === null) return undefined;
  const entry = Object.entries(value).find(([name]) => name.toLowerCase() === first.toLowerCase());
  return valueAt(entry?.[1], rest);
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
