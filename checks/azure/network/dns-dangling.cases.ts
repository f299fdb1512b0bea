import type { CaseSnapshot, CheckCase } from '../../../lib/model/check-case.ts';
import { answering, idOf, inSubscription, refused, resource, subscription } from '../cases/subscription.ts';

const zones = 'Microsoft.Network/dnsZones';
const holders = 'Microsoft.Resources/resources/hostNames';
const webNames = 'Microsoft.Web/checknameavailability';
const storageNames = 'Microsoft.Storage/checknameavailability';
const zoneId = idOf(zones, 'example.com');
const elsewhere = '/subscriptions/9ab5c71b-0000-4000-8000-0000000000ff/resourceGroups/hub/providers';
const addresses = 'Microsoft.Network/publicIPAddresses';

const record = (type: string, name: string, properties: object) => ({
  id: `${zoneId}/${type}/${name}`,
  name,
  properties,
});
const cname = (name: string, target: string) => record('CNAME', name, { CNAMERecord: { cname: target } });
const taken = { nameAvailable: false, reason: 'AlreadyExists' };

interface Answers {
  readonly cnames?: readonly object[];
  readonly aliases?: readonly object[];
  readonly proofs?: readonly string[];
  /** Hosts that resources hold which the scan sees. */
  readonly held?: readonly string[];
  /** What Azure says of names. */
  readonly apps?: Readonly<Record<string, object>>;
  readonly accounts?: Readonly<Record<string, object>>;
  readonly labels?: Readonly<Record<string, boolean>>;
  readonly services?: Readonly<Record<string, object>>;
}

const answersOf = (names: Readonly<Record<string, object>> = {}, more: object = {}) =>
  Object.entries(names).map(([name, output]) => ({ input: { name, ...more }, output }));

/** A public zone with these records, a private one, and what was told of their names. */
function zone(given: Answers): CaseSnapshot {
  const { cnames = [], aliases = [], proofs = [], held = [], labels = {} } = given;
  return inSubscription(
    answering(zones, resource(zones, 'example.com', {}), resource(zones, 'corp.local', { zoneType: 'Private' })),
    answering(`${zones}/CNAME`, ...cnames),
    answering(`${zones}/A`, ...aliases),
    answering(`${zones}/TXT`, ...proofs.map((name) => record('TXT', name, {}))),
    answering(
      holders,
      ...held.map((host) => ({ id: idOf('Microsoft.Web/sites', 'x'), type: 'Microsoft.Web/sites', host })),
      { id: `${elsewhere}/${addresses}/pip-hub`, type: addresses },
    ),
    answering('Microsoft.Resources/resources', { id: idOf(addresses, 'pip-here'), type: addresses }),
    {
      [webNames]: answersOf(given.apps, { type: 'Microsoft.Web/sites' }),
      [storageNames]: answersOf(given.accounts, { type: 'Microsoft.Storage/storageAccounts' }),
      'Microsoft.ApiManagement/checkNameAvailability': answersOf(given.services),
      'Microsoft.Network/locations/checkDnsNameAvailability': Object.entries(labels).map(([label, available]) => ({
        input: { location: 'japaneast', domainNameLabel: label },
        output: { available },
      })),
    },
  );
}

