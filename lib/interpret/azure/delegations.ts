import type { PartDefinition } from '../part.ts';

/** STUB: to be written. */
export const delegations: PartDefinition<'azure.delegations'> = {
  per: 'azure-subscription',
  operations: ['Microsoft.ManagedServices/registrationAssignments'],
  interpret: () => {
    throw new TypeError('not built');
  },
};
