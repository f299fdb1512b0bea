import type { PartDefinition } from '../part.ts';

/** STUB: to be written. */
export const networkSecurityGroups: PartDefinition<'azure.networkSecurityGroups'> = {
  per: 'azure-subscription',
  operations: ['Microsoft.Network/networkSecurityGroups'],
  interpret: () => {
    throw new TypeError('not built');
  },
};
