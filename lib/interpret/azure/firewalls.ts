import { armKey, armName } from '../../model/azure/arm-id.ts';
import type { AzureFirewall, DnatRule } from '../../model/azure/firewall.ts';
import type { Unread } from '../../model/unread.ts';
import type { PartDefinition } from '../part.ts';
import { given, itemsOf, objectIn, objectsIn, outputsOf, wordIn, wordsIn, type JsonObject } from '../json-object.ts';
import { childrenIn, namedIn, propertiesIn, referenceIn } from './arm-resource.ts';
import { portRange, portRanges } from './port-ranges.ts';

const firewallList = 'Microsoft.Network/azureFirewalls';
const policyList = 'Microsoft.Network/firewallPolicies';
const ruleGroups = 'Microsoft.Network/firewallPolicies/ruleCollectionGroups';

/** Azure Firewalls with the rules that translate addresses: their own, their policies', and those inherited from base policies. */
export const firewalls: PartDefinition<'azure.firewalls'> = {
  per: 'azure-subscription',
  operations: [firewallList],
  optional: [policyList, ruleGroups],
  interpret: (answers) => {
    const bases = new Map(
      (answers[policyList] === undefined ? [] : itemsOf(answers, policyList)).map((policy) => [
        armKey(namedIn(policy).id),
        referenceIn(propertiesIn(policy), 'basePolicy'),
      ]),
    );
    const groups = new Map(
      (answers[ruleGroups] === undefined ? [] : [...outputsOf(answers, ruleGroups)]).map(([id, output]) => [
        armKey(id),
        objectsIn(output, 'value'),
      ]),
    );
    const rulesOf = (policyId: string | undefined): Read => {
      const found: DnatRule[] = [];
      const seen = new Set<string>();
      for (let id = policyId; id !== undefined && !seen.has(armKey(id)); id = bases.get(armKey(id))) {
        seen.add(armKey(id));
        const own = groups.get(armKey(id));
        if (!own || !bases.has(armKey(id))) return { dnat: found, unread: missing(id) };
        found.push(...own.flatMap(rulesOfGroup));
      }
      return { dnat: found };
    };
    return { firewalls: itemsOf(answers, firewallList).map((each) => firewallOf(each, rulesOf)) };
  },
};

type Read = Pick<AzureFirewall, 'dnat' | 'unread'>;

function missing(policyId: string): Unread {
  const message = `the rules of the firewall policy ${armName(policyId)} were not read`;
  return { operation: ruleGroups, code: 'NotInAnswer', message };
}

function firewallOf(resource: JsonObject, rulesOf: (policyId: string | undefined) => Read): AzureFirewall {
  const named = namedIn(resource);
  const properties = propertiesIn(resource);
  const configurations = childrenIn(properties, 'ipConfigurations', named.id);
  const [subnet] = configurations.flatMap((each) => referenceIn(each.properties, 'subnet') ?? []);
  const [own] = configurations.flatMap((each) => wordIn(each.properties, 'privateIPAddress') ?? []);
  // In a virtual hub it has no subnet of the subscription's.
  const privateAddress = own ?? wordIn(objectIn(properties, 'hubIPAddresses') ?? {}, 'privateIPAddress');
  const policyId = referenceIn(properties, 'firewallPolicy');
  const { dnat, unread } = rulesOf(policyId);
  return {
    ...named,
    ...given('subnetId', subnet),
    ...given('privateAddress', privateAddress),
    publicAddressIds: configurations.flatMap((each) => referenceIn(each.properties, 'publicIPAddress') ?? []),
    ...given('policyId', policyId),
    dnat: [...classicRules(properties, named.id), ...dnat],
    ...given('unread', unread),
  };
}

/** Rules of a firewall without a policy ("Azure Firewall rules (classic)"). */
function classicRules(properties: JsonObject, firewallId: string): readonly DnatRule[] {
  return childrenIn(properties, 'natRuleCollections', firewallId).flatMap((collection) =>
    objectsIn(collection.properties, 'rules').map((rule) => dnatRule(rule, collection.id, wordsIn(rule, 'protocols'))),
  );
}

function rulesOfGroup(group: JsonObject): readonly DnatRule[] {
  const { id } = namedIn(group);
  return objectsIn(propertiesIn(group), 'ruleCollections')
    .filter((each) => wordIn(objectIn(each, 'action') ?? {}, 'type')?.toLowerCase() === 'dnat')
    .flatMap((collection) =>
      objectsIn(collection, 'rules').map((rule) => dnatRule(rule, id, wordsIn(rule, 'ipProtocols'))),
    );
}

function dnatRule(rule: JsonObject, id: string, protocols: readonly string[]): DnatRule {
  const ports = portRanges(wordsIn(rule, 'destinationPorts')).ranges;
  const words = new Set(protocols.map((each) => each.toLowerCase()));
  const isAny = words.has('any') || words.has('*');
  return {
    id,
    name: wordIn(rule, 'name') ?? '',
    protocols: (['tcp', 'udp'] as const).filter((each) => isAny || words.has(each)),
    sources: wordsIn(rule, 'sourceAddresses'),
    sourceGroups: wordsIn(rule, 'sourceIpGroups'),
    destinations: wordsIn(rule, 'destinationAddresses'),
    ports,
    ...given('translatedAddress', wordIn(rule, 'translatedAddress')),
    translatedPort: (portRange(portIn(rule, 'translatedPort')) ?? ports[0])?.fromPort ?? 0,
  };
}

/** A port, written as a text or as a number. */
function portIn(rule: JsonObject, field: string): string {
  const value = rule[field];
  return typeof value === 'number' ? String(value) : (wordIn(rule, field) ?? '');
}
