import type { AzureRule } from '../../model/azure/network-security-group.ts';
import { numberIn, wordIn, wordsIn, type JsonObject } from '../json-object.ts';
import { referencesIn } from './arm-resource.ts';
import { areSome, portRanges } from './port-ranges.ts';

/**
 * A rule of a network security group. Singular and plural fields mean the same and stand beside each other ("augmented
 * security rules"); nothing of either is any.
 */
export function securityRule(id: string, name: string, properties: JsonObject): AzureRule {
  const both = (singular: string, plural: string): readonly string[] => {
    const one = wordIn(properties, singular);
    return [...(one === undefined ? [] : [one]), ...wordsIn(properties, plural)];
  };
  const prefixes = (side: 'source' | 'destination'): readonly string[] =>
    both(`${side}AddressPrefix`, `${side}AddressPrefixes`).map((each) => each.trim().toLowerCase());
  const sourceGroups = referencesIn(properties, 'sourceApplicationSecurityGroups');
  const destinationGroups = referencesIn(properties, 'destinationApplicationSecurityGroups');
  const [sources, destinations] = [prefixes('source'), prefixes('destination')];
  const sourcePorts = portRanges(both('sourcePortRange', 'sourcePortRanges'));
  const ports = portRanges(both('destinationPortRange', 'destinationPortRanges'));
  return {
    id,
    name,
    priority: numberIn(properties, 'priority') ?? 65_500,
    access: ports.understood ? accessOf(wordIn(properties, 'access')) : 'unknown',
    protocol: protocolOf(wordIn(properties, 'protocol')),
    sources: sources.length + sourceGroups.length > 0 ? sources : ['*'],
    sourceGroups,
    destinations: destinations.length + destinationGroups.length > 0 ? destinations : ['*'],
    destinationGroups,
    destinationPorts: ports.ranges,
    ...(areSome(sourcePorts.ranges) && { sourcePorts: sourcePorts.ranges }),
  };
}

/** Words in any case; a word that is newer than this version stays unknown. */
export function accessOf(word: string | undefined): AzureRule['access'] {
  const known: Readonly<Record<string, AzureRule['access']>> = {
    allow: 'allow',
    deny: 'deny',
    alwaysallow: 'alwaysAllow',
  };
  return known[word?.toLowerCase() ?? ''] ?? 'unknown';
}

/** `tcp`, `udp`, `icmp` …, `*` for any. */
export function protocolOf(word: string | undefined): string {
  const lower = word?.toLowerCase() ?? '*';
  return lower === 'any' || lower === 'all' ? '*' : lower;
}

/** Whether a rule is about what comes in. */
export function isInbound(properties: JsonObject): boolean {
  return wordIn(properties, 'direction')?.toLowerCase() !== 'outbound';
}
