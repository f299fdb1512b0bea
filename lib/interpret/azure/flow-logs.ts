import type { PartDefinition } from '../part.ts';

/** STUB: to be written. */
export const flowLogs: PartDefinition<'azure.flowLogs'> = {
  per: 'azure-subscription',
  operations: ['Microsoft.Network/networkWatchers/flowLogs'],
  interpret: () => {
    throw new TypeError('not built');
  },
};
