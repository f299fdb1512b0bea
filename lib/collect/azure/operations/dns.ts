import type { ArmOperation, GraphTypeOperation, HolderOperation, NameOperation } from '../arm-operation.ts';
import { only } from '../kept-fields.ts';

const recordSets = (type: string, ...fields: readonly string[]): GraphTypeOperation => ({
  id: `Microsoft.Network/dnsZones/${type}`,
  by: 'resource-graph',
  table: 'dnsresources',
  keep: only(...fields),
});

const aliases = recordSets('CNAME', 'CNAMERecord', 'targetResource');
const addresses = recordSets('A', 'ARecords', 'targetResource');
const addresses6 = recordSets('AAAA', 'AAAARecords', 'targetResource');

const holders: HolderOperation = {
  id: 'Microsoft.Resources/resources/hostNames',
  by: 'holder',
  of: [aliases.id, addresses.id, addresses6.id],
};

/** A question that is a POST, and needs no more than the right to read. */
const nameAvailability = (id: string, kind: NameOperation['kind'], version: string, type?: string): NameOperation => ({
  id,
  by: 'name',
  of: [aliases.id, holders.id],
  kind,
  question: ({ name }) => ({
    path: `/subscriptions/{subscription}/providers/${id}?api-version=${version}`,
    input: { name, ...(type !== undefined && { type }) },
    isBody: true,
  }),
});

/** Public zones of Azure DNS, who holds what their records lead to, and whether anybody could take it. */
export const dnsOperations: readonly ArmOperation[] = [
  { id: 'Microsoft.Network/dnsZones', by: 'resource-graph', table: 'resources', keep: only('zoneType') },
  aliases,
  addresses,
  addresses6,
  // Only that they are there: `asuid` records prove to App Service whose a domain is.
  recordSets('TXT'),
  holders,
  nameAvailability('Microsoft.Web/checknameavailability', 'web-app', '2022-09-01', 'Microsoft.Web/sites'),
  nameAvailability(
    'Microsoft.Storage/checknameavailability',
    'storage-account',
    '2023-05-01',
    'Microsoft.Storage/storageAccounts',
  ),
  nameAvailability('Microsoft.ApiManagement/checkNameAvailability', 'api-management', '2022-08-01'),
  {
    id: 'Microsoft.Network/locations/checkDnsNameAvailability',
    by: 'name',
    of: [aliases.id, holders.id],
    kind: 'public-address',
    question: ({ name, location = '' }) => ({
      path: `/subscriptions/{subscription}/providers/Microsoft.Network/locations/${location}/checkDnsNameAvailability?api-version=2026-01-01&domainNameLabel=${name}`,
      input: { location, domainNameLabel: name },
      isBody: false,
    }),
  },
];
