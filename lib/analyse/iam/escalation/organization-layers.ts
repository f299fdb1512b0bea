import type { Organization, OrganizationPolicy } from '../../../model/aws/organization.ts';
import type { ActionMatchers } from '../policy/action-matcher.ts';
import { compilePolicy } from '../policy/compile-policy.ts';
import type { CompiledPolicy } from '../policy/compiled-policy.ts';
import { policyLayer, type Layer } from '../policy/decide.ts';

/** What an organization says of one of its accounts. */
export interface AccountOrganization {
  readonly id: string;
  /** Service and resource control policies never restrict the management account. */
  readonly isManagement: boolean;
  /** Accounts of the organization, as far as they were listed. */
  readonly accounts: readonly string[];
  /** Whether its policies could not be read: what is found is then an upper bound. */
  readonly policiesUnread: boolean;
  /** From the root down to the account: one entry for each level; empty where policies of the type are not enabled. */
  readonly serviceControl: readonly (readonly OrganizationPolicy[])[];
  readonly resourceControl: readonly (readonly OrganizationPolicy[])[];
}

/** What stands above one account of an organization. */
export function accountOrganization(organization: Organization, account: string): AccountOrganization {
  const { id, managementAccount, accounts, paths, enabled, policiesRead } = organization;
  const isManagement = account === managementAccount;
  const path = paths.get(account);
  return {
    id,
    isManagement,
    accounts: [...new Set([...accounts, managementAccount, account])],
    policiesUnread: !isManagement && (!policiesRead || !path),
    serviceControl: enabled?.serviceControl && path ? path.map((level) => level.serviceControl) : [],
    resourceControl: enabled?.resourceControl && path ? path.map((level) => level.resourceControl) : [],
  };
}

/** Every level must allow ("SCP evaluation", Organizations User Guide). */
export function organizationLayers(
  organization: AccountOrganization | undefined,
  matchers: ActionMatchers,
): { readonly serviceControl: readonly Layer[]; readonly resourceControl: readonly Layer[] } {
  if (!organization || organization.isManagement) return { serviceControl: [], resourceControl: [] };
  const compiled = new Map<string, CompiledPolicy>();
  const compile = ({ id, name, document }: OrganizationPolicy): CompiledPolicy => {
    const policy = compiled.get(id) ?? compilePolicy({ id, name }, document, matchers);
    compiled.set(id, policy);
    return policy;
  };
  return {
    serviceControl: organization.serviceControl.map((level) => policyLayer('service-control', level.map(compile))),
    // RCPFullAWSAccess is attached everywhere and cannot be detached: only denials matter.
    resourceControl: organization.resourceControl.map((level) =>
      policyLayer('resource-control', level.map(compile), { mustAllow: false }),
    ),
  };
}
