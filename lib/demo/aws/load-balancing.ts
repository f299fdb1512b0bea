import type { Listener, LoadBalancer, Rule, TargetGroup } from '@aws-sdk/client-elastic-load-balancing-v2';
import { identifier } from '../identifier.ts';
import { idIn } from './network.ts';
import type { PlacedVpc } from './placed-vpc.ts';
import { groupId } from './security-group.ts';
import type { DemoLoadBalancer } from './vpc.ts';

/** Sixteen hex digits, as load balancing ARNs end in. */
const suffix = (vpc: PlacedVpc, name: string): string => identifier('', `${vpc.vpcId} ${name}`).slice(2);

function arn(vpc: PlacedVpc, resource: string): string {
  return `arn:aws:elasticloadbalancing:${vpc.region}:${vpc.account}:${resource}`;
}

/** The ARN of a load balancer of a VPC. */
export function balancerArn(vpc: PlacedVpc, name: string): string {
  return arn(vpc, `loadbalancer/app/${name}/${suffix(vpc, name)}`);
}

function targetGroupArn(vpc: PlacedVpc, name: string): string {
  return arn(vpc, `targetgroup/${name}/${suffix(vpc, `targets ${name}`)}`);
}

function listenerArn(vpc: PlacedVpc, { name, port }: DemoLoadBalancer): string {
  return arn(vpc, `listener/app/${name}/${suffix(vpc, name)}/${suffix(vpc, `${name} ${port}`)}`);
}

/** The load balancers of a VPC. */
export function loadBalancers(vpc: PlacedVpc): LoadBalancer[] {
  return (vpc.described.loadBalancers ?? []).map((each) => ({
    LoadBalancerArn: balancerArn(vpc, each.name),
    LoadBalancerName: each.name,
    DNSName: `${each.name}-1234567890.${vpc.region}.elb.amazonaws.com`,
    Scheme: each.internal ? 'internal' : 'internet-facing',
    Type: 'application',
    IpAddressType: 'ipv4',
    State: { Code: 'active' },
    VpcId: vpc.vpcId,
    SecurityGroups: each.groups.map((name) => groupId(vpc, name)),
    AvailabilityZones: each.subnets.map((subnet) => ({
      SubnetId: idIn(vpc, 'subnet', subnet),
      ZoneName: `${vpc.region}a`,
    })),
  }));
}

/** Each listener with the ARN of its load balancer. */
export function listeners(vpc: PlacedVpc): { balancer: string; listener: Listener }[] {
  return (vpc.described.loadBalancers ?? []).map((each) => ({
    balancer: balancerArn(vpc, each.name),
    listener: {
      ListenerArn: listenerArn(vpc, each),
      LoadBalancerArn: balancerArn(vpc, each.name),
      Protocol: each.protocol,
      Port: each.port,
      ...(each.protocol === 'HTTPS' && { SslPolicy: 'ELBSecurityPolicy-TLS13-1-2-2021-06' }),
      DefaultActions: [{ Type: 'forward', TargetGroupArn: targetGroupArn(vpc, each.name) }],
    },
  }));
}

/** The default rule of a listener. */
export function rules(listener: Listener): Rule[] {
  const RuleArn = `${listener.ListenerArn?.replace(':listener/', ':listener-rule/')}/${identifier('', listener.ListenerArn ?? '').slice(2)}`;
  return [{ RuleArn, Priority: 'default', IsDefault: true, Conditions: [], Actions: listener.DefaultActions }];
}

/** What stands behind the load balancers. */
export function targetGroups(vpc: PlacedVpc): TargetGroup[] {
  return (vpc.described.loadBalancers ?? []).map((each) => ({
    TargetGroupArn: targetGroupArn(vpc, each.name),
    TargetGroupName: each.name,
    Protocol: 'HTTP',
    Port: each.targetPort,
    TargetType: 'instance',
    VpcId: vpc.vpcId,
    LoadBalancerArns: [balancerArn(vpc, each.name)],
  }));
}

/** The health of every target, by target group. */
export function targetHealth(vpc: PlacedVpc): { input: object; output: object }[] {
  return (vpc.described.loadBalancers ?? []).map((each) => ({
    input: { TargetGroupArn: targetGroupArn(vpc, each.name) },
    output: {
      TargetHealthDescriptions: each.targets.map((name) => ({
        Target: { Id: idIn(vpc, 'i', name), Port: each.targetPort },
        TargetHealth: { State: 'healthy' },
      })),
    },
  }));
}
