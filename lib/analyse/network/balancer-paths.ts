import type {
  Listener,
  ListenerForward,
  LoadBalancer,
  LoadBalancers,
  TargetGroup,
} from '../../model/aws/load-balancer.ts';
import type { Unread } from '../../model/unread.ts';
import { intersect, subtract } from './address-set.ts';
import { arrivalsAt, transportsOf, type Approach, type Arrival } from './arrivals.ts';
import { flows } from './flow-set.ts';
import type { Deliveries } from './deliveries.ts';
import { internetHop } from './hops.ts';
import type { Internet } from './internet.ts';
import { exactly } from './passage.ts';
import { PossiblePaths } from './possible-paths.ts';
import type { Stopped } from './subnet-entrance.ts';
import { TargetInterfaces } from './target-interfaces.ts';
import { addressesOf } from './traffic.ts';
import type { Way } from './way.ts';

/** Follows connections through the load balancers of a region to whatever they reach. */
export class BalancerPaths {
  readonly #internet: Internet;
  readonly #balancers: ReadonlyMap<string, LoadBalancer>;
  readonly #groups: ReadonlyMap<string, TargetGroup>;
  readonly #targets: TargetInterfaces;
  readonly #deliveries: Deliveries;
  readonly #possible: PossiblePaths;

  constructor(internet: Internet, { loadBalancers, targetGroups }: LoadBalancers, deliveries: Deliveries) {
    this.#internet = internet;
    this.#balancers = new Map(loadBalancers.map((each) => [each.arn, each]));
    this.#groups = new Map(targetGroups.map((each) => [each.arn, each]));
    this.#targets = new TargetInterfaces(internet, loadBalancers);
    this.#deliveries = deliveries;
    this.#possible = new PossiblePaths(internet, loadBalancers, targetGroups, this.#targets, deliveries);
  }

  /** From the internet to the listeners of a load balancer, and on. */
  follow(balancer: LoadBalancer): void {
    if (balancer.type === 'gateway') return;
    if (!balancer.internetFacing) {
      this.#deliveries.stop(balancer.id, internalStop(balancer));
      for (const listener of balancer.listeners ?? []) this.#stopTargets(listener, internalStop(balancer));
      return;
    }
    if (balancer.type === 'other') {
      this.#possible.behind(balancer, { ...notRead('elbv2:DescribeLoadBalancers', balancer.arn), message: newType });
      return;
    }
    if (!balancer.listeners) this.approachUnread(balancer);
    if (balancer.listeners?.length === 0) this.#deliveries.stop(balancer.id, noListener(balancer));
    for (const listener of balancer.listeners ?? []) this.#arriveAt(balancer, listener, undefined, []);
  }

  /** To the listener on a port, by whatever approach, and on. */
  approach(arn: string, port: number, approach: Approach, passed: readonly string[] = []): void {
    const balancer = this.#balancers.get(arn);
    if (!balancer || passed.includes(arn)) return;
    if (!balancer.listeners) this.approachUnread(balancer);
    for (const listener of balancer.listeners ?? []) {
      const speaks = !approach.protocol || transportsOf(listener.protocol).includes(approach.protocol);
      if (listener.port === port && speaks) this.#arriveAt(balancer, listener, approach, [...passed, arn]);
    }
  }

  /** To a load balancer whose listeners were not read. */
  approachUnread(balancer: LoadBalancer): void {
    this.#possible.behind(balancer, notRead('elbv2:DescribeListeners', balancer.arn));
  }

  /** The load balancer of an ARN, if it is one of this region. */
  balancer(arn: string): LoadBalancer | undefined {
    return this.#balancers.get(arn);
  }

