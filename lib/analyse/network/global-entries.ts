import type { Accelerator, AcceleratorEndpoint, AcceleratorListener, VpcOrigin } from '../../model/aws/global-entry.ts';
import type { NetworkInterface } from '../../model/aws/network-interface.ts';
import type { Family } from '../../model/network/exposure.ts';
import type { Hop } from '../../model/network/hop.ts';
import { lastPart } from '../../model/last-part.ts';
import type { Unread } from '../../model/unread.ts';
import type { BalancerPaths } from './balancer-paths.ts';
import type { Deliveries } from './deliveries.ts';
import { flows, intersectFlows, lastPort } from './flow-set.ts';
import { internetHop } from './hops.ts';
import type { Internet } from './internet.ts';
import type { Network } from './network.ts';
import { atMost, exactly, mapFlows, nothing, through, type Passage } from './passage.ts';
import { blocksPublicAccess } from './public-access.ts';
import { viaDistributions } from './origin-passage.ts';
import { publicSpace } from '../../model/network/public-space.ts';

/** Follows what comes through AWS Global Accelerator and CloudFront, which need no address and no route in the VPC. */
export class GlobalEntries {
  readonly #internet: Internet;
  readonly #balancers: BalancerPaths;
  readonly #deliveries: Deliveries;
  readonly #region: string;

  constructor(from: Internet, balancers: BalancerPaths, deliveries: Deliveries, region: string) {
    this.#internet = from;
    this.#balancers = balancers;
    this.#deliveries = deliveries;
    this.#region = region;
  }

  /** What an accelerator forwards into this region. */
  accelerate(accelerator: Accelerator): void {
    for (const listener of accelerator.listeners) {
      for (const endpoint of listener.endpoints.filter(({ region }) => region === this.#region)) {
        for (const family of accelerator.families) this.#forward(accelerator, listener, endpoint, family);
      }
    }
  }

  /** What distributions reach in this region through a VPC origin. */
  distribute(origin: VpcOrigin): void {
    if (!origin.endpointArn.includes(`:${this.#region}:`)) return;
    const https = origin.protocolPolicy !== 'http-only' ? [origin.httpsPort] : [];
    const ports = [...(origin.protocolPolicy !== 'https-only' ? [origin.httpPort] : []), ...https];
    for (const distribution of origin.distributions) {
      const families: readonly Family[] = distribution.ipv6 ? ['ipv4', 'ipv6'] : ['ipv4'];
      for (const family of families) {
        for (const port of ports) {
          viaDistributions({
            internet: this.#internet,
            balancers: this.#balancers,
            deliveries: this.#deliveries,
            arn: origin.endpointArn,
            port,
            family,
            distribution,
          });
        }
      }
    }
  }

  #forward(
    accelerator: Accelerator,
    listener: AcceleratorListener,
    endpoint: AcceleratorEndpoint,
    family: Family,
  ): void {
    const hop: Hop = {
      kind: 'accelerator',
      id: accelerator.id,
      name: accelerator.name,
      operation: 'globalaccelerator:ListAccelerators',
    };
    const balancer = this.#balancers.balancer(endpoint.id);
    const hops = [internetHop, hop];
    if (balancer) {
      const clients = this.arriving(balancer.vpcId, balancer.subnetIds, family);
      const protocol = listener.protocol === 'udp' ? 'udp' : 'tcp';
      if (!balancer.listeners && clients.possible.length > 0) this.#balancers.approachUnread(balancer);
      for (const { port: listens } of balancer.listeners ?? []) {
        const dialled = dialledFor(listener, endpoint, listens);
        if (dialled === undefined) continue;
        const before = accelerator.id;
        this.#balancers.approach(endpoint.id, listens, { family, clients, hops, dialled, before, protocol });
      }
      return;
    }
    for (const eni of endpointInterfaces(this.#internet.network, endpoint.id)) {
      this.#toInterface(eni, accelerator, listener, endpoint, { family, hops });
    }
  }

  #toInterface(
    eni: NetworkInterface,
    accelerator: Accelerator,
    listener: AcceleratorListener,
    endpoint: AcceleratorEndpoint,
    { family, hops }: { readonly family: Family; readonly hops: readonly Hop[] },
  ): void {
    const { subnetId, securityGroupIds: groupIds } = eni;
    const clients = this.arriving(eni.vpcId, [subnetId], family);
    if (clients.possible.length === 0) return;
    const attempt = this.#internet.enter({ subnetId, groupIds, family, clients, hops });
    for (const way of attempt.ways.filter(({ protocol }) => protocol === 'all' || protocol === listener.protocol)) {
      for (const { dialled, from, to } of rangesOf(listener, endpoint)) {
        for (const flow of intersectFlows([way.flow], flows(way.flow.sources, from, to))) {
          const at = { via: accelerator.id, ...(dialled !== undefined && { listenerPort: dialled }) };
          this.#deliveries.arrive(eni.id, { ...way, protocol: listener.protocol, flow, ...at });
        }
      }
    }
    if (attempt.stopped) this.#deliveries.stop(eni.id, attempt.stopped);
  }

