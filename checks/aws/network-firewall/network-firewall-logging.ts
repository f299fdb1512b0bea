import { awsResource } from '../../../lib/model/aws/aws-resource.ts';
import type { NetworkFirewall } from '../../../lib/model/aws/network-firewall.ts';
import { defineCheck } from '../../../lib/model/check.ts';
import { command } from '../../../lib/model/command.ts';
import type { Judgement } from '../../../lib/model/judgement.ts';
import type { Resource } from '../../../lib/model/resource.ts';

export default defineCheck({
  id: 'aws-network-firewall-logging',
  clauses: ['11.1'],
  severity: 'medium',
  title: {
    ja: 'ファイアウォールのログが取得されていない',
    en: 'A network firewall does not log',
  },
  why: {
    ja: 'AWS Network Firewallは、ログを設定しないと、検知や遮断をしても記録を残しません。侵入の試みに気付けず、後から調べることもできません。アラートログとフローログの両方が設定されていれば適合とします。',
    en: 'AWS Network Firewall keeps no record of what it detects or drops unless logging is configured: nobody notices an attempt, and nobody can look into it afterwards. A firewall passes that writes both alert and flow logs.',
  },
  fix: {
    ja: 'アラートログとフローログを、S3、CloudWatch Logs、Firehoseのいずれかに保存します。',
    en: 'Write alert and flow logs to S3, CloudWatch Logs or Firehose.',
  },
  reads: ['aws.networkFirewalls'],
  find: ({ 'aws.networkFirewalls': firewalls }, { unit }) =>
    firewalls.map((firewall) => {
      const { arn, name } = firewall;
      return judge(firewall, awsResource(unit, { type: 'network-firewall', id: arn, name }));
    }),
});

function judge({ arn, name, logs }: NetworkFirewall, resource: Resource): Judgement {
  const operation = 'network-firewall:DescribeLoggingConfiguration';
  if (!logs) {
    const message = 'the logging configuration was not read';
    return { status: 'unknown', resource, unread: { operation, code: 'NotCollected', message } };
  }
  const [missing, ...more] = ['ALERT', 'FLOW'].filter((kind) => !logs.includes(kind));
  if (missing === undefined) return { status: 'pass', resource };
  const kinds = [missing, ...more].join(', ');
  return {
    status: 'fail',
    resource,
    detail: {
      ja: `ファイアウォール ${name} は、ログ（${kinds}）を記録していません。`,
      en: `The firewall ${name} does not write these logs: ${kinds}.`,
    },
    evidence: [
      {
        what: {
          ja: `設定されているログ: ${logs.join(', ') || 'なし'}`,
          en: `Logs that are configured: ${logs.join(', ') || 'none'}`,
        },
        operation,
        ref: `${arn}#LogDestinationConfigs`,
      },
    ],
    // One call adds or changes a single destination, and has to repeat those that are there: the console does.
    remediation: [
      {
        kind: 'aws-cli',
        text: command`aws network-firewall describe-logging-configuration --region ${resource.region} --firewall-arn ${arn} --query LoggingConfiguration > logging.json`,
      },
      {
        kind: 'console',
        text: {
          ja: `logging.json の LogDestinationConfigs に、LogType が ${kinds} の出力先を加えます（1回の更新で1件）。`,
          en: `Add a destination with LogType ${kinds} to LogDestinationConfigs of logging.json, one at each update.`,
        },
      },
      {
        kind: 'aws-cli',
        text: command`aws network-firewall update-logging-configuration --region ${resource.region} --firewall-arn ${arn} --logging-configuration file://logging.json`,
      },
    ],
  };
}
