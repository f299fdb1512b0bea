import type { AzureDelegation, DelegatedRole } from '../../model/azure/role.ts';
import { armKey } from '../../model/azure/arm-id.ts';
import type { PartDefinition } from '../part.ts';
import { given, itemsOf, objectIn, objectsIn, textIn, wordIn, type JsonObject } from '../json-object.ts';
import { propertiesOf, roleKey, scopeOf } from './role-grant.ts';

const assignments = 'Microsoft.ManagedServices/registrationAssignments';
const definitions = 'Microsoft.ManagedServices/registrationDefinitions';

/** Delegations to other tenants. Who comes by one stands in no list of role assignments. */
export const delegations: PartDefinition<'azure.delegations'> = {
  per: 'azure-subscription',
  operations: [assignments],
  optional: [definitions],
  interpret(answers, { subscription }) {
    const known = Object.hasOwn(answers, definitions) ? itemsOf(answers, definitions) : [];
    const byId = new Map(known.map((each) => [armKey(textIn(each, 'id')), each]));
    return itemsOf(answers, assignments).map((each) => {
      const properties = propertiesOf(each);
      const definition = definitionOf(properties, byId);
      const id = textIn(each, 'id');
      const scope = id.startsWith('/') ? scopeOf(id) : `/subscriptions/${subscription}`;
      return delegationOf(id, scope, definition);
    });
  },
};

/** The definition that an assignment names; it may be expanded in the assignment itself. */
function definitionOf(properties: JsonObject, byId: ReadonlyMap<string, JsonObject>): JsonObject | undefined {
  const expanded = objectIn(properties, 'registrationDefinition');
  const id = wordIn(properties, 'registrationDefinitionId');
  const found = byId.get(armKey(id ?? '')) ?? expanded;
  const own = found && propertiesOf(found);
  return own && Array.isArray(own['authorizations']) ? own : undefined;
}

function delegationOf(id: string, scope: string, definition: JsonObject | undefined): AzureDelegation {
  if (!definition) return { id, scope, name: id };
  return {
    id,
    scope,
    name: wordIn(definition, 'registrationDefinitionName') ?? id,
    ...given('tenant', wordIn(definition, 'managedByTenantId')?.toLowerCase()),
    roles: [
      ...objectsIn(definition, 'authorizations').map((each) => roleOf(each, false)),
      ...objectsIn(definition, 'eligibleAuthorizations').map((each) => roleOf(each, true)),
    ],
  };
}

function roleOf(authorization: JsonObject, isEligible: boolean): DelegatedRole {
  return {
    principal: textIn(authorization, 'principalId').toLowerCase(),
    ...given('name', wordIn(authorization, 'principalIdDisplayName')),
    role: roleKey(textIn(authorization, 'roleDefinitionId')),
    isEligible,
  };
}
