import type { SecurityGroup } from '../../../model/aws/security-group.ts';
import type { ServiceEndpoints } from '../../../model/aws/service-endpoint.ts';
import type { Exposure } from '../../../model/network/exposure.ts';
import type { AnalysisDefinition } from '../../analysis.ts';
import { endpointExposure } from './endpoint-exposure.ts';

/** `aws.endpointExposures`: who on the internet gets to what services of a region offer outside of its networks. */
export const endpointExposures: AnalysisDefinition<'aws.endpointExposures'> = {
  per: 'aws-region',
  requires: ['aws.serviceEndpoints'],
  uses: ['aws.securityGroups'],
  analyse: ({ part }) => {
    const read = part('aws.serviceEndpoints') ?? { endpoints: [], unread: [] };
    return { exposures: exposuresOf(read, part('aws.securityGroups')), unread: read.unread };
  },
};

/** The exposures of the endpoints that were read, in the order of their kinds. Pure. */
export function exposuresOf(
  { endpoints }: ServiceEndpoints,
  groups: readonly SecurityGroup[] | undefined,
): readonly Exposure[] {
  return endpoints.map((each) => endpointExposure(each, groups));
}