  #arriveAt(
    balancer: LoadBalancer,
    listener: Listener,
    approach: Approach | undefined,
    passed: readonly string[],
  ): void {
    const { arrivals, stops } = arrivalsAt(this.#internet, balancer, listener, approach);
    for (const arrival of arrivals) this.#deliveries.arrive(balancer.id, wayOf(arrival, approach));
    for (const stopped of stops) this.#deliveries.stop(balancer.id, stopped);
    if (arrivals.length === 0)
      for (const stopped of stops.slice(0, 1)) this.#stopTargets(listener, beforeTarget(stopped));
    for (const { forward, unread } of this.#forwardsOf(balancer, listener)) {
      const group = this.#groups.get(forward.targetGroupArn);
      for (const arrival of arrivals) {
        if (group) this.#deliver(narrowed(arrival, forward, unread), group, forward, passed);
      }
    }
  }

  /** What a listener forwards to; where its rules were not read, every other group of the load balancer may be. */
  #forwardsOf(
    { arn, id }: LoadBalancer,
    listener: Listener,
  ): readonly { readonly forward: ListenerForward; readonly unread: readonly Unread[] }[] {
    const known = listener.forwards.map((forward) => ({ forward, unread: [] }));
    if (listener.rulesRead) return known;
    const gap = notRead('elbv2:DescribeRules', listener.id);
    this.#deliveries.gap(id, gap);
    const named = new Set(listener.forwards.map((each) => each.targetGroupArn));
    const others = [...this.#groups.values()].filter(
      (group) => group.loadBalancerArns.includes(arn) && !named.has(group.arn),
    );
    return [
      ...known,
      ...others.map((group) => ({ forward: { targetGroupArn: group.arn, authenticates: false }, unread: [gap] })),
    ];
  }

  #deliver(arrival: Arrival, group: TargetGroup, forward: ListenerForward, passed: readonly string[]): void {
    if (arrival.clients.length === 0) return;
    if (!group.targets) {
      this.#possible.atUnreadTargets(arrival.balancer, group, notRead('elbv2:DescribeTargetHealth', group.arn));
      return;
    }
    for (const target of group.targets) {
      if (group.type === 'alb') this.#chain(arrival, target.id, target.port, passed);
      else if (group.type === 'lambda') this.#deliveries.arrive(target.id, functionWay(arrival, forward));
      else {
        for (const { id, way, stopped } of this.#targets.reached(arrival, group, target, forward)) {
          if (way) this.#deliveries.arrive(id, way);
          if (stopped) this.#deliveries.stop(id, stopped);
        }
      }
    }
  }

  /** A network load balancer hands connections to an application load balancer with the client's address. */
  #chain(arrival: Arrival, arn: string, port: number, passed: readonly string[]): void {
    const { family, clients, hops, dialled, balancer, unread, strength, requests } = arrival;
    const set = flows(clients, port, port);
    this.approach(
      arn,
      port,
      {
        family,
        clients: unread.length === 0 ? exactly(set) : { sure: [], possible: set, unread },
        hops,
        dialled,
        before: balancer.id,
        protocol: arrival.protocol,
        ...(arrival.hidden && { admitted: true as const }),
        ...(strength && { strength }),
        ...(requests !== undefined && { requests }),
      },
      [...passed, balancer.arn],
    );
  }

  /** Targets of a listener that nobody reaches are stopped where the load balancer is. */
  #stopTargets(listener: Listener, stopped: Stopped): void {
    for (const { targetGroupArn } of listener.forwards) {
      const group = this.#groups.get(targetGroupArn);
      if (!group) continue;
      for (const id of this.#targets.idsOf(group)) this.#deliveries.stop(id, stopped);
    }
  }
}

/** What of an arrival a rule forwards. A proxy before the load balancer shows its own address to the rules. */
function narrowed(arrival: Arrival, forward: ListenerForward, unread: readonly Unread[]): Arrival {
  const { sources, exceptSources = [] } = forward;
  if (arrival.hidden && (sources || exceptSources.length > 0)) {
    return { ...arrival, unread: [...arrival.unread, ...unread, hiddenClient(arrival.balancer)] };
  }
  const named = sources ? intersect(arrival.clients, addressesOf(sources, arrival.family)) : arrival.clients;
  const clients = subtract(named, addressesOf(exceptSources, arrival.family));
  return { ...arrival, clients, unread: [...arrival.unread, ...unread] };
}

function hiddenClient({ arn }: LoadBalancer): Unread {
  const message = `a rule of ${arn} asks for the address of a proxy that is not known`;
  return { operation: 'elbv2:DescribeRules', code: 'NotFollowed', message };
}

/** What reaches the load balancer itself: its listener's port. */
function wayOf(arrival: Arrival, approach: Approach | undefined): Way {
  const { family, protocol, listener, clients, unread, hops, clientPorts, before, dialled, strength } = arrival;
  return {
    family,
    protocol,
    flow: { fromPort: listener.port, toPort: listener.port, sources: clients },
    unread,
    hops,
    ...(clientPorts !== undefined && { clientPorts }),
    ...(approach && before !== undefined && { via: before, listenerPort: dialled }),
    ...(strength && { strength }),
  };
}

function functionWay(arrival: Arrival, { authenticates, requests }: ListenerForward): Way {
  const { balancer, dialled } = arrival;
  const way = wayOf(arrival, undefined);
  return {
    ...way,
    via: balancer.id,
    listenerPort: dialled,
    ...(authenticates && { strength: 'authenticated' as const }),
    ...(requests !== undefined && { requests }),
  };
}

function internalStop({ id, name }: LoadBalancer): Stopped {
  const operation = 'elbv2:DescribeLoadBalancers';
  const stop = { kind: 'load-balancer', id, name, rule: 'internal', operation, stops: true } as const;
  return { stage: 'address', block: 'lb-internal', hops: [internetHop, stop] };
}

function noListener({ id, name }: LoadBalancer): Stopped {
  const operation = 'elbv2:DescribeListeners';
  const stop = { kind: 'load-balancer', id, name, operation, stops: true } as const;
  return { stage: 'security-group', block: 'no-listener', hops: [internetHop, stop] };
}

function beforeTarget(stopped: Stopped): Stopped {
  return { ...stopped, stage: 'address', block: 'lb-no-path' };
}

const newType = 'the load balancer is of a type that is not known here';

function notRead(operation: string, id: string): Unread {
  return { operation, code: 'NotCollected', message: `the answer about ${id} was not read` };
}
