import type { AnalysisDefinition } from '../../analysis.ts';

/** STUB: to be written. */
export const endpointExposures: AnalysisDefinition<'azure.endpointExposures'> = {
  per: 'azure-subscription',
  requires: [],
  uses: [],
  analyse: () => {
    throw new TypeError('not built');
  },
};
