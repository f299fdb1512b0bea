import type { PartDefinition } from '../part.ts';
import { flagIn, itemsOf, objectsIn, textIn, wordIn, wordsIn } from '../json-object.ts';

const operation = '/roleManagement/directory/roleDefinitions';

/** The directory roles, built in and custom. */
export const roleDefinitions: PartDefinition<'entra.roleDefinitions'> = {
  per: 'entra-tenant',
  operations: [operation],
  interpret: (answers) =>
    itemsOf(answers, operation).map((definition) => {
      const id = textIn(definition, 'id');
      return {
        id,
        name: wordIn(definition, 'displayName') ?? id,
        isBuiltIn: flagIn(definition, 'isBuiltIn') ?? false,
        isEnabled: flagIn(definition, 'isEnabled') ?? true,
        actions: objectsIn(definition, 'rolePermissions').flatMap((each) => wordsIn(each, 'allowedResourceActions')),
      };
    }),
};
