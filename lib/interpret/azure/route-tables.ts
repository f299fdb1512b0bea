import type { PartDefinition } from '../part.ts';

/** STUB: to be written. */
export const routeTables: PartDefinition<'azure.routeTables'> = {
  per: 'azure-subscription',
  operations: ['Microsoft.Network/routeTables'],
  interpret: () => {
    throw new TypeError('not built');
  },
};
