import type { ClassicAdministrator } from '../../model/azure/role.ts';
import type { PartDefinition } from '../part.ts';
import { itemsOf, textIn, wordIn } from '../json-object.ts';
import { propertiesOf } from './role-grant.ts';

const operation = 'Microsoft.Authorization/classicAdministrators';

/** Administrators that are left of the classic deployment model. */
export const classicAdministrators: PartDefinition<'azure.classicAdministrators'> = {
  per: 'azure-subscription',
  operations: [operation],
  interpret: (answers) =>
    itemsOf(answers, operation).map((each): ClassicAdministrator => {
      const properties = propertiesOf(each);
      const id = textIn(each, 'id');
      return {
        id,
        name: wordIn(properties, 'emailAddress') ?? wordIn(each, 'name') ?? id,
        roles: (wordIn(properties, 'role') ?? '').split(';').filter((role) => role !== ''),
      };
    }),
};
