import type { PartDefinition } from '../part.ts';

/** STUB: to be written. */
export const connections: PartDefinition<'azure.connections'> = {
  per: 'azure-subscription',
  operations: ['Microsoft.Network/connections'],
  interpret: () => {
    throw new TypeError('not built');
  },
};
