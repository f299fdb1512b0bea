import { armKey, armParent } from '../../../model/azure/arm-id.ts';
import type { AzureMachine } from '../../../model/azure/machine.ts';
import type {
  AzureInterface,
  AzurePublicAddress,
  AzureRouteTable,
  AzureSubnet,
  VirtualNetwork,
} from '../../../model/azure/network.ts';
import type { AzureRule, NetworkSecurityGroup } from '../../../model/azure/network-security-group.ts';
import type { InterpretedPart } from '../../../model/parts.ts';
import type { Unread } from '../../../model/unread.ts';
import type { AzureSources } from '../../analysis.ts';
import { ServiceTags } from './client-space.ts';

/** A thing that an answer should hold and does not, or why the whole answer is not there. */
export type Found<Thing> = { readonly thing: Thing } | { readonly unread: Unread };

/** The networks of one subscription, looked up by id; what was not read says so when it is asked for. */
export class AzureNetwork {
  readonly tags = new ServiceTags();
  readonly networks: readonly VirtualNetwork[];
  readonly interfaces: readonly AzureInterface[];
  readonly groups: readonly NetworkSecurityGroup[];
  readonly #sources: Pick<AzureSources, 'unread'>;
  readonly #networks: ReadonlyMap<string, VirtualNetwork>;
  readonly #subnets: ReadonlyMap<string, AzureSubnet>;
  readonly #peers: ReadonlyMap<string, readonly string[]>;
  readonly #groups: ReadonlyMap<string, NetworkSecurityGroup>;
  readonly #addresses: ReadonlyMap<string, AzurePublicAddress>;
  readonly #tables: ReadonlyMap<string, AzureRouteTable>;
  readonly #machines: ReadonlyMap<string, AzureMachine>;
  readonly #adminRules: ReadonlyMap<string, readonly AzureRule[]>;
  readonly #spared: ReadonlySet<string>;

  constructor(sources: Pick<AzureSources, 'part' | 'unread'>) {
    const { part } = sources;
    this.#sources = sources;
    this.networks = part('azure.virtualNetworks') ?? [];
    this.interfaces = part('azure.interfaces') ?? [];
    this.groups = part('azure.networkSecurityGroups') ?? [];
    this.#networks = byKey(this.networks);
    this.#spared = new Set(this.networks.filter(isSpared).map(({ id }) => id));
    this.#subnets = byKey(this.networks.flatMap(({ subnets }) => subnets));
    this.#peers = peers(this.networks);
    this.#groups = byKey(this.groups);
    this.#addresses = byKey(part('azure.publicAddresses') ?? []);
    this.#tables = byKey(part('azure.routeTables') ?? []);
    this.#machines = byKey(part('azure.machines') ?? []);
    const admin = part('azure.securityAdminRules') ?? [];
    this.#adminRules = new Map(
      [...Map.groupBy(admin, ({ virtualNetworkId }) => armKey(virtualNetworkId))].map(([id, each]) => [
        id,
        each.flatMap(({ rules }) => rules).toSorted((a, b) => a.priority - b.priority),
      ]),
    );
    const rules = [...this.groups.flatMap(({ inbound }) => inbound), ...admin.flatMap((each) => each.rules)];
    this.tags.learn(rules.flatMap(({ sources: words }) => words.filter(isServiceTag)));
  }

  network(id: string): Found<VirtualNetwork> {
    return this.#find(this.#networks, id, 'azure.virtualNetworks', 'Microsoft.Network/virtualNetworks');
  }

  /** The virtual network of a subnet: its id is the beginning of the subnet's. */
  networkOf(subnetId: string): Found<VirtualNetwork> {
    return this.network(armParent(subnetId));
  }

  subnet(id: string): Found<AzureSubnet> {
    return this.#find(this.#subnets, id, 'azure.virtualNetworks', 'Microsoft.Network/virtualNetworks');
  }

  /** The prefixes of the networks that a network is peered with. */
  peersOf({ id }: VirtualNetwork): readonly string[] {
    return this.#peers.get(armKey(id)) ?? [];
  }

  group(id: string): Found<NetworkSecurityGroup> {
    return this.#find(this.#groups, id, 'azure.networkSecurityGroups', 'Microsoft.Network/networkSecurityGroups');
  }

  address(id: string): Found<AzurePublicAddress> {
    return this.#find(this.#addresses, id, 'azure.publicAddresses', 'Microsoft.Network/publicIPAddresses');
  }

  table(id: string): Found<AzureRouteTable> {
    return this.#find(this.#tables, id, 'azure.routeTables', 'Microsoft.Network/routeTables');
  }

  /** A machine; its name and place are in its id even where it was not read. */
  machine(id: string): AzureMachine | undefined {
    return this.#machines.get(armKey(id));
  }

  /**
   * The security admin rules of a virtual network; none where no network manager holds it, and in networks with services
   * that they are not applied to ("Security admin rules: non-application").
   */
  adminRules({ id }: VirtualNetwork): Found<readonly AzureRule[]> {
    if (this.#spared.has(id)) return { thing: [] };
    const unread = this.unread('azure.securityAdminRules');
    return unread ? { unread } : { thing: this.#adminRules.get(armKey(id)) ?? [] };
  }

  unread(part: InterpretedPart): Unread | undefined {
    return this.#sources.unread(part);
  }

  #find<Thing>(things: ReadonlyMap<string, Thing>, id: string, part: InterpretedPart, operation: string): Found<Thing> {
    const thing = things.get(armKey(id));
    if (thing) return { thing };
    return { unread: this.unread(part) ?? absent(operation, id) };
  }
}

