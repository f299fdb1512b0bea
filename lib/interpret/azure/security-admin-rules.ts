import type { SecurityAdminRules } from '../../model/azure/network.ts';
import type { AzureRule } from '../../model/azure/network-security-group.ts';
import { subscriptionOf } from '../../model/azure/arm-id.ts';
import type { PartDefinition } from '../part.ts';
import { itemsOf, numberIn, objectIn, objectsIn, wordIn, wordsIn, type JsonObject } from '../json-object.ts';
import { everyPort } from '../../model/network/port-range.ts';
import { areSome, portRanges } from './port-ranges.ts';
import { accessOf, isInbound, protocolOf } from './security-rule.ts';

const operation = 'Microsoft.Network/effectiveSecurityAdminRules';

/**
 * The security admin rules that hold in each virtual network. Resource Graph and the API of networks write the same
 * objects, with names in other case ("listNetworkManagerEffectiveSecurityAdminRules").
 */
export const securityAdminRules: PartDefinition<'azure.securityAdminRules'> = {
  per: 'azure-subscription',
  operations: [operation],
  interpret: (answers) => itemsOf(answers, operation).map(rulesOfNetwork),
};

function rulesOfNetwork(row: JsonObject): SecurityAdminRules {
  const plain = camelCased(row) as JsonObject;
  const properties = objectIn(plain, 'properties') ?? plain;
  const id = wordIn(plain, 'virtualNetworkId') ?? wordIn(plain, 'id') ?? '';
  const network = /^(.*\/virtualNetworks\/[^/]+)/i.exec(id)?.[1];
  if (network === undefined || subscriptionOf(network) === undefined)
    throw new TypeError('effective security admin rules name no virtual network');
  const configurations = objectsIn(properties, 'effectiveSecurityAdminConfigurations');
  const rules = [
    ...objectsIn(plain, 'value'),
    ...objectsIn(properties, 'effectiveSecurityAdminRules'),
    ...configurations.flatMap((each) =>
      [...objectsIn(each, 'ruleCollections'), each].flatMap((one) => objectsIn(one, 'rules')),
    ),
  ];
  return {
    virtualNetworkId: network,
    rules: [...configurations.flatMap(missingRules), ...rules.flatMap(ruleOf)].toSorted(
      (a, b) => a.priority - b.priority,
    ),
  };
}

/**
 * Resource Graph names the configurations that hold, and not what they say ("List all virtual network managers impacting a
 * given virtual network"): a rule that nobody knows stands for those, and may decide everything.
 */
function missingRules(configuration: JsonObject): readonly AzureRule[] {
  const id = wordIn(configuration, 'id') ?? '';
  if (configuration['ruleCollections'] !== undefined || configuration['rules'] !== undefined) return [];
  return [
    {
      id,
      name: id.split('/').at(-1) ?? id,
      priority: 0,
      access: 'unknown',
      protocol: '*',
      sources: ['*'],
      sourceGroups: [],
      destinations: ['*'],
      destinationGroups: [],
      destinationPorts: [everyPort],
    },
  ];
}

function ruleOf(rule: JsonObject): readonly AzureRule[] {
  const properties = objectIn(rule, 'properties') ?? rule;
  if (!isInbound(properties)) return [];
  const id = wordIn(rule, 'id') ?? '';
  const prefixes = (field: string): readonly string[] => {
    const found = objectsIn(properties, field).flatMap((each) => wordIn(each, 'addressPrefix') ?? []);
    // No address at all is any ("Security admin rules").
    return found.length > 0 ? found.map((each) => each.toLowerCase()) : ['*'];
  };
  const sourcePorts = portRanges(wordsIn(properties, 'sourcePortRanges')).ranges;
  const ports = portRanges(wordsIn(properties, 'destinationPortRanges'));
  return [
    {
      id,
      name: id.split('/').at(-1) ?? id,
      priority: numberIn(properties, 'priority') ?? 0,
      access: ports.understood ? accessOf(wordIn(properties, 'access')) : 'unknown',
      protocol: protocolOf(wordIn(properties, 'protocol')),
      sources: prefixes('sources'),
      sourceGroups: [],
      destinations: prefixes('destinations'),
      destinationGroups: [],
      destinationPorts: ports.ranges,
      ...(areSome(sourcePorts) && { sourcePorts }),
    },
  ];
}

/** Field names with a small first letter, all the way down. */
function camelCased(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(camelCased);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name.charAt(0).toLowerCase() + name.slice(1), camelCased(each)]),
  );
}