export const cases: readonly CheckCase[] = [
  {
    name: {
      ja: 'App Service: 空いている名前、自組織の名前、ほかの誰かの名前、取得できない名前',
      en: 'App Service: names that are free, the own, somebody else’s, and one that Azure gives to nobody',
    },
    given: zone({
      cnames: [
        cname('shop', 'Contoso-Shop.azurewebsites.net.'),
        cname('portal', 'contoso-portal.azurewebsites.net'),
        cname('partner', 'partner-app.azurewebsites.net'),
        cname('odd', 'microsoft-odd.azurewebsites.net'),
        cname('*.apps', 'contoso-apps.azurewebsites.net'),
      ],
      held: ['contoso-portal.azurewebsites.net'],
      apps: {
        'contoso-shop': { nameAvailable: true },
        'partner-app': taken,
        'microsoft-odd': { nameAvailable: false, reason: 'Invalid', message: 'reserved' },
        'contoso-apps': { nameAvailable: true },
      },
    }),
    expect: {
      shop: 'fail',
      portal: 'pass',
      partner: 'unknown',
      odd: 'unknown',
      '*.apps': 'fail',
    },
  },
  {
    name: {
      ja: 'App Service: asuidのTXTレコードが乗っ取りを防いでいる',
      en: 'App Service: an asuid record keeps others out, and the leftover is one still',
    },
    given: zone({
      cnames: [cname('shop', 'contoso-shop.azurewebsites.net')],
      proofs: ['asuid.shop'],
      apps: { 'contoso-shop': { nameAvailable: true } },
    }),
    expect: { shop: 'fail' },
  },
  {
    name: {
      ja: 'ストレージ、パブリックIPアドレス、API Management',
      en: 'Storage accounts, public addresses, API Management',
    },
    given: zone({
      cnames: [
        cname('files', 'contosofiles.blob.core.windows.net'),
        cname('site', 'contososite.z11.web.core.windows.net'),
        cname('vm', 'contoso-vm.japaneast.cloudapp.azure.com'),
        cname('vm2', 'contoso-vm2.japaneast.cloudapp.azure.com'),
        cname('api', 'contoso-api.azure-api.net'),
      ],
      // One account answers at several hosts.
      held: ['contososite.blob.core.windows.net'],
      accounts: { contosofiles: { nameAvailable: true } },
      labels: { 'contoso-vm': true, 'contoso-vm2': false },
      services: { 'contoso-api': { nameAvailable: true, reason: 'Valid' } },
    }),
    expect: {
      files: 'fail',
      site: 'pass',
      vm: 'fail',
      vm2: 'unknown',
      api: 'fail',
    },
  },
  {
    name: {
      ja: '閲覧者が尋ねられない名前は、自組織のリソースが持てば合格、なければ不明',
      en: 'Names that no reader may ask about pass where an own resource holds them, and are unknown else',
    },
    given: zone({
      cnames: [
        cname('www', 'contoso.trafficmanager.net'),
        cname('old', 'contoso-old.trafficmanager.net'),
        cname('cdn', 'contoso-cdn.azureedge.net'),
        cname('front', 'contoso-front.azurefd.net'),
        cname('box', 'contoso-box.japaneast.azurecontainer.io'),
      ],
      held: ['contoso.trafficmanager.net'],
    }),
    expect: {
      www: 'pass',
      old: 'unknown',
      cdn: 'unknown',
      front: 'unknown',
      box: 'unknown',
    },
  },
  {
    name: {
      ja: 'ハッシュの付いた既定のホスト名、ほかのサービス、アドレスは判定しない',
      en: 'Host names with a hash, other services and addresses are not judged',
    },
    given: zone({
      cnames: [
        cname('shop', 'contoso-shop-a6gqaeashthkhkeu.japaneast-01.azurewebsites.net'),
        cname('front', 'contoso-a1b2c3d4e5f6a7b8.z01.azurefd.net'),
        cname('vm', 'contoso.a1b2c3d4.japaneast.cloudapp.azure.com'),
        cname('www', 'www.example.net'),
      ],
      aliases: [record('A', 'mail', { ARecords: [{ ipv4Address: '203.0.113.9' }] })],
    }),
    expect: { 'example.com': 'pass' },
  },
  {
    name: {
      ja: 'エイリアス: 指すリソースがある、ない、ほかのサブスクリプションにある、見えない、空になった',
      en: 'Aliases: of a resource that is there, gone, of another subscription, not visible; and empty ones',
    },
    given: zone({
      cnames: [record('CNAME', 'www-empty', { targetResource: {} })],
      aliases: [
        record('A', 'here', { targetResource: { id: idOf(addresses, 'pip-here') } }),
        record('A', 'gone', { targetResource: { id: idOf(addresses, 'pip-gone') } }),
        record('A', 'hub', { targetResource: { id: `${elsewhere}/${addresses}/pip-hub` } }),
        record('A', 'hidden', { targetResource: { id: `${elsewhere}/${addresses}/pip-hidden` } }),
        record('A', '@', { targetResource: { id: `${zoneId}/A/here` } }),
        record('A', 'empty', { ARecords: [], targetResource: {} }),
        record('A', 'silent', { targetResource: {} }),
      ],
    }),
    expect: {
      here: 'pass',
      gone: 'fail',
      hub: 'pass',
      hidden: 'unknown',
      empty: 'fail',
      silent: 'unknown',
      'www-empty': 'fail',
      '@': 'pass',
    },
  },
  {
    name: { ja: '名前の空きを尋ねられなかった', en: 'Whether names are free was refused' },
    given: refused(
      zone({
        cnames: [
          cname('shop', 'contoso-shop.azurewebsites.net'),
          cname('files', 'contosofiles.blob.core.windows.net'),
          cname('portal', 'contoso-portal.azurewebsites.net'),
        ],
        held: ['contoso-portal.azurewebsites.net'],
        accounts: { contosofiles: { nameAvailable: true } },
      }),
      webNames,
    ),
    expect: { shop: 'unknown', files: 'fail', portal: 'pass' },
  },
  {
    name: {
      ja: '自組織のリソースを探せなければ、空いている名前だけが分かる',
      en: 'Where own resources were not looked for, only free names are known',
    },
    given: refused(
      zone({
        cnames: [
          cname('shop', 'contoso-shop.azurewebsites.net'),
          cname('portal', 'contoso-portal.azurewebsites.net'),
          cname('www', 'contoso.trafficmanager.net'),
        ],
        apps: { 'contoso-shop': { nameAvailable: true }, 'contoso-portal': taken },
      }),
      holders,
    ),
    expect: { shop: 'fail', portal: 'unknown', www: 'unknown' },
  },
  {
    name: { ja: '空きの回答が、はいでもいいえでもない', en: 'An answer that says neither yes nor no' },
    given: zone({ cnames: [cname('shop', 'contoso-shop.azurewebsites.net')], apps: { 'contoso-shop': {} } }),
    expect: { shop: 'unknown' },
  },
  {
    name: { ja: 'レコードの取得を拒否された', en: 'The records were refused' },
    given: refused(zone({}), `${zones}/CNAME`),
    expect: { 'example.com': 'unknown' },
  },
  {
    name: { ja: 'ゾーンの取得を拒否された', en: 'The zones were refused' },
    given: refused(zone({}), zones),
    expect: { [subscription]: 'unknown' },
  },
];
