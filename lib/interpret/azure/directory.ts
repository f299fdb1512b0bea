import type { PartDefinition } from '../part.ts';

/** STUB: to be written. */
export const directory: PartDefinition<'azure.directory'> = {
  per: 'azure-subscription',
  operations: ['/directoryObjects/getByIds'],
  interpret: () => {
    throw new TypeError('not built');
  },
};
