import type { PartDefinition } from '../part.ts';
import { listOf, required } from '../shape.ts';
import { answerOf, answersBy } from './answer.ts';

const list = 'network-firewall:ListFirewalls';
const logging = 'network-firewall:DescribeLoggingConfiguration';

/** `aws.networkFirewalls`: the region's firewalls and what they log. */
export const networkFirewalls: PartDefinition<'aws.networkFirewalls'> = {
  per: 'aws-region',
  operations: [list],
  optional: [logging],
  interpret: (answers) => {
    const logs = answersBy(answers, logging, 'FirewallArn', ({ LoggingConfiguration }) =>
      listOf(LoggingConfiguration?.LogDestinationConfigs, 'LogDestinationConfigs').map(({ LogType }) =>
        required(LogType, 'LogType'),
      ),
    );
    return listOf(answerOf(answers, list).Firewalls, 'Firewalls').map(({ FirewallArn, FirewallName }) => {
      const arn = required(FirewallArn, 'FirewallArn');
      return { arn, name: FirewallName ?? arn, logs: logs.get(arn) };
    });
  },
};
