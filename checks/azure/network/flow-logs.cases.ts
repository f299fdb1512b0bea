import type { CheckCase } from '../../../lib/model/check-case.ts';
import { answering, idOf, inSubscription, refused, resource } from '../cases/subscription.ts';

const networks = 'Microsoft.Network/virtualNetworks';
const logs = 'Microsoft.Network/networkWatchers/flowLogs';
const groups = 'Microsoft.Network/networkSecurityGroups';

/** A network with two subnets in use, the second behind a group. */
const network = (name: string, used = true): object => {
  const ipConfigurations = used ? [{ id: 'nic' }] : [];
  const subnet = (own: string, group?: string): object => ({
    id: `${idOf(networks, name)}/subnets/${own}`,
    name: own,
    properties: { ipConfigurations, ...(group && { networkSecurityGroup: { id: idOf(groups, group) } }) },
  });
  return resource(networks, name, { subnets: [subnet('a'), subnet('b', `${name}-group`)] });
};
const log = (name: string, targetResourceId: string, enabled = true): object =>
  resource(logs, name, { targetResourceId, enabled });

export const cases: readonly CheckCase[] = [
  {
    name: {
      ja: 'ネットワークの記録、サブネットとNSGの記録、一部だけ、無効、なし、未使用',
      en: 'Logged as a whole, by subnet and group, in part, disabled, not at all, not in use',
    },
    given: inSubscription(
      answering(
        networks,
        ...['whole', 'parts', 'half', 'off', 'dark'].map((name) => network(name)),
        network('idle', false),
      ),
      answering(
        logs,
        log('whole', idOf(networks, 'WHOLE')),
        log('parts-a', `${idOf(networks, 'parts')}/subnets/a`),
        log('parts-b', idOf(groups, 'parts-group')),
        log('half', `${idOf(networks, 'half')}/subnets/a`),
        log('off', idOf(networks, 'off'), false),
      ),
    ),
    expect: { whole: 'pass', parts: 'pass', half: 'fail', off: 'fail', dark: 'fail' },
  },
  {
    name: { ja: 'フローログが読めない', en: 'The flow logs were refused' },
    given: refused(inSubscription(answering(networks, network('dark'))), logs),
    expect: { '5ab5c71b-0000-4000-8000-000000000001': 'unknown' },
  },
];
