import type { AzureHolder, EscalationPath, HeldRole } from '../../../model/azure/access.ts';
import { appendTo } from '../../append-to.ts';
import { accessRule, isPrivileged, ofAccount, ruleOfPower } from './access-rule.ts';
import type { Account, Accounts } from './accounts.ts';
import type { WeighedGrant } from './weighed-grants.ts';

/** Everybody who holds a role, directly or by a group, in the order of names. */
export function holdersOf(
  grants: readonly WeighedGrant[],
  accounts: Accounts,
  paths: ReadonlyMap<string, EscalationPath>,
): readonly AzureHolder[] {
  const roles = new Map<string, HeldRole[]>();
  const tenants = new Map<string, { readonly tenant?: string; readonly name?: string }>();
  const push = (principal: string, role: HeldRole): void => appendTo(roles, principal, role);
  for (const weighed of grants) {
    const { principal, how, tenant, principalName } = weighed.grant;
    if (how === 'external')
      tenants.set(principal, { ...(tenant && { tenant }), ...(principalName && { name: principalName }) });
    push(principal, heldRole(weighed, accessRule(weighed, accounts.get(principal))));
  }
  for (const weighed of grants) throughGroup(weighed, accounts, push);
  const found = [...roles].map(([id, held]) =>
    holderOf(id, held, { accounts, path: paths.get(id), from: tenants.get(id) }),
  );
  return found.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1));
}

/** What members of a group hold through it; of it, only who they are is wrong: the rest is said of the group. */
function throughGroup(
  weighed: WeighedGrant,
  accounts: Accounts,
  push: (principal: string, role: HeldRole) => void,
): void {
  const group = accounts.get(weighed.grant.principal);
  if (group.kind !== 'group' || group.state !== 'known' || weighed.grant.how === 'external') return;
  for (const { id } of accounts.members(group.id) ?? []) {
    const rule =
      weighed.grant.how === 'standing' && (ruleOfPower(weighed) || isPrivileged(weighed))
        ? ofMember(weighed, accounts.get(id))
        : undefined;
    push(id, { ...heldRole(weighed, rule), via: { id: group.id, name: group.name } });
  }
}

function ofMember({ power }: WeighedGrant, member: Account): HeldRole['rule'] {
  return power === 'delegated' ? undefined : ofAccount(member);
}

function heldRole(weighed: WeighedGrant, rule: HeldRole['rule']): HeldRole {
  const { grant, role, level, power, hasUnclearCondition, actions } = weighed;
  return {
    assignment: grant.id,
    how: grant.how,
    role: grant.role,
    roleName: role?.name ?? grant.role,
    isCustom: role?.isCustom ?? false,
    scope: grant.scope,
    level,
    power,
    isReadOnly: role?.profile.isReadOnly ?? false,
    ...(rule && { rule }),
    hasUnclearCondition,
    actions,
  };
}

function holderOf(
  id: string,
  roles: readonly HeldRole[],
  {
    accounts,
    path,
    from,
  }: {
    readonly accounts: Accounts;
    readonly path: EscalationPath | undefined;
    readonly from: { readonly tenant?: string; readonly name?: string } | undefined;
  },
): AzureHolder {
  const account = accounts.get(id);
  const isExternal = from !== undefined && account.state !== 'known';
  return {
    id,
    name: isExternal ? (from.name ?? id) : account.name,
    kind: account.kind,
    account: isExternal ? 'external' : account.state,
    isDisabled: account.isDisabled,
    ...(from?.tenant && { tenant: from.tenant }),
    roles,
    ...(path && { path }),
  };
}
