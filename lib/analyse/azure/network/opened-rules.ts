import type { OpenedByRule } from '../../../model/azure/exposures.ts';
import type { AzureRule, NetworkSecurityGroup } from '../../../model/azure/network-security-group.ts';
import type { Family } from '../../../model/network/exposure.ts';
import type { Unread } from '../../../model/unread.ts';
import { clients, isWorldwide, type ServiceTags } from './client-space.ts';
import type { NetworkScope } from './network-scope.ts';
import { piecesOf } from './port-pieces.ts';
import { decide, decidingRule, protocols, type Match } from './rule-passages.ts';

const nowhere: NetworkScope = {
  key: 'nowhere',
  own: { ipv4: [], ipv6: [] },
  internet: clients,
  answered: clients,
};
const unclear: Unread = { operation: 'Microsoft.Network/networkSecurityGroups', code: 'NotUnderstood', message: '' };

/**
 * What a group opens to the internet by itself, wherever it is attached: for each range of ports the rule that decides.
 * A Deny for some destinations only keeps the others open.
 */
export function openedRules({ inbound }: NetworkSecurityGroup, tags: ServiceTags): readonly OpenedByRule[] {
  const matched = inbound.map(({ access, destinations }): Match =>
    access === 'deny' && !destinations.some((each) => each === '*' || each === 'any' || each === 'virtualnetwork')
      ? 'no'
      : 'yes',
  );
  return familiesOf(inbound).flatMap((family) =>
    protocols.flatMap((protocol) => {
      const question = { rules: inbound, matched, scope: nowhere, family, protocol, tags };
      const { sure } = decide({ ...question, from: clients[family], unclear });
      return sure.flatMap(({ fromPort, toPort, sources }): readonly OpenedByRule[] => {
        const [first] = sources;
        if (!first || !isWorldwide(sources, family)) return [];
        const edges = inbound.flatMap(({ destinationPorts }) => destinationPorts);
        return piecesOf({ fromPort, toPort }, edges).flatMap((piece) => {
          const rule = decidingRule(question, piece.fromPort, first.first);
          return rule ? [{ family, protocol, ...piece, ruleId: rule.id }] : [];
        });
      });
    }),
  );
}

/** Words mean both families, so that IPv6 is asked about only where a rule is about one of the two alone. */
function familiesOf(rules: readonly AzureRule[]): readonly Family[] {
  const isApart = rules.some(({ access, sources }) =>
    sources.some((word) => word.includes(':') || (access !== 'allow' && word.includes('.') && word.includes('/'))),
  );
  return isApart ? ['ipv4', 'ipv6'] : ['ipv4'];
}
