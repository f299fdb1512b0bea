import type { AclEntry } from '../../model/aws/network-acl.ts';
import type { Family } from '../../model/network/exposure.ts';
import { flows, intersectFlows, subtractFlows, uniteFlows, type FlowSet } from './flow-set.ts';
import type { Network } from './network.ts';
import { atMost, exactly, type Passage } from './passage.ts';
import { addressesOf, everyAddress, isAbout, matchedFlows } from './traffic.ts';

/**
 * What the network ACLs of subnets let pass. Inbound, the addresses are those of the source and the ports those of the
 * subnet's side; outbound, the addresses are those of the destination, and the ports those of the destination, too.
 */
export class AclPassages {
  readonly #network: Network;
  readonly #known = new Map<string, Passage>();

  constructor(network: Network) {
    this.#network = network;
  }

  of(subnetId: string, egress: boolean, family: Family, protocol: string): Passage {
    const found = this.#network.acl(subnetId);
    if ('unread' in found) return atMost(flows(everyAddress[family]), found.unread);
    const key = `${found.thing.id} ${egress} ${family} ${protocol}`;
    const known = this.#known.get(key);
    if (known) return known;
    const entries = found.thing.entries.filter((entry) => entry.egress === egress && isAbout(entry, protocol));
    const passage = exactly(firstMatch(entries, family));
    this.#known.set(key, passage);
    return passage;
  }

  /** The entry that lets a flow in. */
  entryLetting(subnetId: string, family: Family, protocol: string, flow: FlowSet[number]): AclEntry | undefined {
    const found = this.#network.acl(subnetId);
    if ('unread' in found) return undefined;
    const [address] = flow.sources;
    if (!address) return undefined;
    const packet = flows([{ first: address.first, last: address.first }], flow.fromPort, flow.fromPort);
    return found.thing.entries.find(
      (entry) =>
        !entry.egress &&
        isAbout(entry, protocol) &&
        intersectFlows(packet, matchedFlows(entry, addressesOf([entry.cidr], family))).length > 0,
    );
  }
}

/** Entries are tried in order, and the first that matches decides; what none matches is denied ("Network ACLs"). */
function firstMatch(entries: readonly AclEntry[], family: Family): FlowSet {
  let undecided = flows(everyAddress[family]);
  let allowed: FlowSet = [];
  for (const entry of entries) {
    const sources = addressesOf([entry.cidr], family);
    if (sources.length === 0) continue;
    const matched = intersectFlows(undecided, matchedFlows(entry, sources));
    if (entry.allows) allowed = uniteFlows(allowed, matched);
    undecided = subtractFlows(undecided, matched);
  }
  return allowed;
}
