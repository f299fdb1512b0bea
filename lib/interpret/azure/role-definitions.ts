import type { AzureRoleDefinition } from '../../model/azure/role.ts';
import type { PartDefinition } from '../part.ts';
import { itemsOf, textIn, wordIn, wordsIn } from '../json-object.ts';
import { permissionsOf, propertiesOf, roleKey } from './role-grant.ts';

const operation = 'Microsoft.Authorization/roleDefinitions';

/** Roles that can be assigned in the subscription. */
export const roleDefinitions: PartDefinition<'azure.roleDefinitions'> = {
  per: 'azure-subscription',
  operations: [operation],
  interpret: (answers) =>
    itemsOf(answers, operation).map((each): AzureRoleDefinition => {
      const properties = propertiesOf(each);
      const id = textIn(each, 'id');
      // A kind of role that is not known is judged by its actions, as a custom one is.
      const isBuiltIn = /^(builtin|azurebuiltin)/i.test(wordIn(properties, 'type') ?? '');
      return {
        id,
        key: roleKey(id),
        name: wordIn(properties, 'roleName') ?? id,
        isCustom: !isBuiltIn,
        assignableScopes: wordsIn(properties, 'assignableScopes'),
        permissions: permissionsOf(properties),
      };
    }),
};
