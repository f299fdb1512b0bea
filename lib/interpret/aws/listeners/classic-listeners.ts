import type { PolicyDescription } from '@aws-sdk/client-elastic-load-balancing';
import type { ListenerTls, TlsVersion } from '../../../model/aws/listener-tls.ts';
import type { AwsUnit } from '../../../model/unit.ts';
import type { Answers } from '../../part.ts';
import { listOf, required } from '../../shape.ts';
import type { Wire } from '../../wire.ts';
import { answerOf, answersBy } from '../answer.ts';
import { partitionOf } from '../partition-of.ts';

/** How each protocol is called in a policy, from the oldest ("Predefined SSL security policies for Classic Load Balancers"). */
const protocols: readonly (readonly [attribute: string, version: TlsVersion])[] = [
  ['Protocol-SSLv3', 'SSLv3'],
  ['Protocol-TLSv1', '1.0'],
  ['Protocol-TLSv1.1', '1.1'],
  ['Protocol-TLSv1.2', '1.2'],
];

/** The listeners of load balancers of the first generation. */
export function classicListeners(answers: Answers, { region, account }: AwsUnit): readonly ListenerTls[] {
  const policies = policiesOf(answers);
  const { LoadBalancerDescriptions } = answerOf(answers, 'elb:DescribeLoadBalancers');
  return listOf(LoadBalancerDescriptions, 'LoadBalancerDescriptions').flatMap((balancer) => {
    const name = required(balancer.LoadBalancerName, 'LoadBalancerName');
    const arn = `arn:${partitionOf(region)}:elasticloadbalancing:${region}:${account}:loadbalancer/${name}`;
    const known = policies.get(name);
    return listOf(balancer.ListenerDescriptions, 'ListenerDescriptions').map(
      ({ Listener, PolicyNames }): ListenerTls => {
        const { LoadBalancerPort, Protocol } = required(Listener, 'Listener');
        const port = required(LoadBalancerPort, 'LoadBalancerPort');
        const protocol = required(Protocol, 'Protocol').toUpperCase();
        const names = listOf(PolicyNames, 'PolicyNames');
        const policy = names.find((each) => known?.has(each));
        return {
          id: `${arn}:${port}`,
          port,
          protocol,
          loadBalancer: { name, isClassic: true, internetFacing: balancer.Scheme !== 'internal' },
          ...(policy !== undefined && { policy }),
          oldest: policy === undefined ? undefined : known?.get(policy),
          redirects: false,
          plainRules: [],
          otherPolicies: names.filter((each) => each !== policy),
        };
      },
    );
  });
}

/** The oldest version of each policy about TLS, by load balancer and name. */
function policiesOf(answers: Answers): ReadonlyMap<string, ReadonlyMap<string, TlsVersion | undefined>> {
  return answersBy(
    answers,
    'elb:DescribeLoadBalancerPolicies',
    'LoadBalancerName',
    ({ PolicyDescriptions }) =>
      new Map(
        listOf(PolicyDescriptions, 'PolicyDescriptions')
          .filter(({ PolicyTypeName }) => PolicyTypeName === 'SSLNegotiationPolicyType')
          .map((each) => [required(each.PolicyName, 'PolicyName'), oldestOf(each)] as const),
      ),
  );
}

function oldestOf({ PolicyAttributeDescriptions }: Wire<PolicyDescription>): TlsVersion | undefined {
  const attributes = listOf(PolicyAttributeDescriptions, 'PolicyAttributeDescriptions');
  const spoken = new Set(
    attributes.flatMap(({ AttributeName, AttributeValue }) => (AttributeValue === 'true' ? [AttributeName] : [])),
  );
  return protocols.find(([attribute]) => spoken.has(attribute))?.[1];
}
