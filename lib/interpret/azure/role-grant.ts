import { given, objectIn, objectsIn, textIn, wordIn, wordsIn, type JsonObject } from '../json-object.ts';
import type { AzurePermission, AzureRoleAssignment } from '../../model/azure/role.ts';

/** A resource's properties; ARM nests them, some commands flatten them. */
export function propertiesOf(resource: JsonObject): JsonObject {
  return objectIn(resource, 'properties') ?? resource;
}

/** The GUID that a role definition's id ends with: what stands before it differs from answer to answer. */
export function roleKey(id: string): string {
  return (id.replace(/\/+$/, '').split('/').at(-1) ?? id).toLowerCase();
}

/** What assignments, eligibilities and schedules have in common. */
export function grantOf(resource: JsonObject): AzureRoleAssignment {
  const properties = propertiesOf(resource);
  const id = textIn(resource, 'id');
  return {
    id,
    principal: textIn(properties, 'principalId').toLowerCase(),
    ...given('principalType', wordIn(properties, 'principalType')),
    role: roleKey(textIn(properties, 'roleDefinitionId')),
    scope: wordIn(properties, 'scope') ?? scopeOf(id),
    ...given('condition', wordIn(properties, 'condition')),
  };
}

/** The scope that an extension resource stands at: what comes before its own provider. */
export function scopeOf(id: string): string {
  const at = id.toLowerCase().lastIndexOf('/providers/');
  return at > 0 ? id.slice(0, at) : '/';
}

/** Permission objects of a role or of a deny assignment. */
export function permissionsOf(properties: JsonObject): readonly AzurePermission[] {
  return objectsIn(properties, 'permissions').map((each) => ({
    actions: wordsIn(each, 'actions'),
    notActions: wordsIn(each, 'notActions'),
    dataActions: wordsIn(each, 'dataActions'),
    notDataActions: wordsIn(each, 'notDataActions'),
    ...given('condition', wordIn(each, 'condition')),
  }));
}
