import type { AzureAccess } from '../../../model/azure/access.ts';
import type { AzureDelegation, AzureRoleDefinition, IdentityHolders } from '../../../model/azure/role.ts';
import { isWide, scopeLevel } from '../../../model/azure/role-scope.ts';
import type { Standard } from '../../../model/standard.ts';
import type { AnalysisDefinition, AzureSources } from '../../analysis.ts';
import { accessUnknowns } from './access-unknowns.ts';
import { accountsOf } from './accounts.ts';
import { carriersOf } from './carriers.ts';
import { denySubtraction } from './deny-index.ts';
import { escalationPaths } from './escalation-paths.ts';
import { activeGrants, delegatedGrants, type Grant } from './grants.ts';
import { holdersOf } from './holders.ts';
import { knownRoles, type KnownRoles } from './known-roles.ts';
import { ownersOf } from './owners.ts';
import { weighing } from './weighed-grants.ts';

/** Who holds what in a subscription, and how far that goes. */
export const access: AnalysisDefinition<'azure.access'> = {
  per: 'azure-subscription',
  requires: ['azure.roleAssignments', 'azure.roleDefinitions'],
  uses: [
    'azure.delegations',
    'azure.denyAssignments',
    'azure.directory',
    'azure.identityHolders',
    'azure.roleEligibilities',
    'azure.roleSchedules',
  ],
  analyse: analyseAccess,
};

const noHolders: IdentityHolders = { holders: [], unread: [] };

function analyseAccess(sources: AzureSources): AzureAccess {
  const { unit, standard } = sources;
  const delegations = sources.part('azure.delegations') ?? [];
  const holders = sources.part('azure.identityHolders') ?? noHolders;
  const carriers = carriersOf(holders);
  const roles = knownRoles(sources.part('azure.roleDefinitions') ?? []);
  const assigned = activeGrants(sources.part('azure.roleAssignments') ?? [], sources.part('azure.roleSchedules') ?? []);
  const eligible = (sources.part('azure.roleEligibilities') ?? []).map((each): Grant => ({ ...each, how: 'eligible' }));
  const accounts = accountsOf(sources.part('azure.directory'), carriers.names, [...assigned, ...eligible]);
  const weigh = weighing(roles, denySubtraction(sources.part('azure.denyAssignments') ?? [], accounts.identities));
  const external = delegatedGrants(delegations.filter((each) => !isTrusted(each, standard)));
  const grants = [...assigned, ...eligible, ...external].map(weigh);
  const active = grants.filter(({ grant: { how, principal } }) => {
    const { state, isDisabled } = accounts.get(principal);
    return (how === 'standing' || how === 'activated') && state !== 'orphaned' && !isDisabled;
  });
  const subscription = `/subscriptions/${unit.subscription}`;
  const paths = escalationPaths({ grants: active, carriers: carriers.all, accounts, subscription });
  return {
    holders: holdersOf(grants, accounts, paths),
    owners: ownersOf(grants, accounts),
    ...customRolesIn(
      roles,
      grants.map(({ grant }) => grant),
    ),
    delegations: delegations.map((each) => ({
      id: each.id,
      name: each.name,
      scope: each.scope,
      ...(each.tenant !== undefined && { tenant: each.tenant }),
      isTrusted: isTrusted(each, standard),
    })),
    unknowns: accessUnknowns({ sources, grants, active, accounts, holders, carriers }),
  };
}

function isTrusted({ tenant }: AzureDelegation, { trustedAccounts }: Standard): boolean {
  return trustedAccounts.some(({ id }) => id.toLowerCase() === tenant);
}

function customRolesIn(
  { custom, wide }: KnownRoles,
  grants: readonly Grant[],
): Pick<AzureAccess, 'customRoles' | 'unusedRoles'> {
  const held = new Set(grants.map(({ role }) => role));
  const isWideRole = new Set(wide.map(({ key }) => key));
  return {
    customRoles: { wide, narrow: custom.filter(({ key }) => !isWideRole.has(key)) },
    unusedRoles: new Set(wide.filter((each) => !held.has(each.key) && reachesSubscription(each)).map(({ key }) => key)),
  };
}

/** A role that can only be given below a subscription owns none. */
function reachesSubscription({ assignableScopes }: AzureRoleDefinition): boolean {
  return assignableScopes.length === 0 || assignableScopes.some((scope) => isWide(scopeLevel(scope)));
}
