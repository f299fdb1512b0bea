import type { AccessRule, HeldHow } from '../../../model/azure/access.ts';
import { isWide, type ScopeLevel } from '../../../model/azure/role-scope.ts';
import type { Account } from './accounts.ts';
import type { WeighedGrant } from './weighed-grants.ts';

const privilegedAt: Partial<Record<ScopeLevel, AccessRule>> = {
  root: 'privileged-at-root',
  'management-group': 'privileged-at-management-group',
  subscription: 'privileged-at-subscription',
};

/** The one word for a role that an account holds; undefined where there is nothing to say. */
export function accessRule(weighed: WeighedGrant, account: Account): AccessRule | undefined {
  const { grant, power } = weighed;
  if (power === 'none') return undefined;
  if (grant.how !== 'external' && account.state === 'orphaned') return 'orphaned-assignment';
  const rule = ruleOfPower(weighed);
  if (grant.how === 'external')
    return rule || isPrivileged(weighed) || power === 'escalation' ? 'external-tenant-delegation' : undefined;
  if (rule === 'delegated-role-assignment') return rule;
  const special = howRule[grant.how] ?? ofAccount(account);
  return special && (rule || isPrivileged(weighed)) ? special : rule;
}

const howRule: Partial<Record<HeldHow, AccessRule>> = {
  eligible: 'eligible-privileged',
  activated: 'activated-privileged',
};

/**
 * Whether a role is privileged for who holds it, or how: below a subscription, that is nothing to say of a member's
 * standing role.
 */
export function isPrivileged({ power, level }: WeighedGrant): boolean {
  return power === 'owner' || power === 'access' || (power === 'contributor' && level !== 'resource');
}

/** The word for who the holder is, where that is what is wrong. */
export function ofAccount({ kind, isDisabled }: Account): AccessRule | undefined {
  if (kind === 'guest') return 'guest-privileged';
  return isDisabled ? 'disabled-account-privileged' : undefined;
}

/** The word for what a role allows at its scope, whoever holds it. */
export function ruleOfPower({ power, level, role }: WeighedGrant): AccessRule | undefined {
  const isWideHere = isWide(level);
  switch (power) {
    case 'owner':
      if (!role?.isCustom) return privilegedAt[level];
      return isWideHere ? 'custom-owner-role' : 'escalation-role-assignment';
    case 'access':
    case 'contributor':
      return privilegedAt[level];
    case 'role-writer':
      return 'escalation-role-assignment';
    case 'delegated':
      return 'delegated-role-assignment';
    case 'escalation':
      return isWideHere ? 'escalation-role-assignment' : undefined;
    case 'data':
      return isWideHere ? 'data-plane-at-subscription' : undefined;
    case 'other':
    case 'none':
    case 'unknown':
      return undefined;
  }
}
