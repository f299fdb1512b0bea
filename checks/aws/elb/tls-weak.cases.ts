import type { CaseSnapshot, CheckCase } from '../../../lib/model/check-case.ts';
import { defaultNetwork } from '../cases/default-network.ts';
import { denied, inRegion } from '../cases/units.ts';

const arn = 'arn:aws:elasticloadbalancing:ap-northeast-1:111122223333';
const keyed = (input: object, output: object): object => ({ input, output });
const forward = [{ Type: 'forward', TargetGroupArn: `${arn}:targetgroup/web/1` }];
const redirect = [{ Type: 'redirect', RedirectConfig: { Protocol: 'HTTPS', StatusCode: 'HTTP_301' } }];
const elsewhere = [{ Type: 'redirect', RedirectConfig: { Host: 'www.example.com', StatusCode: 'HTTP_301' } }];

interface CaseListener {
  readonly name: string;
  readonly protocol: string;
  readonly policy?: string;
  readonly actions?: readonly object[];
  /** Actions of its rules beside the default; without it the rules were not read. */
  readonly rules?: readonly (readonly object[])[];
}

function balancer(Scheme: string, listeners: readonly CaseListener[]): CaseSnapshot {
  const LoadBalancerArn = `${arn}:loadbalancer/app/web/9`;
  const listenerArn = (name: string): string => `${arn}:listener/app/web/9/${name}`;
  return inRegion({
    'elb:DescribeLoadBalancers': { LoadBalancerDescriptions: [] },
    'elbv2:DescribeLoadBalancers': { LoadBalancers: [{ LoadBalancerArn, LoadBalancerName: 'web', Scheme }] },
    'elbv2:DescribeListeners': [
      keyed(
        { LoadBalancerArn },
        {
          Listeners: listeners.map(({ name, protocol, policy, actions = forward }) => ({
            ListenerArn: listenerArn(name),
            Port: 443,
            Protocol: protocol,
            SslPolicy: policy,
            DefaultActions: actions,
          })),
        },
      ),
    ],
    'elbv2:DescribeRules': listeners.flatMap(({ name, rules }) =>
      rules
        ? [
            keyed(
              { ListenerArn: listenerArn(name) },
              {
                Rules: rules.map((Actions, at) => ({
                  RuleArn: `${arn}:listener-rule/app/web/9/${name}/${at}`,
                  Actions,
                })),
              },
            ),
          ]
        : [],
    ),
  });
}

const policies = [
  'ELBSecurityPolicy-TLS13-1-3-2021-06',
  'ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09',
  'ELBSecurityPolicy-TLS13-1-1-2021-06',
  'ELBSecurityPolicy-TLS13-1-0-FIPS-2023-04',
  'ELBSecurityPolicy-TLS-1-2-Ext-2018-06',
  'ELBSecurityPolicy-FS-1-1-2019-08',
  'ELBSecurityPolicy-FS-2018-06',
  'ELBSecurityPolicy-2016-08',
  'ELBSecurityPolicy-Next-2030-01',
].map((policy) => ({ name: policy.slice('ELBSecurityPolicy-'.length), protocol: 'HTTPS', policy }));

const tls = (name: string, ...attributes: readonly string[]): object =>
  keyed(
    { LoadBalancerName: name },
    {
      PolicyDescriptions: [
        { PolicyName: 'sticky', PolicyTypeName: 'LBCookieStickinessPolicyType' },
        {
          PolicyName: 'tls',
          PolicyTypeName: 'SSLNegotiationPolicyType',
          PolicyAttributeDescriptions: [
            { AttributeName: 'Protocol-SSLv3', AttributeValue: 'false' },
            ...attributes.map((AttributeName) => ({ AttributeName, AttributeValue: 'true' })),
          ],
        },
      ],
    },
  );
const classic = (
  LoadBalancerName: string,
  Scheme: string,
  ...ports: readonly (readonly [number, string])[]
): object => ({
  LoadBalancerName,
  Scheme,
  ListenerDescriptions: ports.map(([LoadBalancerPort, Protocol]) => ({
    Listener: { LoadBalancerPort, Protocol, InstancePort: 80 },
    PolicyNames: Protocol === 'HTTPS' ? ['sticky', 'tls'] : [],
  })),
});