  /**
   * An attached internet gateway says that the VPC consents, whatever its routes ("Global Accelerator: VPC requirements");
   * VPC Block Public Access stops it. `gap`: nobody knows whether there is an accelerator.
   */
  arriving(vpcId: string, subnetIds: readonly string[], family: Family, gap?: Unread): Passage {
    const { network } = this.#internet;
    const everybody = flows(publicSpace[family]);
    const consents = network.hasGateway(vpcId);
    if (consents === false) return nothing;
    const passages = subnetIds.map((id): Passage => {
      const subnet = network.subnet(id);
      const blocked = 'thing' in subnet ? blocksPublicAccess(network, subnet.thing) : subnet.unread;
      if (blocked === true) return nothing;
      return blocked === false ? exactly(everybody) : atMost(everybody, blocked);
    });
    const open = passages.find(({ possible }) => possible.length > 0) ?? nothing;
    const gaps = [consents, gap].filter((each) => typeof each === 'object');
    const clients = gaps.reduce((passage, each) => through(passage, atMost(everybody, each)), open);
    return mapFlows(clients, (set) => intersectFlows(set, flows(network.outside(vpcId, family))));
  }
}

/** An instance is called at its first interface; an Elastic IP at the interface that it is associated with. */
function endpointInterfaces(network: Network, id: string): readonly NetworkInterface[] {
  if (id.startsWith('eipalloc-')) return network.interfaces.filter(({ allocationIds }) => allocationIds.includes(id));
  const first = network.firstInterface(lastPart(id));
  return first ? [first] : [];
}

/** The port that a client dials to come to a port of the endpoint. */
function dialledFor(
  { ports }: AcceleratorListener,
  { overrides }: AcceleratorEndpoint,
  endpointPort: number,
): number | undefined {
  const overridden = Object.entries(overrides).find(([, to]) => to === endpointPort);
  if (overridden) return Number(overridden[0]);
  const isDialled = ports.some(({ from, to }) => from <= endpointPort && endpointPort <= to);
  return isDialled && overrides[endpointPort] === undefined ? endpointPort : undefined;
}

/** Ports of an endpoint that clients come to; the port that they dial is told where it is one. */
function rangesOf(
  { ports }: AcceleratorListener,
  { overrides }: AcceleratorEndpoint,
): readonly { readonly dialled?: number; readonly from: number; readonly to: number }[] {
  const moved = Object.entries(overrides).map(([from, to]) => ({ dialled: Number(from), from: to, to }));
  const kept = ports.flatMap(({ from, to }) => without(from, to, Object.keys(overrides).map(Number)));
  return [...moved, ...kept.map((range) => (range.from === range.to ? { dialled: range.from, ...range } : range))];
}

function without(from: number, to: number, holes: readonly number[]): readonly { from: number; to: number }[] {
  const inside = holes.filter((hole) => from <= hole && hole <= to).toSorted((a, b) => a - b);
  const starts = [from, ...inside.map((hole) => hole + 1)];
  const ends = [...inside.map((hole) => hole - 1), Math.min(to, lastPort)];
  return starts.flatMap((start, at) => (start <= ends[at]! ? [{ from: start, to: ends[at]! }] : []));
}
