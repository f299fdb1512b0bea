import type { UnreadKind } from '../../../model/aws/service-endpoint.ts';
import type { AnalysisDefinition } from '../../analysis.ts';
import { endpointExposure } from './endpoint-exposure.ts';
import { guardedInstance } from './guarded-instance.ts';

/** `azure.endpointExposures`: who on the internet gets to what platform services offer outside of the networks. */
export const endpointExposures: AnalysisDefinition<'azure.endpointExposures'> = {
  per: 'azure-subscription',
  requires: ['azure.endpoints'],
  uses: ['azure.virtualNetworks', 'azure.networkSecurityGroups'],
  analyse: ({ part }) => {
    const { endpoints, unread } = part('azure.endpoints') ?? { endpoints: [], unread: [] };
    const guards = { networks: part('azure.virtualNetworks'), groups: part('azure.networkSecurityGroups') };
    const exposures = endpoints.map((each) => endpointExposure(guardedInstance(each, guards)));
    return { exposures, unread: onceEach(unread) };
  },
};

/** A kind that two operations list is unread once. */
function onceEach(unread: readonly UnreadKind[]): readonly UnreadKind[] {
  return unread.filter(({ kind }, at) => unread.findIndex((each) => each.kind === kind) === at);
}
