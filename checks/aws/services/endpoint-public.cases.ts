import type { CheckCase } from '../../../lib/model/check-case.ts';
import { clusters, domains, endpoints, functions, httpApi, restApi, services } from '../cases/endpoints.ts';
import { denied } from '../cases/units.ts';

const both = ['lambda:InvokeFunctionUrl', 'lambda:InvokeFunction'];
const everybody = { Effect: 'Allow', Principal: { AWS: '*' }, Action: 'es:*', Resource: '*' };
const office = { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24'] } };
/** A REST API whose one method asks nobody, with a policy that lets everybody call this. */
const restApiAllowing = (resource: string, more: object = {}) => {
  const statement = { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: resource, ...more };
  const policy = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
  return restApi('api1', 'NONE', { policy: policy.replaceAll('"', '\\"') });
};

export const cases: readonly CheckCase[] = [
  {
    name: {
      ja: 'Lambda関数URL: 認証なしで両方の操作を許すものだけが、誰でも呼び出せる',
      en: 'Function URLs: only one that asks nobody and allows both actions is open to anybody',
    },
    given: endpoints(
      functions({
        open: { actions: both, url: 'NONE' },
        one: { actions: ['lambda:InvokeFunctionUrl'], url: 'NONE' },
        signed: { actions: both, url: 'AWS_IAM' },
        'no-url': { actions: both, url: 'none' },
        own: {},
        organization: {
          actions: both,
          url: 'NONE',
          condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-example' } },
        },
      }),
    ),
    expect: { open: 'fail', one: 'pass', signed: 'pass', 'no-url': 'pass', own: 'pass', organization: 'pass' },
  },
  {
    name: {
      ja: 'REST API: 認証のないメソッド',
      en: 'A REST API with a method that asks nobody',
    },
    given: endpoints(restApi('api1', 'NONE')),
    expect: { api1: 'fail' },
  },
  {
    name: {
      ja: 'REST API: ポリシーが拒否するアドレス以外から使える',
      en: 'A REST API whose policy denies some addresses and lets in the others',
    },
    given: endpoints(
      restApiAllowing('execute-api:/prod/GET/*', {
        Condition: { NotIpAddress: { 'aws:SourceIp': '198.51.100.0/24' } },
      }),
    ),
    expect: { api1: 'fail' },
  },
  {
    name: {
      ja: 'REST API: ポリシーが別のメソッドだけを許す',
      en: 'A REST API whose policy allows another method only',
    },
    given: endpoints(restApiAllowing('execute-api:/prod/POST/*')),
    expect: { api1: 'pass' },
  },
  {
    name: { ja: 'REST API: すべてのメソッドが認証を求める', en: 'A REST API whose every method asks' },
    given: endpoints(restApi('api1', 'AWS_IAM')),
    expect: { api1: 'pass' },
  },
  {
    name: { ja: 'REST API: VPCエンドポイント専用', en: 'A REST API for VPC endpoints only' },
    given: endpoints(restApi('api1', 'NONE', { endpointConfiguration: { types: ['PRIVATE'] } })),
    expect: { api1: 'pass' },
  },
  {
    name: { ja: 'REST API: ステージがない', en: 'A REST API without a stage' },
    given: endpoints(restApi('api1', 'NONE', {}, [])),
    expect: { api1: 'pass' },
  },
  {
    name: { ja: 'HTTP API: 認証のないルート', en: 'An HTTP API with a route that asks nobody' },
    given: endpoints(httpApi('api2', 'NONE')),
    expect: { api2: 'fail' },
  },
  {
    name: { ja: 'HTTP API: JWTを求めるルートだけ', en: 'An HTTP API whose route asks for a token' },
    given: endpoints(httpApi('api2', 'JWT')),
    expect: { api2: 'pass' },
  },
  {
    name: {
      ja: 'EKS: 全世界に開いたAPIサーバー（二つのCIDRで全世界になるものを含む）',
      en: 'EKS: API servers open to the world, one by two blocks that are the world together',
    },
    given: endpoints(
      clusters({
        open: ['0.0.0.0/0'],
        halves: ['0.0.0.0/1', '128.0.0.0/1'],
        office: ['203.0.113.0/24'],
        private: 'private',
      }),
    ),
    expect: { open: 'fail', halves: 'fail', office: 'pass', private: 'pass' },
  },
  {
    name: {
      ja: 'OpenSearch: ポリシーが誰でも許すインターネットのドメイン',
      en: 'OpenSearch: domains on the internet whose policies let anybody in',
    },
    given: endpoints(
      domains({
        open: { statements: [everybody] },
        office: { statements: [{ ...everybody, Condition: office }] },
        denied: { statements: [everybody, { ...everybody, Effect: 'Deny' }] },
        signed: { statements: [{ ...everybody, Principal: { AWS: 'arn:aws:iam::111122223333:root' } }] },
        users: { statements: [everybody], more: { AdvancedSecurityOptions: { Enabled: true } } },
        vpc: { statements: [everybody], more: { VPCOptions: { VPCId: 'vpc-1', SecurityGroupIds: [] } } },
      }),
    ),
    expect: { open: 'fail', office: 'fail', denied: 'pass', signed: 'pass', users: 'pass', vpc: 'pass' },
  },
  {
    name: { ja: 'App Runner: 公開、停止中、非公開', en: 'App Runner: public, stopped and private services' },
    given: endpoints(
      services({ web: { isPublic: true }, paused: { isPublic: true, Status: 'PAUSED' }, inside: { isPublic: false } }),
    ),
    expect: { web: 'fail', paused: 'fail', inside: 'pass' },
  },
  {
    name: {
      ja: '読めなかったサービスだけが判定不能になる',
      en: 'What was not read is unknown, and nothing else is',
    },
    given: denied(
      endpoints(functions({ own: {}, open: { actions: both } }), httpApi('api2', 'NONE')),
      'apigateway:GetRestApis',
    ),
    expect: { own: 'pass', open: 'unknown', api2: 'fail', 'rest-api': 'unknown' },
  },
  {
    name: {
      ja: '関数のポリシーを読めなければ、誰が呼び出せるか分からない',
      en: 'Without the policies of functions nobody knows who may call them',
    },
    given: denied(endpoints(functions({ open: { actions: both, url: 'NONE' } })), 'lambda:GetPolicy'),
    expect: { open: 'unknown' },
  },
  {
    name: {
      ja: 'REST API: メソッドを読めなければ、ポリシーの許す範囲も決まらない',
      en: 'Without the methods of a REST API its policy decides nothing',
    },
    given: denied(endpoints(restApiAllowing('execute-api:/prod/POST/*')), 'apigateway:GetResources'),
    expect: { api1: 'unknown' },
  },
  {
    name: {
      ja: '一つひとつの詳細が読めない',
      en: 'Things that are listed, and of which nothing more was read',
    },
    given: endpoints({
      ...clusters({}),
      'eks:ListClusters': { clusters: ['k'] },
      'es:ListDomainNames': { DomainNames: [{ DomainName: 'd' }] },
      'apprunner:ListServices': { ServiceSummaryList: [{ ServiceArn: 'arn:aws:apprunner:::service/s' }] },
      'apigatewayv2:GetApis': { Items: [{ ApiId: 'api2', Name: 'api2', ProtocolType: 'HTTP' }] },
    }),
    expect: { k: 'unknown', d: 'unknown', s: 'unknown', api2: 'unknown' },
  },
];
