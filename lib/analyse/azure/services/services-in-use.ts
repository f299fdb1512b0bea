import type { AnalysisDefinition } from '../../analysis.ts';

/** STUB: to be written. */
export const servicesInUse: AnalysisDefinition<'azure.servicesInUse'> = {
  per: 'azure-subscription',
  requires: [],
  uses: [],
  analyse: () => {
    throw new TypeError('not built');
  },
};
