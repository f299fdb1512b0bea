import type { DenyAssignment } from '../../model/azure/role.ts';
import type { PartDefinition } from '../part.ts';
import { flagIn, itemsOf, objectsIn, textIn, wordIn, type JsonObject } from '../json-object.ts';
import { permissionsOf, propertiesOf, scopeOf } from './role-grant.ts';

const operation = 'Microsoft.Authorization/denyAssignments';

/** Actions that are refused, whatever roles allow. */
export const denyAssignments: PartDefinition<'azure.denyAssignments'> = {
  per: 'azure-subscription',
  operations: [operation],
  interpret: (answers) =>
    itemsOf(answers, operation).map((each): DenyAssignment => {
      const properties = propertiesOf(each);
      const id = textIn(each, 'id');
      // A condition narrows what is refused: without understanding it, nothing may be subtracted.
      const isConditional = wordIn(properties, 'condition') !== undefined;
      const effect = wordIn(properties, 'denyAssignmentEffect')?.toLowerCase() ?? 'enforced';
      return {
        id,
        name: wordIn(properties, 'denyAssignmentName') ?? id,
        scope: wordIn(properties, 'scope') ?? scopeOf(id),
        permissions: permissionsOf(properties),
        principals: idsIn(properties, 'principals'),
        excluded: idsIn(properties, 'excludePrincipals'),
        isEnforced: effect === 'enforced' && !isConditional,
        isOnlyHere: flagIn(properties, 'doNotApplyToChildScopes') ?? false,
      };
    }),
};

function idsIn(properties: JsonObject, field: string): readonly string[] {
  return objectsIn(properties, field).flatMap((each) => wordIn(each, 'id')?.toLowerCase() ?? []);
}
