import type { PartDefinition } from '../part.ts';

/** STUB: to be written. */
export const roleDefinitions: PartDefinition<'azure.roleDefinitions'> = {
  per: 'azure-subscription',
  operations: ['Microsoft.Authorization/roleDefinitions'],
  interpret: () => {
    throw new TypeError('not built');
  },
};