export const cases: readonly CheckCase[] = [
  {
    name: { ja: 'セキュリティポリシーごとの最低バージョン', en: 'The oldest version of each security policy' },
    given: balancer('internal', policies),
    expect: {
      'TLS13-1-3-2021-06': 'pass',
      'TLS13-1-2-Res-PQ-2025-09': 'pass',
      'TLS13-1-1-2021-06': 'fail',
      'TLS13-1-0-FIPS-2023-04': 'fail',
      'TLS-1-2-Ext-2018-06': 'pass',
      'FS-1-1-2019-08': 'fail',
      'FS-2018-06': 'fail',
      '2016-08': 'fail',
      'Next-2030-01': 'unknown',
    },
  },
  {
    name: { ja: '基準がTLS 1.3を求める', en: 'The standard asks for TLS 1.3' },
    given: balancer('internal', policies.slice(0, 2)),
    standard: { network: { ...defaultNetwork, minimumTls: '1.3' } },
    expect: { 'TLS13-1-3-2021-06': 'pass', 'TLS13-1-2-Res-PQ-2025-09': 'fail' },
  },
  {
    name: {
      ja: 'インターネット向けのHTTP：転送、リダイレクト、一部のルールだけ平文、HTTPへのリダイレクト、ルールを読めない（TCPは対象外）',
      en: 'HTTP to the internet: forwarded, redirected, plain by one rule, redirected to HTTP, rules unread; TCP is not judged',
    },
    given: balancer('internet-facing', [
      { name: 'plain', protocol: 'HTTP', rules: [] },
      { name: 'redirect', protocol: 'HTTP', actions: redirect, rules: [redirect] },
      { name: 'rule', protocol: 'HTTP', actions: redirect, rules: [redirect, forward] },
      { name: 'elsewhere', protocol: 'HTTP', actions: elsewhere, rules: [] },
      { name: 'fixed', protocol: 'HTTP', actions: [{ Type: 'fixed-response' }], rules: [] },
      { name: 'unread', protocol: 'HTTP', actions: redirect },
      { name: 'tcp', protocol: 'TCP' },
      { name: 'tls', protocol: 'TLS', policy: 'ELBSecurityPolicy-TLS13-1-2-2021-06' },
    ]),
    expect: {
      plain: 'fail',
      redirect: 'pass',
      rule: 'fail',
      elsewhere: 'fail',
      fixed: 'pass',
      unread: 'unknown',
      tls: 'pass',
    },
  },
  {
    name: { ja: '内部向けのHTTPは対象外', en: 'HTTP within the network is not judged' },
    given: balancer('internal', [{ name: 'plain', protocol: 'HTTP', rules: [] }]),
    expect: {},
  },
  {
    name: {
      ja: 'Classic Load Balancer：HTTP、TLS 1.0、TLS 1.2、ポリシーを読めない（TCPと内部向けHTTPは対象外）',
      en: 'Classic load balancers: HTTP, TLS 1.0, TLS 1.2, policies unread; TCP and internal HTTP are not judged',
    },
    given: inRegion({
      'elbv2:DescribeLoadBalancers': { LoadBalancers: [] },
      'elb:DescribeLoadBalancers': {
        LoadBalancerDescriptions: [
          classic('old', 'internet-facing', [80, 'HTTP'], [443, 'HTTPS'], [25, 'TCP']),
          classic('new', 'internal', [8080, 'HTTP'], [8443, 'HTTPS']),
          classic('unread', 'internal', [9443, 'HTTPS']),
        ],
      },
      'elb:DescribeLoadBalancerPolicies': [
        tls('old', 'Protocol-TLSv1', 'Protocol-TLSv1.2'),
        tls('new', 'Protocol-TLSv1.2'),
      ],
    }),
    expect: { '80': 'fail', '443': 'fail', '8443': 'pass', '9443': 'unknown' },
  },
  {
    name: { ja: 'リスナーの取得を拒否された', en: 'The listeners were denied' },
    given: denied(balancer('internal', policies), 'elbv2:DescribeListeners'),
    expect: { '9': 'unknown' },
  },
  {
    name: { ja: 'Classic Load Balancerの取得を拒否された', en: 'The classic load balancers were denied' },
    given: denied(balancer('internal', policies.slice(0, 1)), 'elb:DescribeLoadBalancers'),
    expect: { 'TLS13-1-3-2021-06': 'pass', 'classic-load-balancers': 'unknown' },
  },
];
