import type { Subnet } from '../../model/aws/vpc.ts';
import type { Block, Family } from '../../model/network/exposure.ts';
import type { Hop } from '../../model/network/hop.ts';
import type { Unread } from '../../model/unread.ts';
import { AclPassages } from './acl-passages.ts';
import type { AddressSet } from './address-set.ts';
import { clientPortsText } from './client-ports.ts';
import { flows, fromSources, sourcesOf, type FlowSet } from './flow-set.ts';
import { routeHop } from './hops.ts';
import type { Network } from './network.ts';
import { atMost, exactly, mapFlows, nothing, through, type Passage } from './passage.ts';
import { blocksPublicAccess } from './public-access.ts';
import { returnRoutes, type ReturnRoutes } from './return-routes.ts';

/** How far a connection came before it was stopped, in the order of the controls. */
export const stages = ['address', 'public-access', 'route', 'security-group', 'acl-in', 'acl-out', 'state'] as const;

/** Where and why a connection is stopped. */
export interface Stopped {
  readonly stage: (typeof stages)[number];
  readonly block: Block;
  readonly hops: readonly Hop[];
}

/** What the internet can send into a subnet and get answers to, before security groups are asked. */
export interface Entrance {
  readonly subnet: Subnet;
  readonly family: Family;
  /** Clients that public access and routes let in; the port says nothing yet. */
  readonly clients: Passage;
  /** Where clients are stopped, when none is let in. */
  readonly stopped?: Stopped;
  readonly routes: ReturnRoutes;
}

/** Works out entrances and what network ACLs do to them, once for each subnet. */
export class SubnetEntrances {
  readonly acls: AclPassages;
  readonly #network: Network;
  readonly #known = new Map<string, Entrance>();

  constructor(network: Network) {
    this.#network = network;
    this.acls = new AclPassages(network);
  }

  /** The entrance of a subnet, or why the subnet is not known. */
  of(subnetId: string, family: Family, byIngressRouting = false): Entrance | { readonly unread: Unread } {
    const found = this.#network.subnet(subnetId);
    if ('unread' in found) return found;
    const key = `${subnetId} ${family} ${byIngressRouting}`;
    const known = this.#known.get(key);
    if (known) return known;
    const entrance = entranceOf(this.#network, found.thing, family, byIngressRouting);
    this.#known.set(key, entrance);
    return entrance;
  }

  /**
   * Clients whose port the ACL lets answers go to: a client chooses the port that it sends from, so one is enough. An
   * answer is matched like anything that leaves, for network ACLs keep no state.
   */
  answered(subnetId: string, family: Family, protocol: string): Passage {
    return mapFlows(this.acls.of(subnetId, true, family, protocol), (out) => flows(sourcesOf(fromPort1(out))));
  }

  /** The ports that clients of these addresses must send from, where nobody is answered on all of 1024-65535. */
  clientPorts(subnetId: string, family: Family, protocol: string, clients: AddressSet): string | undefined {
    return clientPortsText(fromPort1(fromSources(this.acls.of(subnetId, true, family, protocol).possible, clients)));
  }
}

/** Nobody can send from port 0. */
function fromPort1(out: FlowSet): FlowSet {
  return out.flatMap((slab) => (slab.toPort === 0 ? [] : [{ ...slab, fromPort: Math.max(1, slab.fromPort) }]));
}

function entranceOf(network: Network, subnet: Subnet, family: Family, byIngressRouting: boolean): Entrance {
  const routes = returnRoutes(network, subnet, family);
  const blocked = blocksPublicAccess(network, subnet, byIngressRouting);
  const base = { subnet, family, routes };
  if (blocked === true) return { ...base, clients: nothing, stopped: stoppedByBlock(subnet) };
  const answered: Passage =
    routes.unread.length === 0
      ? exactly(flows(routes.sure))
      : { sure: flows(routes.sure), possible: flows(routes.possible), unread: routes.unread };
  const clients = blocked === false ? answered : through(answered, atMost(flows(routes.possible), blocked));
  if (clients.possible.length > 0) return { ...base, clients };
  return { ...base, clients: nothing, stopped: stoppedByRoute(routes) };
}

function stoppedByBlock({ id, vpcId }: Subnet): Stopped {
  const operation = 'ec2:DescribeVpcBlockPublicAccessOptions';
  const stop: Hop = { kind: 'block-public-access', id: vpcId, rule: id, operation, stops: true };
  return { stage: 'public-access', block: 'bpa', hops: [stop] };
}

function stoppedByRoute({ tableId = '', block, blocking }: ReturnRoutes): Stopped {
  const table: Hop = { kind: 'route', id: tableId, operation: 'ec2:DescribeRouteTables' };
  return { stage: 'route', block, hops: [{ ...(blocking ? routeHop(tableId, blocking) : table), stops: true }] };
}
