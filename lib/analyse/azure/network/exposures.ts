import type { AnalysisDefinition } from '../../analysis.ts';

/** STUB: to be written. */
export const exposures: AnalysisDefinition<'azure.exposures'> = {
  per: 'azure-subscription',
  requires: [],
  uses: [],
  analyse: () => {
    throw new TypeError('not built');
  },
};
