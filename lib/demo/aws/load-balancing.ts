import type { Listener, LoadBalancer, Rule, TargetGroup } from '@aws-sdk/client-elastic-load-balancing-v2';
import { identifier } from '../identifier.ts';
import { idIn } from './network.ts';
import type { PlacedVpc } from './placed-vpc.ts';
import { privateAddress } from './private-address.ts';
import { groupId } from './security-group.ts';
import type { DemoLoadBalancer } from './vpc.ts';

/** Sixteen hex digits, as load balancing ARNs end in. */
const suffix = (vpc: PlacedVpc, name: string): string => identifier('', `${vpc.vpcId} ${name}`).slice(2);

function arn(vpc: PlacedVpc, resource: string): string {
  return `arn:aws:elasticloadbalancing:${vpc.region}:${vpc.account}:${resource}`;
}

/** The ARN of a load balancer of a VPC. */
export function balancerArn(vpc: PlacedVpc, { name, protocol }: DemoLoadBalancer): string {
  return arn(vpc, `loadbalancer/${protocol === 'TCP' ? 'net' : 'app'}/${name}/${suffix(vpc, name)}`);
}

function targetGroupArn(vpc: PlacedVpc, name: string): string {
  return arn(vpc, `targetgroup/${name}/${suffix(vpc, `targets ${name}`)}`);
}

function listenerArn(vpc: PlacedVpc, balancer: DemoLoadBalancer): string {
  const { name, port } = balancer;
  return `${balancerArn(vpc, balancer).replace(':loadbalancer/', ':listener/')}/${suffix(vpc, `${name} ${port}`)}`;
}

/** The load balancers of a VPC. */
export function loadBalancers(vpc: PlacedVpc): LoadBalancer[] {
  return (vpc.described.loadBalancers ?? []).map((each) => ({
    LoadBalancerArn: balancerArn(vpc, each),
    LoadBalancerName: each.name,
    DNSName: `${each.name}-1234567890.${vpc.region}.elb.amazonaws.com`,
    Scheme: each.internal ? 'internal' : 'internet-facing',
    Type: each.protocol === 'TCP' ? 'network' : 'application',
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
    balancer: balancerArn(vpc, each),
    listener: {
      ListenerArn: listenerArn(vpc, each),
      LoadBalancerArn: balancerArn(vpc, each),
      Protocol: each.protocol,
      Port: each.port,
      ...(each.protocol === 'HTTPS' && { SslPolicy: each.policy ?? 'ELBSecurityPolicy-TLS13-1-2-2021-06' }),
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
    Protocol: each.protocol === 'TCP' ? 'TCP' : 'HTTP',
    Port: each.targetPort,
    TargetType: byAddress(vpc, each) ? 'ip' : 'instance',
    IpAddressType: 'ipv4',
    VpcId: vpc.vpcId,
    LoadBalancerArns: [balancerArn(vpc, each)],
  }));
}

/** What is said of network load balancers and their target groups beside their descriptions. */
export function balancingAttributes(vpc: PlacedVpc): {
  readonly balancers: readonly object[];
  readonly groups: readonly object[];
} {
  const network = (vpc.described.loadBalancers ?? []).filter(({ protocol }) => protocol === 'TCP');
  return {
    balancers: network.map((each) => ({
      input: { LoadBalancerArn: balancerArn(vpc, each) },
      output: { Attributes: [{ Key: 'load_balancing.cross_zone.enabled', Value: 'true' }] },
    })),
    groups: network.map((each) => ({
      input: { TargetGroupArn: targetGroupArn(vpc, each.name) },
      output: {
        Attributes: [
          { Key: 'preserve_client_ip.enabled', Value: String(!byAddress(vpc, each)) },
          { Key: 'load_balancing.cross_zone.enabled', Value: 'use_load_balancer_configuration' },
        ],
      },
    })),
  };
}

/** Databases are no instances: they are called at their addresses. */
function byAddress(vpc: PlacedVpc, { targets }: DemoLoadBalancer): boolean {
  return (vpc.described.databases ?? []).some(({ name }) => targets.includes(name));
}

function targetId(vpc: PlacedVpc, balancer: DemoLoadBalancer, name: string): string {
  const database = vpc.described.databases?.find((each) => each.name === name);
  return database && byAddress(vpc, balancer) ? privateAddress(vpc, database) : idIn(vpc, 'i', name);
}

/** The health of every target, by target group. */
export function targetHealth(vpc: PlacedVpc): { input: object; output: object }[] {
  return (vpc.described.loadBalancers ?? []).map((each) => ({
    input: { TargetGroupArn: targetGroupArn(vpc, each.name) },
    output: {
      TargetHealthDescriptions: each.targets.map((name) => ({
        Target: { Id: targetId(vpc, each, name), Port: each.targetPort },
        TargetHealth: { State: 'healthy' },
      })),
    },
  }));
}
