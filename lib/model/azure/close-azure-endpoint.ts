import { command } from '../command.ts';
import type { Remediation } from '../judgement.ts';
import { resourceGroupOf, subscriptionOf } from './arm-id.ts';
import type { AccessRule, AzureEndpoint, AzureEndpointKind } from './endpoint.ts';
import { isAnyAzure } from './endpoint-openness.ts';

/** The commands that keep the internet away from an endpoint. Whom to let in instead the environment of the reader says. */
export function closeAzureEndpoint(endpoint: AzureEndpoint): readonly [Remediation, ...Remediation[]] {
  const [first, ...rest] = commands[endpoint.kind](endpoint);
  return [asRemediation(first), ...rest.map(asRemediation)];
}

type Commands = readonly [string, ...string[]];

function asRemediation(text: string): Remediation {
  return { kind: 'azure-cli', text };
}

/** `--subscription … --resource-group …` of a resource. */
function place({ arn }: AzureEndpoint): string {
  return command`--subscription ${subscriptionOf(arn) ?? ''} --resource-group ${resourceGroupOf(arn) ?? ''}`;
}

/** One command about the resource itself. */
function one(words: string, rest: string): (endpoint: AzureEndpoint) => Commands {
  return (endpoint) => [`az ${words} ${place(endpoint)} ${command`--name ${endpoint.name}`} ${rest}`];
}

/** One setting of the resource, where the command line has no word of its own for it. */
function set(property: string): (endpoint: AzureEndpoint) => Commands {
  return ({ arn }) => [command`az resource update --ids ${arn} --set ${property}`];
}

const commands: Readonly<Record<AzureEndpointKind, (endpoint: AzureEndpoint) => Commands>> = {
  'storage-account': one('storage account update', '--default-action Deny'),
  'sql-server': (endpoint) =>
    withoutRules(
      endpoint,
      (rule) =>
        `az sql server firewall-rule delete ${place(endpoint)} ${command`--server ${endpoint.name} --name ${rule}`}`,
      one('sql server update', '--enable-public-network false'),
    ),
  'sql-managed-instance': one('sql mi update', '--public-data-endpoint-enabled false'),
  'postgresql-server': flexible('postgres'),
  'mysql-server': flexible('mysql'),
  'web-app': (endpoint) => restrictApp(endpoint, ''),
  'web-app-scm': (endpoint) => restrictApp(endpoint, 'scm-'),
  'aks-cluster': (endpoint) => [
    `az aks update ${place(endpoint)} ${command`--name ${endpoint.name}`} --api-server-authorized-ip-ranges "$ADMIN_CIDR"`,
  ],
  'key-vault': one('keyvault update', '--default-action Deny'),
  'cosmos-account': (endpoint) => narrowCosmos(endpoint),
  'container-registry': one('acr update', '--anonymous-pull-enabled false --default-action Deny'),
  'ai-service': set('properties.publicNetworkAccess=Disabled'),
  'search-service': one('search service update', '--public-network-access disabled'),
  'service-bus': set('properties.publicNetworkAccess=Disabled'),
  'event-hub': set('properties.publicNetworkAccess=Disabled'),
  'redis-cache': set('properties.publicNetworkAccess=Disabled'),
  'ml-workspace': one('ml workspace update', '--public-network-access Disabled'),
  'app-configuration': one('appconfig update', '--enable-public-network false'),
  'container-app': one(
    'containerapp ingress access-restriction set',
    '--rule-name allowed --action Allow --ip-address "$ALLOWED_CIDR"',
  ),
};

function flexible(group: 'mysql' | 'postgres'): (endpoint: AzureEndpoint) => Commands {
  return (endpoint) =>
    withoutRules(
      endpoint,
      (rule) => command`az resource delete --ids ${`${endpoint.arn}/firewallRules/${rule}`}`,
      one(`${group} flexible-server update`, '--public-access Disabled'),
    );
}

/** Takes the rules away that let too many in; closes the server where it takes several together to do so. */
function withoutRules(
  endpoint: AzureEndpoint,
  remove: (rule: string) => string,
  close: (endpoint: AzureEndpoint) => Commands,
): Commands {
  const [first, ...rest] = wide(endpoint).map(({ name }) => remove(name));
  return first === undefined ? close(endpoint) : [first, ...rest];
}

/** Rules that alone let in any customer of Azure, or as many as a /8 has: 2^24 addresses. */
function wide({ access }: AzureEndpoint): readonly AccessRule[] {
  return access.rules.filter(({ action, sources }) => action === 'allow' && sources.some(isWide));
}

function isWide(source: string): boolean {
  if (source === 'any' || isAnyAzure(source)) return true;
  const [first, last] = source.split('-').map(numberOf);
  if (first !== undefined && last !== undefined) return last - first + 1 >= 2 ** 24;
  const length = /\/(\d+)$/.exec(source)?.[1];
  return length !== undefined && Number(length) <= 8;
}

/** An IPv4 address as a number; of anything else, none. */
function numberOf(address: string): number {
  const parts = address.trim().split('.').map(Number);
  return parts.length === 4 ? parts.reduce((value, part) => value * 256 + part, 0) : Number.NaN;
}

/** Lets the reader's own addresses in, takes away what lets everybody in, and turns the rest away; by a list of its own. */
function restrictApp(endpoint: AzureEndpoint, list: '' | 'scm-'): Commands {
  const { arn } = endpoint;
  const [, site = '', , slot] = /\/sites\/([^/]+)(\/slots\/([^/]+))?/i.exec(arn) ?? [];
  const app = `${place(endpoint)} ${command`--name ${site}`}${slot === undefined ? '' : command` --slot ${slot}`}`;
  const scm = list === 'scm-' ? ' --scm-site true' : '';
  const own = list === 'scm-' ? ' --use-same-restrictions-for-scm-site false' : '';
  const group = 'az webapp config access-restriction';
  return [
    `${group} add ${app}${scm} --rule-name allowed --action Allow --priority 100 --ip-address "$ALLOWED_CIDR"`,
    ...wide(endpoint).map(({ name }) => `${group} remove ${app}${scm} ${command`--rule-name ${name}`}`),
    `${group} set ${app}${own} --${list}default-action Deny`,
  ];
}

/** Azure's datacentres go from the list of addresses; where they were all of it, the account closes. */
function narrowCosmos(endpoint: AzureEndpoint): Commands {
  const others = endpoint.access.rules.flatMap(({ sources }) => sources.filter((source) => !isWide(source)));
  if (others.length === 0) return one('cosmosdb update', '--public-network-access DISABLED')(endpoint);
  return one('cosmosdb update', command`--ip-range-filter ${others.join(',')}`)(endpoint);
}
