import type { AccessUnknown } from '../../../model/azure/access.ts';
import type { IdentityHolders } from '../../../model/azure/role.ts';
import type { Unread } from '../../../model/unread.ts';
import type { AzureSources } from '../../analysis.ts';
import { accessRule } from './access-rule.ts';
import type { Accounts } from './accounts.ts';
import type { Carriers } from './carriers.ts';
import { waysOf } from './takeover-index.ts';
import type { WeighedGrant } from './weighed-grants.ts';

/** What was looked at, to tell what of it is not known. */
export interface Looked {
  readonly sources: AzureSources;
  readonly grants: readonly WeighedGrant[];
  readonly active: readonly WeighedGrant[];
  readonly accounts: Accounts;
  readonly holders: IdentityHolders;
  readonly carriers: Carriers;
}

/** Everything that could not be told of who holds what. */
export function accessUnknowns(looked: Looked): readonly AccessUnknown[] {
  return distinct([
    ...unknownRoles(looked),
    ...unknownAccounts(looked),
    ...unknownMembers(looked),
    ...unknownIdentities(looked),
    ...unknownDelegations(looked),
    ...unknownPim(looked),
  ]);
}

const definitions = 'Microsoft.Authorization/roleDefinitions';
const objects = '/directoryObjects/getByIds';
const members = '/groups/{id}/transitiveMembers';
const partial = (operation: string, message: string): Unread => ({ operation, code: 'Partial', message });

/** An orphan is one whatever its role allows. */
function unknownRoles({ grants, accounts }: Looked): readonly AccessUnknown[] {
  return grants
    .filter(({ power, grant }) => power === 'unknown' && accounts.get(grant.principal).state !== 'orphaned')
    .map(({ grant: { principal, role } }) => ({
      about: 'role',
      principal,
      unread: partial(definitions, `the definition of the role ${role} was not read`),
    }));
}

function unknownAccounts({ sources, grants, accounts }: Looked): readonly AccessUnknown[] {
  const why = sources.unread('azure.directory') ?? partial(objects, 'the principal is not among what was read');
  return grants
    .filter(({ grant, power }) => grant.how !== 'external' && power !== 'none')
    .filter(({ grant }) => accounts.get(grant.principal).state === 'unread')
    .map(({ grant: { principal } }) => ({ about: 'account', principal, unread: why }));
}

function unknownMembers({ grants, accounts }: Looked): readonly AccessUnknown[] {
  return grants
    .filter((each) => {
      const account = accounts.get(each.grant.principal);
      const isStanding = each.grant.how === 'standing' && account.kind === 'group' && account.state !== 'orphaned';
      return isStanding && accounts.members(account.id) === undefined && accessRule(each, account) !== undefined;
    })
    .map(({ grant: { principal } }) => ({
      about: 'members',
      principal,
      unread: partial(members, 'the members of the group were not read'),
    }));
}

/** Resources of a kind that was not read matter only where somebody could act as them. */
function unknownIdentities({ active, holders, carriers }: Looked): readonly AccessUnknown[] {
  const kinds = holders.unread.filter(({ kind }) => active.some((each) => waysOf(each, kind).length > 0));
  const unclear = carriers.unclear.filter(({ kind }) => active.some((each) => waysOf(each, kind).length > 0));
  return [
    ...kinds.map(({ operation }) => partial(operation, 'which resources run as which identity was not read')),
    ...unclear.map(() =>
      partial('Microsoft.ManagedIdentity/userAssignedIdentities', 'who an identity of a resource is was not read'),
    ),
  ].map((unread) => ({ about: 'identities', unread }));
}

function unknownDelegations({ sources }: Looked): readonly AccessUnknown[] {
  const unread = sources.unread('azure.delegations');
  if (unread) return [{ about: 'delegations', unread }];
  return (sources.part('azure.delegations') ?? [])
    .filter(({ roles }) => roles === undefined)
    .map(({ id }) => ({
      about: 'delegations',
      principal: id,
      unread: partial('Microsoft.ManagedServices/registrationDefinitions', 'what the delegation allows was not read'),
    }));
}

/** Without its licence there is no Privileged Identity Management, and nothing that was not read. */
function unknownPim({ sources }: Looked): readonly AccessUnknown[] {
  const isMissing = (unread: Unread | undefined): unread is Unread =>
    unread !== undefined && !/licen[sc]e/i.test(`${unread.code} ${unread.licence ?? ''}`);
  const eligibilities = sources.unread('azure.roleEligibilities');
  const schedules = sources.unread('azure.roleSchedules');
  return [
    ...(isMissing(eligibilities) ? [{ about: 'eligibilities', unread: eligibilities } as const] : []),
    ...(isMissing(schedules) ? [{ about: 'schedules', unread: schedules } as const] : []),
  ];
}

function distinct(unknowns: readonly AccessUnknown[]): readonly AccessUnknown[] {
  const keys = new Set<string>();
  return unknowns.filter(({ about, principal, unread }) => {
    const key = `${about}|${principal ?? ''}|${unread.operation}`;
    if (keys.has(key)) return false;
    return keys.add(key);
  });
}
