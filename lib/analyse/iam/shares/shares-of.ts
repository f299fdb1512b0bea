import type { PolicyKind, ResourcePolicies, ResourcePolicy } from '../../../model/aws/resource-policy.ts';
import type { ResourceShares, SharedResource } from '../../../model/aws/resource-share.ts';
import type { AnalysisSources } from '../../analysis.ts';
import { membersOf } from '../../organization/organization-members.ts';
import { accountOrganization, organizationLayers } from '../escalation/organization-layers.ts';
import { ActionMatchers } from '../policy/action-matcher.ts';
import { compilePolicy } from '../policy/compile-policy.ts';
import { isUnderResourceControl } from './policy-scope.ts';
import { policyShares, type ShareContext } from './policy-shares.ts';

/** Whom the policies of resources let in, under the resource control policies of the account's organization. Pure. */
export function sharesOf(
  { policies, unread }: ResourcePolicies,
  { account, asOf, organization }: Pick<AnalysisSources, 'account' | 'asOf' | 'organization'>,
): ResourceShares {
  const matchers = new ActionMatchers();
  const known = typeof organization === 'object' ? accountOrganization(organization, account) : undefined;
  const { resourceControl } = organizationLayers(known, matchers);
  const organizationId = organization === 'none' ? organization : known?.id;
  const contextOf = (kind: PolicyKind): ShareContext => ({
    account,
    asOf,
    ...(organizationId && { organizationId }),
    resourceControl: isUnderResourceControl(kind) ? resourceControl : [],
  });
  const shared = ({ document, ...resource }: ResourcePolicy): SharedResource => {
    if (!document) return { ...resource, shares: [] };
    const { arn, name, kind } = resource;
    return {
      ...resource,
      shares: policyShares(resource, compilePolicy({ id: arn, name }, document, matchers), contextOf(kind)),
    };
  };
  return { resources: policies.map(shared), unread, members: membersOf(organization) };
}
