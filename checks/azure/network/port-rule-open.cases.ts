import type { CheckCase } from '../../../lib/model/check-case.ts';
import { group, machine, network, rule, subnet } from '../cases/network.ts';
import { inSubscription, refused, subscription } from '../cases/subscription.ts';

const app = network(subnet('app'));
const given = inSubscription(app, group(rule('ssh', 100, 'Allow', '22')), machine({ group: true }));

export const cases: readonly CheckCase[] = [
  {
    name: {
      ja: 'パブリックIPアドレスのない仮想マシンのグループ',
      en: 'The group of a machine without a public address',
    },
    given,
    expect: { web: 'fail' },
  },
  {
    name: { ja: '使われていないグループ', en: 'A group that nothing uses' },
    given: inSubscription(app, group(rule('ssh', 100, 'Allow', '22', '*')), machine()),
    expect: { web: 'fail' },
  },
  {
    name: { ja: '到達できるポートは azure-port-exposed が扱う', en: 'What is reached is for azure-port-exposed' },
    given: inSubscription(app, group(rule('ssh', 100, 'Allow', '22')), machine({ address: 'Standard', group: true })),
    expect: { web: 'pass' },
  },
  {
    name: { ja: '半分ずつの範囲は合わせて全世界になる', en: 'Two halves are the world together' },
    given: inSubscription(
      app,
      group(
        rule('halves', 100, 'Allow', '22', '', {
          sourceAddressPrefix: undefined,
          sourceAddressPrefixes: ['0.0.0.0/1', '128.0.0.0/1'],
        }),
      ),
      machine({ group: true }),
    ),
    expect: { web: 'fail' },
  },
  {
    name: { ja: '拒否規則に隠れた許可', en: 'An Allow behind a Deny' },
    given: inSubscription(
      app,
      group(rule('no', 100, 'Deny', '*', '*'), rule('ssh', 200, 'Allow', '22')),
      machine({ group: true }),
    ),
    expect: { web: 'pass' },
  },
  {
    name: { ja: '送信元を絞った規則', en: 'A rule with few sources' },
    given: inSubscription(app, group(rule('office', 100, 'Allow', '22', '198.51.100.0/24')), machine({ group: true })),
    expect: { web: 'pass' },
  },
  {
    name: { ja: 'この版より新しい語を含む規則', en: 'A rule with a word that is newer than this version' },
    given: inSubscription(app, group(rule('new', 100, 'Inspect', '22')), machine({ group: true })),
    expect: { web: 'unknown' },
  },
  {
    name: { ja: 'グループの取得を拒否された', en: 'The groups were refused' },
    given: refused(given, 'Microsoft.Network/networkSecurityGroups'),
    expect: { [subscription]: 'unknown' },
  },
];
