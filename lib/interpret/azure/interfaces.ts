import type { PartDefinition } from '../part.ts';

/** STUB: to be written. */
export const interfaces: PartDefinition<'azure.interfaces'> = {
  per: 'azure-subscription',
  operations: ['Microsoft.Network/networkInterfaces'],
  interpret: () => {
    throw new TypeError('not built');
  },
};
