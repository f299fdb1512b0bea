import { awsResource, regionResource } from '../../../lib/model/aws/aws-resource.ts';
import { tlsVersions, type ListenerTls } from '../../../lib/model/aws/listener-tls.ts';
import { mendListener, redirectListener } from '../../../lib/model/aws/mend-listener.ts';
import { defineCheck } from '../../../lib/model/check.ts';
import type { Judgement } from '../../../lib/model/judgement.ts';
import type { Resource } from '../../../lib/model/resource.ts';
import type { NetworkRules } from '../../../lib/model/standard.ts';

export default defineCheck({
  id: 'aws-tls-weak',
  clauses: ['11.4'],
  severity: 'medium',
  title: {
    ja: 'ロードバランサーの通信が暗号化されていない、または古いTLSを許している',
    en: 'A load balancer takes in unencrypted traffic, or an outdated TLS',
  },
  why: {
    ja: 'インターネット向けのHTTPリスナーがHTTPSに転送しないと、内容もパスワードも平文で流れます。TLS 1.0と1.1は廃止された規格で、既知の攻撃に弱い暗号を許します。基準の network.minimumTls より古いTLSを許すセキュリティポリシーは、内部向けのリスナーでも指摘します。TCPのリスナーは中身が分からないため対象外です。',
    en: 'An HTTP listener to the internet that does not redirect to HTTPS carries passwords and contents in the clear. TLS 1.0 and 1.1 are deprecated and allow ciphers with known attacks; a security policy that speaks less than network.minimumTls of the standard is found on internal listeners too. TCP listeners are not judged: nobody sees what they carry.',
  },
  fix: {
    ja: 'HTTPSのリスナーを用意し、HTTPのリスナーはすべてのルールをHTTPSへのリダイレクトにします。セキュリティポリシーは、TLS 1.2以上だけを許すものに替えます。',
    en: 'Have an HTTPS listener, and let every rule of the HTTP listener redirect to it. Choose a security policy that speaks TLS 1.2 and later only.',
  },
  reads: ['aws.listeners'],
  find: ({ 'aws.listeners': { listeners, unread } }, { unit, standard }) => [
    ...listeners.flatMap((each) => {
      const name = `${each.loadBalancer.name}:${each.port}`;
      const resource = awsResource(unit, { type: 'load-balancer-listener', id: each.id, name });
      return judge(each, resource, standard.network);
    }),
    ...unread.map(({ loadBalancer, operation }): Judgement => {
      const id = loadBalancer === 'classic' ? `${regionResource(unit).id}:classic-load-balancers` : loadBalancer;
      return {
        status: 'unknown',
        resource: awsResource(unit, { type: 'load-balancer', id, name: loadBalancer }),
        unread: { operation, code: 'NotCollected', message: 'the listeners were not read' },
      };
    }),
  ],
});

function judge(listener: ListenerTls, resource: Resource, rules: NetworkRules): readonly Judgement[] {
  if (listener.protocol === 'HTTP') return judgePlain(listener, resource);
  return ['HTTPS', 'TLS', 'SSL'].includes(listener.protocol) ? [judgeTls(listener, resource, rules)] : [];
}

/** Nothing is said of HTTP within the network. */
function judgePlain(listener: ListenerTls, resource: Resource): readonly Judgement[] {
  const { loadBalancer, redirects, plainRules, port } = listener;
  if (!loadBalancer.internetFacing) return [];
  if (redirects) return [{ status: 'pass', resource }];
  if (redirects === undefined) {
    const unread = { operation: 'elbv2:DescribeRules', code: 'NotCollected', message: 'the rules were not read' };
    return [{ status: 'unknown', resource, unread }];
  }
  const where = plainRules.filter((rule) => rule !== 'default').length;
  return [
    {
      status: 'fail',
      severity: 'high',
      resource,
      discriminator: 'plain',
      detail: {
        ja: `インターネット向けのロードバランサー ${loadBalancer.name} のポート ${port} は、HTTPの要求をHTTPSに転送せずに受け付けます。`,
        en: `Port ${port} of the internet-facing load balancer ${loadBalancer.name} takes HTTP requests without sending them on to HTTPS.`,
      },
      evidence: [
        {
          what:
            plainRules.includes('default') || loadBalancer.isClassic
              ? { ja: '既定の動作が平文のまま転送する', en: 'The default action hands requests on as they came' }
              : { ja: `${where} 件のルールが平文のまま転送する`, en: `Rules hand requests on as they came: ${where}` },
          operation: loadBalancer.isClassic
            ? 'elb:DescribeLoadBalancers'
            : plainRules.includes('default')
              ? 'elbv2:DescribeListeners'
              : 'elbv2:DescribeRules',
          ref: plainRules.find((rule) => rule !== 'default') ?? listener.id,
        },
      ],
      remediation: redirectListener(listener, resource.region),
    },
  ];
}

function judgeTls(listener: ListenerTls, resource: Resource, { minimumTls }: NetworkRules): Judgement {
  const { oldest, policy, loadBalancer, port } = listener;
  const operation = loadBalancer.isClassic ? 'elb:DescribeLoadBalancerPolicies' : 'elbv2:DescribeListeners';
  if (oldest === undefined) {
    const message = `the oldest TLS of the security policy ${policy ?? ''} is not known`;
    return { status: 'unknown', resource, unread: { operation, code: 'NotCollected', message } };
  }
  if (tlsVersions.indexOf(oldest) >= tlsVersions.indexOf(minimumTls)) return { status: 'pass', resource };
  const version = oldest === 'SSLv3' ? oldest : `TLS ${oldest}`;
  return {
    status: 'fail',
    resource,
    discriminator: 'policy',
    detail: {
      ja: `ロードバランサー ${loadBalancer.name} のポート ${port} は ${version} を許しています（基準は TLS ${minimumTls} 以上）。`,
      en: `Port ${port} of load balancer ${loadBalancer.name} speaks ${version}; the standard asks for TLS ${minimumTls} at least.`,
    },
    evidence: [
      {
        what: {
          ja: `セキュリティポリシー ${policy} は ${version} から対応`,
          en: `The security policy ${policy} speaks ${version} and later`,
        },
        operation,
        ref: `${listener.id}#${policy}`,
      },
    ],
    remediation: mendListener(listener, resource.region, minimumTls),
  };
}
