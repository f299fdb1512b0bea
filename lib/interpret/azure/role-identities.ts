import type { CarriedIdentity, IdentityHolderKind } from '../../model/azure/role.ts';
import { given, objectIn, textIn, wordIn, type JsonObject } from '../json-object.ts';
import { propertiesOf } from './role-grant.ts';

/** The managed identities of a resource. */
export function carriedIdentities(kind: IdentityHolderKind, resource: JsonObject): readonly CarriedIdentity[] {
  if (kind === 'user-assigned-identity') {
    const principal = wordIn(propertiesOf(resource), 'principalId')?.toLowerCase();
    return [{ ...given('principal', principal), identity: textIn(resource, 'id') }];
  }
  const found = assignedIn(objectIn(resource, 'identity'));
  return kind === 'aks-cluster' ? [...found, ...kubeletIn(resource)] : found;
}

/** `identity` of a resource: its own, and those assigned to it. */
function assignedIn(identity: JsonObject | undefined): readonly CarriedIdentity[] {
  if (!identity) return [];
  const own = wordIn(identity, 'principalId')?.toLowerCase();
  const assigned = Object.entries(objectIn(identity, 'userAssignedIdentities') ?? {});
  return [
    ...(own === undefined ? [] : [{ principal: own }]),
    ...assigned.map(([id, each]) => ({ ...given('principal', principalIn(each)), identity: id })),
  ];
}

/** The identity that the nodes of a cluster run with. */
function kubeletIn(resource: JsonObject): readonly CarriedIdentity[] {
  const profile = objectIn(propertiesOf(resource), 'identityProfile');
  const entry = Object.entries(profile ?? {}).find(([name]) => name.toLowerCase() === 'kubeletidentity');
  const kubelet = entry && profile && objectIn(profile, entry[0]);
  if (!kubelet) return [];
  const principal = (wordIn(kubelet, 'objectId') ?? wordIn(kubelet, 'principalId'))?.toLowerCase();
  return [{ ...given('principal', principal), ...given('identity', wordIn(kubelet, 'resourceId')) }];
}

function principalIn(value: unknown): string | undefined {
  const principal = typeof value === 'object' && value !== null ? (value as JsonObject)['principalId'] : undefined;
  return typeof principal === 'string' && principal !== '' ? principal.toLowerCase() : undefined;
}
