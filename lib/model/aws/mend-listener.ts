import { command } from '../command.ts';
import type { Remediation } from '../judgement.ts';
import type { ListenerTls } from './listener-tls.ts';

type Remediations = readonly [Remediation, ...Remediation[]];

const toHttps = JSON.stringify([
  { Type: 'redirect', RedirectConfig: { Protocol: 'HTTPS', Port: '443', StatusCode: 'HTTP_301' } },
]);

/** Lets an HTTP listener send everything to HTTPS; a classic load balancer cannot, so the listener goes. */
export function redirectListener({ id, port, loadBalancer, plainRules }: ListenerTls, region: string): Remediations {
  if (loadBalancer.isClassic) {
    return cli([
      command`aws elb delete-load-balancer-listeners --region ${region} --load-balancer-name ${loadBalancer.name} --load-balancer-ports ${String(port)}`,
    ]);
  }
  return cli(
    plainRules.map((rule) =>
      rule === 'default'
        ? command`aws elbv2 modify-listener --region ${region} --listener-arn ${id} --default-actions ${toHttps}`
        : command`aws elbv2 modify-rule --region ${region} --rule-arn ${rule} --actions ${toHttps}`,
    ),
  );
}

/** Gives a listener a policy that speaks nothing older than `minimum`. */
export function mendListener(listener: ListenerTls, region: string, minimum: '1.2' | '1.3'): Remediations {
  const { id, policy = '', loadBalancer } = listener;
  if (loadBalancer.isClassic) return mendClassic(listener, region, minimum);
  const isFips = policy.includes('-FIPS-');
  const wanted =
    minimum === '1.3'
      ? `ELBSecurityPolicy-TLS13-1-3-${isFips ? 'FIPS-2023-04' : '2021-06'}`
      : `ELBSecurityPolicy-TLS13-1-2-Res-${isFips ? 'FIPS-2023-04' : '2021-06'}`;
  return cli([command`aws elbv2 modify-listener --region ${region} --listener-arn ${id} --ssl-policy ${wanted}`]);
}

function mendClassic(
  { loadBalancer: { name }, port, otherPolicies }: ListenerTls,
  region: string,
  minimum: '1.2' | '1.3',
): Remediations {
  if (minimum === '1.3') {
    const text = {
      ja: `Classic Load BalancerはTLS 1.3に対応しません。${name} をApplication Load BalancerかNetwork Load Balancerに移行します。`,
      en: `Classic Load Balancers do not speak TLS 1.3: move ${name} to an Application or Network Load Balancer.`,
    };
    return [{ kind: 'console', text }];
  }
  // Setting the policies of a listener takes away those that are not named.
  const kept = otherPolicies.map((each) => command` ${each}`).join('');
  return cli([
    command`aws elb create-load-balancer-policy --region ${region} --load-balancer-name ${name} --policy-name tls-1-2 --policy-type-name SSLNegotiationPolicyType --policy-attributes AttributeName=Reference-Security-Policy,AttributeValue=ELBSecurityPolicy-TLS-1-2-2017-01`,
    command`aws elb set-load-balancer-policies-of-listener --region ${region} --load-balancer-name ${name} --load-balancer-port ${String(port)} --policy-names tls-1-2` +
      kept,
  ]);
}

function cli(texts: readonly string[]): Remediations {
  const [first = '', ...rest] = texts;
  return [{ kind: 'aws-cli', text: first }, ...rest.map((text) => ({ kind: 'aws-cli', text }) as const)];
}
