import type { CheckCase } from '../../../lib/model/check-case.ts';
import { denied, inRegion } from '../cases/units.ts';

const arn = (name: string): string => `arn:aws:network-firewall:ap-northeast-1:111122223333:firewall/${name}`;
const logs = (name: string, ...kinds: readonly string[]): object => ({
  input: { FirewallArn: arn(name) },
  output: {
    FirewallArn: arn(name),
    LoggingConfiguration: {
      LogDestinationConfigs: kinds.map((LogType) => ({
        LogType,
        LogDestinationType: 'S3',
        LogDestination: { bucketName: 'logs' },
      })),
    },
  },
});
const given = inRegion({
  'network-firewall:ListFirewalls': {
    Firewalls: ['both', 'alert', 'none', 'never', 'unread'].map((name) => ({
      FirewallName: name,
      FirewallArn: arn(name),
    })),
  },
  'network-firewall:DescribeLoggingConfiguration': [
    logs('both', 'ALERT', 'FLOW'),
    logs('alert', 'ALERT'),
    logs('none'),
    { input: { FirewallArn: arn('never') }, output: { FirewallArn: arn('never') } },
  ],
});

export const cases: readonly CheckCase[] = [
  {
    name: {
      ja: '両方のログ、アラートだけ、空の設定、設定なし、設定を読めない',
      en: 'Both logs, alerts alone, an empty configuration, none at all, configuration unread',
    },
    given,
    expect: { both: 'pass', alert: 'fail', none: 'fail', never: 'fail', unread: 'unknown' },
  },
  {
    name: { ja: 'ファイアウォールの取得を拒否された', en: 'The firewalls were denied' },
    given: denied(given, 'network-firewall:ListFirewalls'),
    expect: { 'ap-northeast-1': 'unknown' },
  },
];
