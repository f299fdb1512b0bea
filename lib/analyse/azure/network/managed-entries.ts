import type { ApplicationGateway, AzureFrontend, GatewayListener } from '../../../model/azure/load-balancing.ts';
import { armKey } from '../../../model/azure/arm-id.ts';
import type { BastionHost, IpConfiguration } from '../../../model/azure/network.ts';
import type { Family } from '../../../model/network/exposure.ts';
import type { Hop } from '../../../model/network/hop.ts';
import type { Arrived } from './arrivals.ts';
import { clients } from './client-space.ts';
import { internetHop, type Entry, type Seat } from './entry.ts';
import type { Carried } from './judged-machines.ts';
import { addressHop, familyOfFrontend } from './public-entries.ts';
import { groupsBefore, openRulesOf, type Ways } from './ways.ts';

const gatewayOperation = 'Microsoft.Network/applicationGateways';
const bastionOperation = 'Microsoft.Network/bastionHosts';

/** Application gateways: what their listeners on public frontends answer, as far as the subnet's group lets it in. */
export function judgedGateways(ways: Ways, gateways: readonly ApplicationGateway[]): readonly Carried[] {
  return gateways.map((gateway) => {
    const { id, name, location, tags, subnetId, frontends, listeners, runs } = gateway;
    const open = new Map(frontends.filter(({ isPublic }) => isPublic).map((each) => [armKey(each.id), each]));
    const entries = listeners.flatMap((listener) => {
      const frontend = open.get(armKey(listener.frontendId));
      return frontend ? [listenerEntry(ways, gateway, frontend, listener)] : [];
    });
    const managed = { kind: 'application-gateway', id, name, location, tags } as const;
    const idle = runs ? {} : { idle: 'not-running' as const };
    return carried(ways, { ...managed, ...idle }, seatIn(subnetId, id, name), entries);
  });
}

/** Bastion hosts: people sign in to them from anywhere on 443. */
export function judgedBastions(ways: Ways, bastions: readonly BastionHost[]): readonly Carried[] {
  return bastions.map(({ id, name, location, tags, subnetId, publicAddressIds }) => {
    const entries = publicAddressIds.map((address): Entry => {
      const hop: Hop = { kind: 'listener', id, name, rule: 'tcp 443', operation: bastionOperation };
      const family = familyOfFrontend(ways.network, { publicAddressId: address });
      return entry([internetHop, addressHop(ways.network, address), hop], id, 443, family);
    });
    return carried(ways, { kind: 'bastion-host', id, name, location, tags }, seatIn(subnetId, id, name), entries);
  });
}

function listenerEntry(
  { network }: Ways,
  gateway: ApplicationGateway,
  frontend: AzureFrontend,
  listener: GatewayListener,
): Entry {
  const { id, name } = gateway;
  return entry(
    [
      internetHop,
      ...(frontend.publicAddressId === undefined ? [] : [addressHop(network, frontend.publicAddressId)]),
      { kind: 'application-gateway', id, name, operation: gatewayOperation },
      {
        kind: 'listener',
        // Those of layer 4 stand apart.
        id: `${id}/${listener.protocol.startsWith('http') ? 'httpListeners' : 'listeners'}/${listener.name}`,
        name: listener.name,
        rule: `${listener.protocol} ${listener.port}`,
        operation: gatewayOperation,
      },
    ],
    id,
    listener.port,
    familyOfFrontend(network, frontend),
  );
}

/** A service of Azure's own listens on a port; without a group nothing stands before it. */
function entry(hops: readonly Hop[], via: string, port: number, family: Family): Entry {
  return {
    family,
    protocols: ['tcp'],
    ports: { fromPort: port, toPort: port },
    via,
    listenerPort: port,
    withoutGroup: 'open',
    isManaged: true,
    unread: [],
    hops,
  };
}

/** Its instances have addresses that no answer names. */
function seatIn(subnetId: string | undefined, id: string, label: string): Seat {
  const configuration: IpConfiguration = {
    id,
    name: label,
    family: 'ipv4',
    ...(subnetId !== undefined && { subnetId }),
    backendPoolIds: [],
    natRuleIds: [],
    applicationSecurityGroupIds: [],
  };
  return { configuration, label };
}

function carried(
  ways: Ways,
  named: Pick<Carried['judged'], 'kind' | 'id' | 'name' | 'location' | 'tags' | 'idle'>,
  seat: Seat,
  entries: readonly Entry[],
): Carried {
  const groupIds = groupsBefore(ways, seat);
  const end: readonly Hop[] = [{ kind: 'resource', id: named.id, name: named.name }];
  // The developer SKU of a bastion stands in no subnet, and nothing of the subscription's stands before it.
  const at = (each: Entry): Arrived =>
    seat.configuration.subnetId === undefined ? unguarded(each) : ways.arrivals.at(seat, each);
  return {
    groupIds,
    judged: {
      ...named,
      arrived: entries.map((each) => ({ ...at(each), end })),
      openRules: openRulesOf(ways, groupIds),
      unread: [],
    },
  };
}

function unguarded(each: Entry): Arrived {
  const flow = { ...each.ports, sources: each.sources ?? clients[each.family] };
  return { arrivals: [{ entry: each, protocol: 'tcp', flow, unread: [], hops: each.hops }] };
}
