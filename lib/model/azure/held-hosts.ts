import { azureHost, type AzureHost, type AzureHostKind } from './claimable-host.ts';

type Row = Readonly<Record<string, unknown>>;

/** Where resources write the names that they hold, and of which kind these are: an app also lists what others lead to it. */
const places: Readonly<Record<string, { readonly kind: AzureHostKind; readonly paths: readonly string[] }>> = {
  'microsoft.apimanagement/service': { kind: 'api-management', paths: ['gatewayUrl'] },
  'microsoft.cdn/profiles/endpoints': { kind: 'cdn-endpoint', paths: ['hostName'] },
  'microsoft.containerinstance/containergroups': { kind: 'container-group', paths: ['ipAddress.fqdn'] },
  'microsoft.network/frontdoors': { kind: 'front-door', paths: ['cName'] },
  'microsoft.network/publicipaddresses': { kind: 'public-address', paths: ['dnsSettings.fqdn'] },
  'microsoft.network/trafficmanagerprofiles': { kind: 'traffic-manager', paths: ['dnsConfig.fqdn'] },
  'microsoft.storage/storageaccounts': { kind: 'storage-account', paths: ['primaryEndpoints', 'secondaryEndpoints'] },
  'microsoft.web/sites': { kind: 'web-app', paths: ['defaultHostName', 'hostNames'] },
  'microsoft.web/sites/slots': { kind: 'web-app', paths: ['defaultHostName', 'hostNames'] },
};

/** Types of resources that hold such names, in lower case. */
export const holdingTypes: readonly string[] = Object.keys(places);

/** The names that a resource holds, of those that Azure gives away to whoever asks first. */
export function heldHosts({ type, properties }: Row): readonly AzureHost[] {
  const place = places[String(type).toLowerCase()];
  const hosts = (place?.paths ?? [])
    .flatMap((path) => textsIn(valueAt(properties, path.split('.'))))
    .flatMap((text) => azureHost(text.replace(/^https?:\/\//i, '').replace(/[:/].*$/, '')) ?? [])
    .filter(({ kind }) => kind === place?.kind);
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
