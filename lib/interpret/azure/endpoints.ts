import type { PartDefinition } from '../part.ts';

/** STUB: to be written. */
export const endpoints: PartDefinition<'azure.endpoints'> = {
  per: 'azure-subscription',
  operations: ['Microsoft.Storage/storageAccounts'],
  interpret: () => {
    throw new TypeError('not built');
  },
};
