import type { LoadBalancer, TargetGroup } from '../../model/aws/load-balancer.ts';
import type { NetworkInterface } from '../../model/aws/network-interface.ts';
import type { Unread } from '../../model/unread.ts';
import type { Deliveries } from './deliveries.ts';
import type { Internet } from './internet.ts';
import { possibleWays } from './listening.ts';
import type { TargetInterfaces } from './target-interfaces.ts';

/** Follows load balancers of which something was not read, to whatever they may reach; each gap once. */
export class PossiblePaths {
  readonly #internet: Internet;
  readonly #balancers: readonly LoadBalancer[];
  readonly #groups: readonly TargetGroup[];
  readonly #targets: TargetInterfaces;
  readonly #deliveries: Deliveries;
  readonly #told = new Set<string>();

  constructor(
    internet: Internet,
    balancers: readonly LoadBalancer[],
    groups: readonly TargetGroup[],
    targets: TargetInterfaces,
    deliveries: Deliveries,
  ) {
    this.#internet = internet;
    this.#balancers = balancers;
    this.#groups = groups;
    this.#targets = targets;
    this.#deliveries = deliveries;
  }

  /** Whatever stands in a group of the load balancer may be reached, and load balancers behind it, too. */
  behind(balancer: LoadBalancer, gap: Unread, passed: readonly string[] = []): void {
    if (passed.includes(balancer.arn) || !this.#isFirst(`${balancer.arn} ${gap.operation}`)) return;
    this.#deliveries.gap(balancer.id, gap);
    for (const group of this.#groups) {
      if (!group.loadBalancerArns.includes(balancer.arn)) continue;
      if (group.type === 'alb') this.#chainedMayBe(group, gap, [...passed, balancer.arn]);
      const targets = group.targets && new Set(this.#targets.idsOf(group));
      this.#mayReach(balancer, group, gap, ({ id }) => targets?.has(id) ?? true);
    }
  }

  /** Whatever stands in the group's VPC may be a target. */
  atUnreadTargets(balancer: LoadBalancer, group: TargetGroup, gap: Unread): void {
    if (!this.#isFirst(`${balancer.arn} ${group.arn}`)) return;
    this.#deliveries.gap(balancer.id, gap);
    if (group.type === 'alb') this.#chainedMayBe(group, gap, [balancer.arn]);
    // What the first of such groups may reach, the others add nothing to.
    else if (this.#isFirst(`any of ${group.vpcId} ${group.type}`)) this.#mayReach(balancer, group, gap, () => true);
  }

  /** The load balancers that a group hands connections to; any of its VPC, where its targets were not read. */
  #chainedMayBe(group: TargetGroup, gap: Unread, passed: readonly string[]): void {
    const named = group.targets?.map(({ id }) => id);
    for (const each of this.#balancers) {
      const isTarget = named ? named.includes(each.arn) : each.type === 'application' && each.vpcId === group.vpcId;
      if (isTarget) this.behind(each, gap, passed);
    }
  }

  #isFirst(what: string): boolean {
    const isNew = !this.#told.has(what);
    this.#told.add(what);
    return isNew;
  }

  #mayReach(
    { id: via }: LoadBalancer,
    { vpcId, type }: TargetGroup,
    gap: Unread,
    isTarget: (eni: NetworkInterface) => boolean,
  ): void {
    if (type === 'alb' || type === 'lambda') return;
    const { interfaces } = this.#internet.network;
    for (const eni of interfaces.filter((each) => each.vpcId === vpcId && isTarget(each))) {
      for (const way of possibleWays(this.#internet, eni, gap, via)) this.#deliveries.arrive(eni.id, way);
    }
  }
}
