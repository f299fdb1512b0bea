import type { AzureRule, NetworkSecurityGroup } from '../../model/azure/network-security-group.ts';
import type { PartDefinition } from '../part.ts';
import { itemsOf, type JsonObject } from '../json-object.ts';
import { childrenIn, namedIn, propertiesIn, referencesIn } from './arm-resource.ts';
import { everyPort } from '../../model/network/port-range.ts';
import { isInbound, securityRule } from './security-rule.ts';

const operation = 'Microsoft.Network/networkSecurityGroups';

/** Network security groups with what they say of traffic that comes in. */
export const networkSecurityGroups: PartDefinition<'azure.networkSecurityGroups'> = {
  per: 'azure-subscription',
  operations: [operation],
  interpret: (answers) => itemsOf(answers, operation).map(groupOf),
};

function groupOf(group: JsonObject): NetworkSecurityGroup {
  const named = namedIn(group);
  const properties = propertiesIn(group);
  const rules = (field: string): readonly AzureRule[] =>
    childrenIn(properties, field, named.id)
      .filter((rule) => isInbound(rule.properties))
      .map((rule) => securityRule(rule.id, rule.name, rule.properties));
  const own = rules('securityRules');
  const defaults = rules('defaultSecurityRules');
  return {
    ...named,
    inbound: [...own, ...(defaults.length > 0 ? defaults : defaultRules(named.id))].toSorted(
      (a, b) => a.priority - b.priority,
    ),
    subnetIds: referencesIn(properties, 'subnets'),
    interfaceIds: referencesIn(properties, 'networkInterfaces'),
  };
}

/** The rules that every group has at its end ("Azure network security groups overview"), for answers that leave them out. */
function defaultRules(groupId: string): readonly AzureRule[] {
  const rule = (
    name: string,
    priority: number,
    access: AzureRule['access'],
    source: string,
    destination: string,
  ): AzureRule => ({
    id: `${groupId}/defaultSecurityRules/${name}`,
    name,
    priority,
    access,
    protocol: '*',
    sources: [source],
    sourceGroups: [],
    destinations: [destination],
    destinationGroups: [],
    destinationPorts: [everyPort],
  });
  return [
    rule('AllowVnetInBound', 65_000, 'allow', 'virtualnetwork', 'virtualnetwork'),
    rule('AllowAzureLoadBalancerInBound', 65_001, 'allow', 'azureloadbalancer', '*'),
    rule('DenyAllInBound', 65_500, 'deny', '*', '*'),
  ];
}
