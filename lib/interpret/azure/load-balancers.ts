import type { PartDefinition } from '../part.ts';

/** STUB: to be written. */
export const loadBalancers: PartDefinition<'azure.loadBalancers'> = {
  per: 'azure-subscription',
  operations: ['Microsoft.Network/loadBalancers'],
  interpret: () => {
    throw new TypeError('not built');
  },
};
