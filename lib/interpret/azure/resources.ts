import type { PartDefinition } from '../part.ts';

/** STUB: to be written. */
export const resources: PartDefinition<'azure.resources'> = {
  per: 'azure-subscription',
  operations: ['Microsoft.Resources/resources'],
  interpret: () => {
    throw new TypeError('not built');
  },
};
