import { command } from '../command.ts';
import type { Remediation } from '../judgement.ts';
import type { Hop } from '../network/hop.ts';
import { armName, armParent, resourceGroupOf, subscriptionOf } from './arm-id.ts';

/**
 * The commands that close a way, the one that closes least first: the rule of a network security group that lets clients in;
 * then what forwards to the resource; then its public address.
 */
export function closeAzurePath(path: readonly Hop[]): readonly [Remediation, ...Remediation[]] {
  const isForwarded = path.some(({ kind }) => kind === 'load-balancer' || kind === 'firewall');
  const [rules, forwarding] = [
    path.flatMap(ruleCommand),
    path.flatMap((hop, at) => forwardingCommand(hop, path[at - 1])),
  ];
  // Behind what forwards, a rule may let in others as well: the forwarding goes first.
  const [first, ...rest] = isForwarded ? [...forwarding, ...rules] : [...rules, ...forwarding];
  return first ? [first, ...rest] : [detach(path)];
}

function ruleCommand({ kind, id, ruleId }: Hop): readonly Remediation[] {
  if (kind !== 'network-security-group' || ruleId === undefined || !/\/securityRules\//i.test(ruleId)) return [];
  return [deleteRule(id, ruleId)];
}

/** The command that deletes a rule of a network security group. */
export function deleteRule(groupId: string, ruleId: string): Remediation {
  const text = command`az network nsg rule delete --subscription ${subscriptionOf(groupId) ?? ''} --resource-group ${resourceGroupOf(groupId) ?? ''} --nsg-name ${armName(groupId)} --name ${armName(ruleId)}`;
  return { kind: 'azure-cli', text };
}

function forwardingCommand({ kind, id, name }: Hop, before: Hop | undefined): readonly Remediation[] {
  if (kind !== 'listener' || !before) return [];
  const [subscription, group, owner] = [subscriptionOf(id) ?? '', resourceGroupOf(id) ?? '', armName(before.id)];
  const place = command`--subscription ${subscription} --resource-group ${group}`;
  const named = name ?? armName(id);
  if (before.kind === 'firewall') return [dnatSteps(id, named, owner)];
  if (before.kind === 'application-gateway') {
    const listener = command`--gateway-name ${owner} --name ${named}`;
    const words = /\/httpListeners\//i.test(id) ? 'http-listener' : 'listener';
    return [{ kind: 'azure-cli', text: `az network application-gateway ${words} delete ${place} ${listener}` }];
  }
  if (before.kind !== 'load-balancer') return [];
  const isNat = /\/inboundNatRules\//i.test(id);
  const words = isNat ? 'inbound-nat-rule' : /\/inboundNatPools\//i.test(id) ? 'inbound-nat-pool' : 'rule';
  return [
    {
      kind: 'azure-cli',
      text: `az network lb ${words} delete ${place} ${command`--lb-name ${owner} --name ${named}`}`,
    },
  ];
}

/** A rule of a policy stands in a collection of a group: which one, its id does not say. */
function dnatSteps(id: string, rule: string, firewall: string): Remediation {
  const policy = /\/firewallPolicies\/([^/]+)\/ruleCollectionGroups\/([^/]+)/i.exec(id);
  const where = policy ? `${policy[1]} / ${policy[2]}` : firewall;
  return {
    kind: 'console',
    text: {
      ja: `Azureポータルで ${where} のDNAT規則 ${rule} を削除するか、送信元を必要な範囲に絞ります。`,
      en: `In the Azure portal delete the DNAT rule ${rule} of ${where}, or narrow its sources.`,
    },
  };
}

/** Takes the public address away from the configuration that carries it. */
function detach(path: readonly Hop[]): Remediation {
  const seat = path.find(({ kind }) => kind === 'network-interface');
  if (!seat || !/\/networkInterfaces\//i.test(seat.id)) return byHand(path);
  const card = armParent(seat.id);
  const text = command`az network nic ip-config update --subscription ${subscriptionOf(card) ?? ''} --resource-group ${resourceGroupOf(card) ?? ''} --nic-name ${armName(card)} --name ${armName(seat.id)} --remove publicIPAddress`;
  return { kind: 'azure-cli', text };
}

function byHand(path: readonly Hop[]): Remediation {
  const way = path.map(({ name, id }) => name ?? id).join(' → ');
  return {
    kind: 'console',
    text: {
      ja: `経路（${way}）のうち、不要な入口（パブリックIPアドレスや転送の規則）を取り除きます。`,
      en: `Remove what is not needed on the way (${way}): the public address, or the rule that forwards.`,
    },
  };
}
