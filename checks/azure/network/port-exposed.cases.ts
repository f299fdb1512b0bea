import type { CheckCase } from '../../../lib/model/check-case.ts';
import { detour, detourId, group, groupId, machine, network, rule, subnet } from '../cases/network.ts';
import { answering, idOf, inSubscription, refused, resource, subscription } from '../cases/subscription.ts';

const app = network(subnet('app'));
const ssh = group(rule('ssh', 100, 'Allow', '22'));
const exposed = inSubscription(app, ssh, machine({ address: 'Standard', group: true }));
const balancer = idOf('Microsoft.Network/loadBalancers', 'lb1');
const pool = `${balancer}/backendAddressPools/be`;
const balanced = answering(
  'Microsoft.Network/loadBalancers',
  resource(
    'Microsoft.Network/loadBalancers',
    'lb1',
    {
      frontendIPConfigurations: [
        {
          name: 'fe',
          id: `${balancer}/frontendIPConfigurations/fe`,
          properties: { publicIPAddress: { id: idOf('Microsoft.Network/publicIPAddresses', 'pip1') } },
        },
      ],
      backendAddressPools: [{ name: 'be', id: pool, properties: {} }],
      loadBalancingRules: [
        {
          name: 'rdp',
          id: `${balancer}/loadBalancingRules/rdp`,
          properties: {
            frontendIPConfiguration: { id: `${balancer}/frontendIPConfigurations/fe` },
            backendAddressPool: { id: pool },
            protocol: 'Tcp',
            frontendPort: 33_890,
            backendPort: 3389,
          },
        },
      ],
    },
    { sku: { name: 'Standard' } },
  ),
);
const inPool = machine({
  group: true,
  nic: {
    ipConfigurations: [
      {
        name: 'ipconfig1',
        id: `${idOf('Microsoft.Network/networkInterfaces', 'nic1')}/ipConfigurations/ipconfig1`,
        properties: {
          privateIPAddress: '10.0.0.4',
          subnet: { id: `${idOf('Microsoft.Network/virtualNetworks', 'hub')}/subnets/app` },
          loadBalancerBackendAddressPools: [{ id: pool }],
        },
      },
    ],
  },
});

export const cases: readonly CheckCase[] = [
  {
    name: { ja: 'SSHが全世界から到達できる', en: 'SSH is reached from the world' },
    given: exposed,
    expect: { vm1: 'fail' },
  },
  {
    name: { ja: '優先度の高い拒否規則が先に効く', en: 'A Deny of higher priority comes first' },
    given: inSubscription(
      app,
      group(rule('no', 100, 'Deny', '*'), rule('ssh', 200, 'Allow', '22')),
      machine({ address: 'Standard', group: true }),
    ),
    expect: { vm1: 'pass' },
  },
  {
    name: { ja: 'サブネットのグループが許可しない', en: 'The group of the subnet does not allow it' },
    given: inSubscription(
      network(
        subnet('app', { networkSecurityGroup: { id: idOf('Microsoft.Network/networkSecurityGroups', 'closed') } }),
      ),
      answering(
        'Microsoft.Network/networkSecurityGroups',
        resource('Microsoft.Network/networkSecurityGroups', 'web', {
          securityRules: [rule('ssh', 100, 'Allow', '22')],
        }),
        resource('Microsoft.Network/networkSecurityGroups', 'closed'),
      ),
      machine({ address: 'Standard', group: true }),
    ),
    expect: { vm1: 'pass' },
  },
  {
    name: { ja: 'Basic SKUでグループがない', en: 'The SKU Basic, and no group' },
    given: inSubscription(app, machine({ address: 'Basic' })),
    expect: { vm1: 'fail' },
  },
  {
    name: { ja: 'Standard SKUでグループがない', en: 'The SKU Standard, and no group' },
    given: inSubscription(app, machine({ address: 'Standard' })),
    expect: { vm1: 'pass' },
  },
  {
    name: { ja: 'ロードバランサー経由でRDPに到達できる', en: 'RDP is reached through a load balancer' },
    given: inSubscription(
      app,
      group(rule('rdp', 100, 'Allow', '3389')),
      inPool,
      balanced,
      answering(
        'Microsoft.Network/publicIPAddresses',
        resource(
          'Microsoft.Network/publicIPAddresses',
          'pip1',
          { ipAddress: '20.0.0.20' },
          { sku: { name: 'Standard' } },
        ),
      ),
    ),
    expect: { vm1: 'fail' },
  },
  {
    name: { ja: '応答が仮想アプライアンスへ送られる', en: 'Answers are sent to an appliance' },
    given: inSubscription(
      network(subnet('app', { routeTable: { id: detourId } })),
      detour(),
      ssh,
      machine({ address: 'Standard', group: true }),
    ),
    expect: { vm1: 'pass' },
  },
  {
    name: { ja: '停止中の仮想マシン', en: 'A machine that is stopped' },
    given: inSubscription(app, ssh, machine({ address: 'Standard', group: true, runs: false })),
    expect: { vm1: 'fail' },
  },
  {
    name: { ja: 'AzureCloudからの接続はどのAzure利用者にも開いている', en: 'AzureCloud is every customer of Azure' },
    given: inSubscription(
      app,
      group(rule('cloud', 100, 'Allow', '22', 'AzureCloud')),
      machine({ address: 'Standard', group: true }),
    ),
    expect: { vm1: 'fail' },
  },
  {
    name: { ja: '許可ポートに登録されたポート', en: 'A port that the standard allows' },
    given: inSubscription(app, group(rule('web', 100, 'Allow', '443')), machine({ address: 'Standard', group: true })),
    standard: { allowedPorts: [{ protocol: 'tcp', fromPort: 443, toPort: 443 }] },
    expect: { vm1: 'pass' },
  },
  {
    name: { ja: '別のサブスクリプションのグループは読めない', en: 'A group of another subscription was not read' },
    given: inSubscription(
      app,
      machine({ address: 'Standard', nic: { networkSecurityGroup: { id: groupId.replace('/app/', '/other/') } } }),
    ),
    expect: { vm1: 'unknown' },
  },
  {
    name: { ja: 'インターフェイスの取得を拒否された', en: 'The interfaces were refused' },
    given: refused(exposed, 'Microsoft.Network/networkInterfaces'),
    expect: { [subscription]: 'unknown' },
  },
];
