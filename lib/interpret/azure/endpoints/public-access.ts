import type { Block } from '../../../model/network/exposure.ts';
import type { Unread } from '../../../model/unread.ts';
import { objectsIn, wordIn, type JsonObject } from '../../json-object.ts';

/** What `publicNetworkAccess` says: nothing, what keeps the internet out, or a word that nobody here knows. */
export interface PublicAccess {
  readonly stop?: Block;
  readonly unread: readonly Unread[];
}

/**
 * What a resource says of `publicNetworkAccess`. Services differ in what silence means, so that each says it itself. A
 * perimeter lets in what its own rules name, which are the perimeter's to judge; without one, nobody gets in.
 */
export function publicAccess(
  properties: JsonObject,
  operation: string,
  unsaid: 'enabled' | 'automatic' | 'unknown' = 'enabled',
): PublicAccess {
  const said = wordIn(properties, 'publicNetworkAccess')?.toLowerCase();
  if (said === 'enabled') return { unread: [] };
  if (said === 'disabled' || said === 'securedbyperimeter') return { stop: 'public-access-disabled', unread: [] };
  if (said !== undefined) return { unread: [notUnderstood(operation, `publicNetworkAccess is "${said}"`)] };
  if (unsaid === 'enabled') return { unread: [] };
  if (unsaid === 'unknown') return { unread: [notUnderstood(operation, 'publicNetworkAccess is not said')] };
  return hasPrivateEndpoint(properties) ? { stop: 'public-access-disabled', unread: [] } : { unread: [] };
}

/** Whether a private endpoint leads to the resource. */
function hasPrivateEndpoint(properties: JsonObject): boolean {
  return objectsIn(properties, 'privateEndpointConnections').length > 0;
}

/** That an answer says something that nobody here knows the meaning of. */
export function notUnderstood(operation: string, message: string): Unread {
  return { operation, code: 'UnknownValue', message };
}

/** That an operation has no answer about one thing. */
export function notAnswered(operation: string, id: string): Unread {
  return { operation, code: 'NotCollected', message: `${operation} has no answer about ${id}` };
}
