import type { PartDefinition } from '../part.ts';

/** STUB: to be written. */
export const applicationGateways: PartDefinition<'azure.applicationGateways'> = {
  per: 'azure-subscription',
  operations: ['Microsoft.Network/applicationGateways'],
  interpret: () => {
    throw new TypeError('not built');
  },
};
