import type { Action, Listener, LoadBalancer, Rule } from '@aws-sdk/client-elastic-load-balancing-v2';
import type { ListenersTls, ListenerTls } from '../../model/aws/listener-tls.ts';
import type { PartDefinition } from '../part.ts';
import { listOf, required } from '../shape.ts';
import type { Wire } from '../wire.ts';
import { answerOf, answersBy } from './answer.ts';
import { classicListeners } from './listeners/classic-listeners.ts';
import { policyOldest } from './listeners/policy-oldest.ts';

const classic = 'elb:DescribeLoadBalancers';
const ofListeners = 'elbv2:DescribeListeners';

/** `aws.listeners`: how the listeners of load balancers of both generations take in their clients. */
export const listeners: PartDefinition<'aws.listeners'> = {
  per: 'aws-region',
  operations: ['elbv2:DescribeLoadBalancers'],
  optional: [ofListeners, 'elbv2:DescribeRules', classic, 'elb:DescribeLoadBalancerPolicies'],
  interpret: (answers, unit): ListenersTls => {
    const { LoadBalancers } = answerOf(answers, 'elbv2:DescribeLoadBalancers');
    const balancers = listOf(LoadBalancers, 'LoadBalancers');
    const told = answersBy(answers, ofListeners, 'LoadBalancerArn', ({ Listeners }) => listOf(Listeners, 'Listeners'));
    const rules = answersBy(answers, 'elbv2:DescribeRules', 'ListenerArn', ({ Rules }) => listOf(Rules, 'Rules'));
    const arnOf = (balancer: Wire<LoadBalancer>): string => required(balancer.LoadBalancerArn, 'LoadBalancerArn');
    const hasClassic = Object.hasOwn(answers, classic);
    return {
      listeners: [
        ...balancers.flatMap((each) => (told.get(arnOf(each)) ?? []).map((one) => listenerOf(one, each, rules))),
        ...(hasClassic ? classicListeners(answers, unit) : []),
      ],
      unread: [
        ...balancers
          .map(arnOf)
          .filter((arn) => !told.has(arn))
          .map((loadBalancer) => ({ loadBalancer, operation: ofListeners })),
        ...(hasClassic ? [] : [{ loadBalancer: 'classic', operation: classic }]),
      ],
    };
  },
};

type Rules = ReadonlyMap<string, readonly Wire<Rule>[]>;

function listenerOf(listener: Wire<Listener>, balancer: Wire<LoadBalancer>, rules: Rules): ListenerTls {
  const id = required(listener.ListenerArn, 'ListenerArn');
  const policy = listener.SslPolicy;
  const own = rules.get(id);
  const plainRules = [
    ...(isPlain(listOf(listener.DefaultActions, 'DefaultActions')) ? ['default'] : []),
    ...(own ?? [])
      .filter(({ IsDefault, Actions }) => !IsDefault && isPlain(listOf(Actions, 'Actions')))
      .map(({ RuleArn }) => required(RuleArn, 'RuleArn')),
  ];
  return {
    id,
    // Those of gateway load balancers have neither.
    port: listener.Port ?? 0,
    protocol: listener.Protocol ?? '',
    loadBalancer: {
      name: balancer.LoadBalancerName ?? id,
      isClassic: false,
      internetFacing: balancer.Scheme === 'internet-facing',
    },
    ...(policy !== undefined && { policy }),
    oldest: policy === undefined ? undefined : policyOldest(policy),
    redirects: plainRules.length > 0 ? false : own && true,
    plainRules,
    otherPolicies: [],
  };
}

/** Whether actions hand a request on as it came: neither to HTTPS nor with an answer of the load balancer's own. */
function isPlain(actions: readonly Wire<Action>[]): boolean {
  return actions.some(({ Type, RedirectConfig }) => {
    if (Type === 'redirect') return RedirectConfig?.Protocol !== 'HTTPS';
    return Type !== 'fixed-response';
  });
}
