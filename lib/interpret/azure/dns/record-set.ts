import { armKey, armName, armParent } from '../../../model/azure/arm-id.ts';
import type { AzureZone, RecordSet } from '../../../model/azure/dns-record.ts';
import type { JsonObject } from '../../json-object.ts';

/** A record set as it is named, and what it holds. */
export interface ReadRecordSet {
  readonly set: RecordSet;
  readonly properties: JsonObject;
}

/**
 * What a record set is called, in lower case, by its id: `…/dnszones/example.com/CNAME/www` is `www.example.com`, and `@`
 * the zone itself. Undefined where it is in none of these zones.
 */
export function recordNameOf(id: string, zones: ReadonlyMap<string, AzureZone>): string | undefined {
  const zone = zones.get(armKey(armParent(id)));
  const relative = armName(id);
  return zone && (relative === '@' ? zone.name : `${relative}.${zone.name}`).toLowerCase();
}
