import type { ListFirewallsResponse } from '@aws-sdk/client-network-firewall';
import { defineOperation } from '../operation.ts';

const region = { per: 'region', budget: 'workload' } as const;
const inputs = ({ Firewalls = [] }: ListFirewallsResponse): readonly { readonly FirewallArn: string }[] =>
  Firewalls.flatMap(({ FirewallArn }) => (FirewallArn ? [{ FirewallArn }] : []));

/** Firewalls of AWS Network Firewall, and where they log to. */
export const networkFirewallOperations = [
  defineOperation({
    ...region,
    id: 'network-firewall:ListFirewalls',
    absent: ['ENOTFOUND'],
    async call({ networkFirewall }, options, page) {
      const { ListFirewallsCommand } = await import('../sdk/network-firewall.ts');
      return (await networkFirewall).send(new ListFirewallsCommand({ MaxResults: 100, NextToken: page }), options);
    },
    next: (output) => output.NextToken,
  }),
  defineOperation({
    ...region,
    id: 'network-firewall:DescribeLoggingConfiguration',
    each: { of: ['network-firewall:ListFirewalls'], inputs },
    async call({ networkFirewall }, options, _page, { FirewallArn }) {
      const { DescribeLoggingConfigurationCommand } = await import('../sdk/network-firewall.ts');
      return (await networkFirewall).send(new DescribeLoggingConfigurationCommand({ FirewallArn }), options);
    },
  }),
];
