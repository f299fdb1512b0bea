import {
  DescribeLoadBalancerPoliciesCommand,
  DescribeLoadBalancersCommand as DescribeClassicLoadBalancersCommand,
  type DescribeAccessPointsOutput,
} from '@aws-sdk/client-elastic-load-balancing';
import {
  DescribeListenersCommand,
  DescribeLoadBalancerAttributesCommand,
  DescribeLoadBalancersCommand,
  DescribeRulesCommand,
  DescribeTargetGroupAttributesCommand,
  DescribeTargetGroupsCommand,
  DescribeTargetHealthCommand,
  type DescribeLoadBalancersOutput,
  type DescribeTargetGroupsOutput,
  type DescribeListenersOutput,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { defineOperation } from '../operation.ts';

const region = { per: 'region', budget: 'elb' } as const;
const next = (output: { NextMarker?: string | undefined }): string | undefined => output.NextMarker;

/** Load balancers of both generations, and what stands behind them. */
export const loadBalancingOperations = [
  defineOperation({
    ...region,
    id: 'elb:DescribeLoadBalancers',
    call: ({ elb }, options, page) =>
      elb.send(new DescribeClassicLoadBalancersCommand({ PageSize: 400, Marker: page }), options),
    next,
  }),
  defineOperation({
    ...region,
    id: 'elb:DescribeLoadBalancerPolicies',
    each: {
      of: ['elb:DescribeLoadBalancers'],
      inputs: ({ LoadBalancerDescriptions = [] }: DescribeAccessPointsOutput) =>
        LoadBalancerDescriptions.flatMap(({ LoadBalancerName }) => (LoadBalancerName ? [{ LoadBalancerName }] : [])),
    },
    call: ({ elb }, options, _page, { LoadBalancerName }) =>
      elb.send(new DescribeLoadBalancerPoliciesCommand({ LoadBalancerName }), options),
  }),
  defineOperation({
    ...region,
    id: 'elbv2:DescribeLoadBalancers',
    call: ({ elbv2 }, options, page) =>
      elbv2.send(new DescribeLoadBalancersCommand({ PageSize: 400, Marker: page }), options),
    next,
  }),
  defineOperation({
    ...region,
    id: 'elbv2:DescribeListeners',
    each: {
      of: ['elbv2:DescribeLoadBalancers'],
      inputs: ({ LoadBalancers }: DescribeLoadBalancersOutput) =>
        (LoadBalancers ?? []).flatMap(({ LoadBalancerArn }) => (LoadBalancerArn ? [{ LoadBalancerArn }] : [])),
    },
    call: ({ elbv2 }, options, page, { LoadBalancerArn }) =>
      elbv2.send(new DescribeListenersCommand({ LoadBalancerArn, PageSize: 400, Marker: page }), options),
    next,
    secrets: ['ClientSecret'],
  }),
  defineOperation({
    ...region,
    id: 'elbv2:DescribeRules',
    each: {
      of: ['elbv2:DescribeListeners'],
      // Only application load balancers have rules beside the default action; their listeners speak HTTP or HTTPS.
      inputs: ({ Listeners }: DescribeListenersOutput) =>
        (Listeners ?? []).flatMap(({ ListenerArn, Protocol }) =>
          ListenerArn && Protocol?.startsWith('HTTP') ? [{ ListenerArn }] : [],
        ),
    },
    call: ({ elbv2 }, options, page, { ListenerArn }) =>
      elbv2.send(new DescribeRulesCommand({ ListenerArn, PageSize: 400, Marker: page }), options),
    next,
    secrets: ['ClientSecret'],
  }),
  defineOperation({
    ...region,
    id: 'elbv2:DescribeTargetGroups',
    call: ({ elbv2 }, options, page) =>
      elbv2.send(new DescribeTargetGroupsCommand({ PageSize: 400, Marker: page }), options),
    next,
  }),
  defineOperation({
    ...region,
    id: 'elbv2:DescribeTargetHealth',
    each: {
      of: ['elbv2:DescribeTargetGroups'],
      inputs: ({ TargetGroups }: DescribeTargetGroupsOutput) =>
        // A group that no load balancer uses leads nowhere.
        (TargetGroups ?? []).flatMap(({ TargetGroupArn, LoadBalancerArns }) =>
          TargetGroupArn && LoadBalancerArns?.length ? [{ TargetGroupArn }] : [],
        ),
    },
    call: ({ elbv2 }, options, _page, { TargetGroupArn }) =>
      elbv2.send(new DescribeTargetHealthCommand({ TargetGroupArn }), options),
  }),
  defineOperation({
    ...region,
    id: 'elbv2:DescribeTargetGroupAttributes',
    each: {
      of: ['elbv2:DescribeTargetGroups'],
      // Only network load balancers can hide or show the client, and only for these protocols is it a choice.
      inputs: ({ TargetGroups }: DescribeTargetGroupsOutput) =>
        (TargetGroups ?? []).flatMap(({ TargetGroupArn, Protocol, TargetType, LoadBalancerArns }) =>
          TargetGroupArn &&
          LoadBalancerArns?.length &&
          TargetType !== 'alb' &&
          (Protocol === 'TCP' || Protocol === 'TLS')
            ? [{ TargetGroupArn }]
            : [],
        ),
    },
    call: ({ elbv2 }, options, _page, { TargetGroupArn }) =>
      elbv2.send(new DescribeTargetGroupAttributesCommand({ TargetGroupArn }), options),
  }),
  defineOperation({
    ...region,
    id: 'elbv2:DescribeLoadBalancerAttributes',
    each: {
      of: ['elbv2:DescribeLoadBalancers'],
      // Application load balancers use every zone; of the others an attribute says so.
      inputs: ({ LoadBalancers }: DescribeLoadBalancersOutput) =>
        (LoadBalancers ?? []).flatMap(({ LoadBalancerArn, Type }) =>
          LoadBalancerArn && Type === 'network' ? [{ LoadBalancerArn }] : [],
        ),
    },
    call: ({ elbv2 }, options, _page, { LoadBalancerArn }) =>
      elbv2.send(new DescribeLoadBalancerAttributesCommand({ LoadBalancerArn }), options),
  }),
];
