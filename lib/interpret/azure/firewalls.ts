import type { PartDefinition } from '../part.ts';

/** STUB: to be written. */
export const firewalls: PartDefinition<'azure.firewalls'> = {
  per: 'azure-subscription',
  operations: ['Microsoft.Network/azureFirewalls'],
  interpret: () => {
    throw new TypeError('not built');
  },
};
