import type { AnalysisDefinition } from '../../analysis.ts';

/** STUB: to be written. */
export const access: AnalysisDefinition<'azure.access'> = {
  per: 'azure-subscription',
  requires: [],
  uses: [],
  analyse: () => {
    throw new TypeError('not built');
  },
};
