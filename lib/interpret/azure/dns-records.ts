import { armKey } from '../../model/azure/arm-id.ts';
import { azureHost } from '../../model/azure/claimable-host.ts';
import type { AliasRecord, AzureDnsRecords, AzureZone, NameRecord } from '../../model/azure/dns-record.ts';
import { itemsOf, objectIn, textIn, wordIn, type JsonObject } from '../json-object.ts';
import type { Answers, PartDefinition } from '../part.ts';
import { namedIn, propertiesIn, referenceIn } from './arm-resource.ts';
import { aliasTargets } from './dns/alias-targets.ts';
import { nameHolders, nameOperations } from './dns/name-holders.ts';
import { recordNameOf, type ReadRecordSet } from './dns/record-set.ts';
import { notAnswered } from './endpoints/public-access.ts';

const zoneOperation = 'Microsoft.Network/dnsZones';
const types = ['CNAME', 'A', 'AAAA'] as const;
const typeOperation = (type: string): string => `${zoneOperation}/${type}`;
const proofs = typeOperation('TXT');

/** `azure.dnsRecords`: what records of public zones lead to that is gone, or that somebody else could take. */
export const dnsRecords: PartDefinition<'azure.dnsRecords'> = {
  per: 'azure-subscription',
  operations: [zoneOperation],
  optional: [...types.map(typeOperation), proofs, ...nameOperations, 'Microsoft.Resources/resources'],
  interpret: (answers, { subscription }): AzureDnsRecords => {
    const zones = itemsOf(answers, zoneOperation).filter(isPublic).map(zoneOf);
    const byKey = new Map(zones.map((zone) => [armKey(zone.id), zone]));
    const sets = types.flatMap((type) => recordSetsIn(answers, type, byKey));
    const holdingOf = nameHolders(answers);
    const targetOf = aliasTargets(answers, sets, subscription);
    const proven = new Set(proofsIn(answers, byKey));
    const missing = types.map(typeOperation).find((operation) => !Object.hasOwn(answers, operation));
    return {
      zones: missing === undefined ? zones : [],
      names: sets.flatMap(({ set, properties }): readonly NameRecord[] => {
        const leadsTo = azureHost(cnameIn(properties) ?? '');
        if (!leadsTo) return [];
        // A wildcard leads all names below it there, of which each would need a record of its own.
        const isVerified = proven.has(`asuid.${set.name}`);
        return [{ ...set, leadsTo, isVerified, holding: holdingOf(leadsTo) }];
      }),
      aliases: sets.flatMap(({ set, properties }): readonly AliasRecord[] => {
        const targetId = referenceIn(properties, 'targetResource');
        if (targetId !== undefined) return [{ ...set, targetId, ...targetOf(targetId) }];
        return emptyAlias(set, properties);
      }),
      unread: missing === undefined ? [] : zones.map((zone) => ({ ...zone, unread: notAnswered(missing, zone.name) })),
    };
  },
};

/** Zones of old could be private. */
function isPublic(zone: JsonObject): boolean {
  return wordIn(propertiesIn(zone), 'zoneType')?.toLowerCase() !== 'private';
}

function zoneOf(zone: JsonObject): AzureZone {
  const { id, name } = namedIn(zone);
  return { id, name };
}

function recordSetsIn(
  answers: Answers,
  type: ReadRecordSet['set']['type'],
  zones: ReadonlyMap<string, AzureZone>,
): readonly ReadRecordSet[] {
  if (!Object.hasOwn(answers, typeOperation(type))) return [];
  return itemsOf(answers, typeOperation(type)).flatMap((row) => {
    const id = textIn(row, 'id');
    const name = recordNameOf(id, zones);
    return name === undefined ? [] : [{ set: { id, name, type }, properties: propertiesIn(row) }];
  });
}

/** The names of records that prove whose a domain is; none where they were not read, and so nothing is proven. */
function proofsIn(answers: Answers, zones: ReadonlyMap<string, AzureZone>): readonly string[] {
  if (!Object.hasOwn(answers, proofs)) return [];
  return itemsOf(answers, proofs).flatMap((row) => recordNameOf(textIn(row, 'id'), zones) ?? []);
}

function cnameIn(properties: JsonObject): string | undefined {
  const record = objectIn(properties, 'CNAMERecord');
  return record && wordIn(record, 'cname');
}

/**
 * "If you delete those underlying resources, the DNS alias record becomes an empty record set." Every set says what it is an
 * alias of: one without records, or of which the answer says none, was one.
 */
function emptyAlias(set: ReadRecordSet['set'], properties: JsonObject): readonly AliasRecord[] {
  const records = properties['ARecords'] ?? properties['AAAARecords'];
  if (Array.isArray(records)) return records.length === 0 ? [{ ...set, isThere: false }] : [];
  if (objectIn(properties, 'targetResource') === undefined || cnameIn(properties) !== undefined) return [];
  if (set.type === 'CNAME') return [{ ...set, isThere: false }];
  const message = `the answer does not say the addresses of ${set.name}`;
  return [{ ...set, unread: { operation: typeOperation(set.type), code: 'NotInAnswer', message } }];
}
