import type { PartDefinition } from '../part.ts';

/** STUB: to be written. */
export const classicAdministrators: PartDefinition<'azure.classicAdministrators'> = {
  per: 'azure-subscription',
  operations: ['Microsoft.Authorization/classicAdministrators'],
  interpret: () => {
    throw new TypeError('not built');
  },
};
