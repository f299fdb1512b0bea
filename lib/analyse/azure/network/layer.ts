import { armName } from '../../../model/azure/arm-id.ts';
import type { AzureRule } from '../../../model/azure/network-security-group.ts';
import type { Hop } from '../../../model/network/hop.ts';
import { isEveryPort, portRangeText } from '../../../model/network/port-range.ts';
import type { Unread } from '../../../model/unread.ts';
import type { Match } from './rule-passages.ts';

/** A list of rules that stands on the way. */
export interface Layer {
  readonly id: string;
  readonly kind: 'security-admin-rule' | 'network-security-group';
  readonly rules: readonly AzureRule[];
  readonly matched: readonly Match[];
  /** Tells what matched apart: a thousand words make a long key. */
  readonly pattern: number;
}

/** What tells of the rules of a layer. */
export const layerOperations = {
  'security-admin-rule': 'Microsoft.Network/effectiveSecurityAdminRules',
  'network-security-group': 'Microsoft.Network/networkSecurityGroups',
} as const;

/** Why a layer's decision is in doubt. */
export function unclearLayer({ id, kind }: Layer): Unread {
  const message = `a rule of ${armName(id)} says something that this version does not understand, or names addresses that are not known`;
  return { operation: layerOperations[kind], code: 'NotUnderstood', message };
}

/** A layer as a hop of a path, with the rule that lets in. */
export function layerHop({ id, kind }: Layer, rule: AzureRule | undefined): Hop {
  return {
    kind,
    id,
    name: armName(id),
    operation: layerOperations[kind],
    ...(rule && { rule: ruleText(rule), ruleId: rule.id }),
  };
}

/** A rule in its own words: `allow-ssh (100 allow tcp 22 from internet)`. */
function ruleText({ name, priority, access, protocol, sources, destinationPorts }: AzureRule): string {
  const ports = destinationPorts.map((range) => (isEveryPort(range) ? '*' : portRangeText(range)));
  const from = sources.length > 3 ? `${sources.slice(0, 3).join(', ')} …` : sources.join(', ');
  return `${name} (${priority} ${access} ${protocol} ${ports.join(',')} ← ${from})`;
}
