import type { AnalysisDefinition } from '../analysis.ts';
import { analyseAccess } from './analyse-access.ts';
import { accountOrganization } from './escalation/organization-layers.ts';

/** `aws.access`: who of an account can do what, and how each could become an administrator. */
export const access: AnalysisDefinition<'aws.access'> = {
  per: 'aws-account',
  requires: ['aws.iamEntities'],
  uses: ['aws.credentialReport', 'aws.roleCarriers'],
  answers: ['organizations:DescribeOrganization'],
  analyse: ({ account, asOf, organization, identityCenter, part, regional }) => {
    const entities = part('aws.iamEntities');
    if (!entities) throw new TypeError('aws.iamEntities is required');
    const report = part('aws.credentialReport');
    return analyseAccess({
      account,
      asOf,
      entities,
      carriers: regional('aws.roleCarriers'),
      ...(report && { report }),
      ...(identityCenter && { identityCenter }),
      ...(organization && {
        organization: organization === 'none' ? 'none' : accountOrganization(organization, account),
      }),
    });
  },
};