/** What an answer names and no answer holds: another subscription's, or gone in the meantime. */
export function absent(operation: string, id: string): Unread {
  return { operation, code: 'NotInAnswer', message: `the answer does not hold ${id}, which others name` };
}

/** A peering that is connected is there on both sides, even where one of them was not read. */
function peers(networks: readonly VirtualNetwork[]): ReadonlyMap<string, readonly string[]> {
  const pairs = networks.flatMap(({ id, prefixes, peerings }) =>
    peerings
      .filter(({ state }) => state.toLowerCase() === 'connected')
      .flatMap(({ remoteNetworkId, remotePrefixes }) => [
        { key: armKey(id), prefixes: remotePrefixes },
        { key: armKey(remoteNetworkId), prefixes },
      ]),
  );
  return new Map(
    [...Map.groupBy(pairs, ({ key }) => key)].map(([key, each]) => [key, each.flatMap((pair) => pair.prefixes)]),
  );
}

function byKey<Thing extends { readonly id: string }>(things: readonly Thing[]): ReadonlyMap<string, Thing> {
  return new Map(things.map((thing) => [armKey(thing.id), thing]));
}

/** Networks with subnets for these hold no security admin rules. */
const spared: ReadonlySet<string> = new Set(['microsoft.sql/managedinstances', 'microsoft.databricks/workspaces']);

function isSpared({ subnets }: VirtualNetwork): boolean {
  return subnets.some(({ delegations }) => delegations.some((each) => spared.has(each.toLowerCase())));
}

/** Words of rules that stand for no addresses of their own: any, the internet, the network, and Azure's own doings. */
export const ownWords: ReadonlySet<string> = new Set(['*', 'any', 'internet', 'virtualnetwork']);

/** Tags of the platform itself: nobody outside comes from there ("Virtual network service tags"). */
export const platformTags: ReadonlySet<string> = new Set([
  'azureloadbalancer',
  'azureplatformdns',
  'azureplatformimds',
  'azureplatformlkm',
  'gatewaymanager',
]);

/** Whether a word of a rule is a service tag from which somebody may come. */
export function isServiceTag(word: string): boolean {
  return !ownWords.has(word) && !platformTags.has(word) && /^[a-z][\w.-]*$/.test(word);
}
