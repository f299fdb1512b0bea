import type { CheckCase } from '../../../lib/model/check-case.ts';
import { answering, answeringEach, idOf, inSubscription, refused, resource } from '../cases/subscription.ts';

const storage = 'Microsoft.Storage/storageAccounts';
const sql = 'Microsoft.Sql/servers';
const sites = 'Microsoft.Web/sites';
const clusters = 'Microsoft.ContainerService/managedClusters';
const vaults = 'Microsoft.KeyVault/vaults';

const rule = (name: string, startIpAddress: string, endIpAddress = startIpAddress): object => ({
  name,
  properties: { startIpAddress, endIpAddress },
});
const servers = (rules: Readonly<Record<string, readonly object[]>>): CheckCase['given'] =>
  inSubscription(
    answering(sql, ...Object.keys(rules).map((name) => resource(sql, name, { publicNetworkAccess: 'Enabled' }))),
    answeringEach(
      `${sql}/firewallRules`,
      Object.fromEntries(Object.entries(rules).map(([name, list]) => [idOf(sql, name), list])),
    ),
  );
const app = (config: object, properties: object = {}): CheckCase['given'] =>
  inSubscription(
    answering(sites, resource(sites, 'app', { httpsOnly: true, ...properties })),
    answeringEach(`${sites}/config`, { [idOf(sites, 'app')]: [{ name: 'web', properties: config }] }),
  );
const office = { name: 'office', ipAddress: '198.51.100.0/24', action: 'Allow', priority: 100 };
const https = { protocol: 'tcp', fromPort: 443, toPort: 443 } as const;

export const cases: readonly CheckCase[] = [
  {
    name: {
      ja: 'ストレージ: 全開、接続元を限定、無効、設定なし、将来の値',
      en: 'Storage: open, open to one block, disabled, nothing said, a word from the future',
    },
    given: inSubscription(
      answering(
        storage,
        resource(storage, 'open', { publicNetworkAccess: 'Enabled', networkAcls: { defaultAction: 'Allow' } }),
        resource(storage, 'office', {
          networkAcls: { defaultAction: 'Deny', ipRules: [{ value: '198.51.100.0/24', action: 'Allow' }] },
        }),
        resource(storage, 'disabled', { publicNetworkAccess: 'Disabled', networkAcls: { defaultAction: 'Allow' } }),
        resource(storage, 'silent'),
        resource(storage, 'future', { publicNetworkAccess: 'SomeOfThem' }),
      ),
    ),
    expect: { open: 'fail', office: 'pass', disabled: 'pass', silent: 'fail', future: 'unknown' },
  },
  {
    name: {
      ja: 'SQL: ほぼ全世界の規則、Azure全体、2つの規則で半分ずつ、自社だけ、規則なし',
      en: 'SQL: a rule for nearly the whole world, for Azure, two halves, one office, no rule',
    },
    given: servers({
      world: [rule('all', '0.0.0.1', '255.255.255.254')],
      azure: [rule('AllowAllWindowsAzureIps', '0.0.0.0')],
      halves: [rule('low', '1.0.0.0', '127.255.255.255'), rule('high', '128.0.0.0', '223.255.255.255')],
      office: [rule('office', '198.51.100.1', '198.51.100.9')],
      none: [],
    }),
    expect: { world: 'fail', azure: 'fail', halves: 'fail', office: 'pass', none: 'pass' },
  },
  {
    name: { ja: 'SQLの規則が読めない', en: 'The rules of SQL servers were refused' },
    given: refused(servers({ world: [rule('all', '0.0.0.0', '255.255.255.255')] }), `${sql}/firewallRules`),
    expect: { world: 'unknown' },
  },
  {
    name: {
      ja: 'Webアプリは制限し、SCMサイトの規則を忘れている',
      en: 'A web app that is restricted, with a deployment site that is not',
    },
    given: app({ ipSecurityRestrictions: [office] }),
    expect: { app: 'pass', scm: 'fail' },
  },
  {
    name: {
      ja: '基準が443を許していれば、全開のWebアプリは合格',
      en: 'An open web app passes where the standard allows 443; its deployment site does not',
    },
    given: app({ scmIpSecurityRestrictionsUseMain: true }),
    standard: { allowedPorts: [https] },
    expect: { app: 'pass', scm: 'fail' },
  },
  {
    name: { ja: '443しか許さない基準で、80も開いている', en: 'The standard allows 443, and 80 is open as well' },
    given: app({ ipSecurityRestrictions: [], scmIpSecurityRestrictions: [office] }, { httpsOnly: false }),
    standard: { allowedPorts: [https] },
    expect: { app: 'fail', scm: 'pass' },
  },
  {
    name: {
      ja: 'プライベートエンドポイントのあるWebアプリは既定で閉じる',
      en: 'A web app to which a private endpoint leads is closed by default',
    },
    given: app({}, { privateEndpointConnections: [{ id: 'pe' }] }),
    expect: { app: 'pass', scm: 'pass' },
  },
  {
    name: {
      ja: 'AKS: 制限なし、自身の送信元アドレスだけ、プライベート',
      en: 'AKS: no limit, its own outbound address alone, private',
    },
    given: inSubscription(
      answering(
        clusters,
        resource(clusters, 'open'),
        resource(clusters, 'own', { apiServerAccessProfile: { authorizedIPRanges: ['0.0.0.0/32'] } }),
        resource(clusters, 'private', { apiServerAccessProfile: { enablePrivateCluster: true } }),
      ),
    ),
    expect: { open: 'fail', own: 'pass', private: 'pass' },
  },
  {
    name: { ja: 'キーコンテナーの一覧が読めない', en: 'The key vaults were refused' },
    given: refused(inSubscription(), vaults),
    expect: { 'key-vault': 'unknown' },
  },
];
