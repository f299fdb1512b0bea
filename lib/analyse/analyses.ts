import type { AnalysedPart, PartName } from '../model/parts.ts';
import type { AnalysisDefinition } from './analysis.ts';
import { access as azureAccess } from './azure/access/access.ts';
import { exposures as azureExposures } from './azure/network/exposures.ts';
import { endpointExposures as azureEndpointExposures } from './azure/services/endpoint-exposures.ts';
import { servicesInUse } from './azure/services/services-in-use.ts';
import { subscriptionRemains } from './azure/services/subscription-remains.ts';
import { accountReview } from './entra/accounts/account-review.ts';
import { applicationReview } from './entra/applications/application-review.ts';
import { mfa } from './entra/mfa/mfa.ts';
import { privilege } from './entra/privilege/privilege.ts';
import { access } from './iam/access.ts';
import { bucketShares } from './iam/bucket-shares.ts';
import { resourceShares } from './iam/resource-shares.ts';
import { bucketExposures } from './network/services/bucket-exposures.ts';
import { endpointExposures } from './network/services/endpoint-exposures.ts';
import { exposures } from './network/network-exposures.ts';
import { leftServices } from './services/left-services.ts';
import { regionsInUse } from './services/regions-in-use.ts';
import { serviceReview } from './services/service-review.ts';
import { managedAccounts } from './organization/managed-accounts.ts';
import { organizationMembers } from './organization/organization-members.ts';
import { unusedPermissions } from './iam/unused-permissions.ts';

/** How every analysed part is worked out. A part without a definition does not compile. */
export const analyses: { readonly [N in AnalysedPart]: AnalysisDefinition<N> } = {
  'any.leftServices': leftServices,
  'any.serviceReview': serviceReview,
  'aws.access': access,
  'aws.bucketExposures': bucketExposures,
  'aws.bucketShares': bucketShares,
  'aws.endpointExposures': endpointExposures,
  'aws.exposures': exposures,
  'aws.managedAccounts': managedAccounts,
  'aws.organizationMembers': organizationMembers,
  'aws.regionsInUse': regionsInUse,
  'aws.resourceShares': resourceShares,
  'aws.unusedPermissions': unusedPermissions,
  'azure.access': azureAccess,
  'azure.endpointExposures': azureEndpointExposures,
  'azure.exposures': azureExposures,
  'azure.servicesInUse': servicesInUse,
  'azure.subscriptionRemains': subscriptionRemains,
  'entra.accountReview': accountReview,
  'entra.applicationReview': applicationReview,
  'entra.mfa': mfa,
  'entra.privilege': privilege,
};

/** Whether a part is worked out from others. */
export function isAnalysed(name: PartName): name is AnalysedPart {
  return Object.hasOwn(analyses, name);
}
