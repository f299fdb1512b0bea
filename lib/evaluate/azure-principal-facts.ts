import type { PrivilegeClass } from '../model/aws/principal-access.ts';
import type { AzureAccess, AzureHolder, EscalationPath, HeldRole } from '../model/azure/access.ts';
import { scopeText } from '../model/azure/access-text.ts';
import { isWide } from '../model/azure/role-scope.ts';
import type { ChainStep, PrincipalFact } from '../model/facts/principal-fact.ts';

/** Everybody who holds a role in a subscription, as facts. */
export function azurePrincipalFacts(subscription: string, { holders }: AzureAccess): readonly PrincipalFact[] {
  return holders.map((holder): PrincipalFact => {
    const privileges = privilegesOf(holder);
    const groups = holder.roles.flatMap(({ via }) => (via ? [via.name] : []));
    return {
      provider: 'azure',
      account: subscription,
      kind: `azure-${holder.kind}`,
      id: holder.id,
      name: holder.name,
      privileges,
      chain: privileges === 'can-become-administrator' && holder.path ? chainOf(holder.path) : [],
      conditions: [],
      ...(holder.isDisabled && { disabled: true as const }),
      groups: [...new Set(groups)].toSorted(),
      entitlements: { policies: [...new Set(holder.roles.map(entitlement))].toSorted(), services: [] },
      reviewable: true,
    };
  });
}

/** How much each power is, held for good or activated; wide powers are weighed by themselves. */
const byPower: Readonly<Record<HeldRole['power'], PrivilegeClass>> = {
  owner: 'manages-permissions',
  access: 'manages-permissions',
  'role-writer': 'manages-permissions',
  delegated: 'manages-permissions',
  contributor: 'writes',
  escalation: 'writes',
  data: 'writes',
  other: 'writes',
  unknown: 'writes',
  none: 'none',
};

const order: readonly PrivilegeClass[] = [
  'administrator',
  'can-become-administrator',
  'manages-permissions',
  'writes',
  'reads',
  'none',
];

function privilegesOf({ roles, path }: AzureHolder): PrivilegeClass {
  const found = roles.map(privilegeOf);
  const classes = path ? [...found, 'can-become-administrator' as const] : found;
  return order.find((each) => classes.includes(each)) ?? 'none';
}

/** Who may activate ownership, or give it to himself, is a step away from it. */
function privilegeOf({ power, level, how, isReadOnly }: HeldRole): PrivilegeClass {
  const isOwning = (power === 'owner' || power === 'access') && isWide(level);
  if (isOwning) return how === 'eligible' ? 'can-become-administrator' : 'administrator';
  if (power === 'role-writer' && isWide(level)) return 'can-become-administrator';
  return power === 'other' && isReadOnly ? 'reads' : byPower[power];
}

/** `Owner (subscription 5ab5…, eligible)` */
function entitlement(role: HeldRole): string {
  const how = role.how === 'standing' ? '' : `, ${role.how}`;
  return `${role.roleName} (${scopeText(role).en}${how})`;
}

function chainOf({ steps, reached }: EscalationPath): readonly ChainStep[] {
  const taken = steps.map(({ actor, actorName, action, resourceName, identity, identityName }): ChainStep => ({
    technique: action,
    actor,
    target: identity,
    what: {
      ja: `${actorName} は ${resourceName} で ${action} を実行し、${identityName} として動ける`,
      en: `${actorName} calls ${action} on ${resourceName} and acts as ${identityName}`,
    },
  }));
  const last = steps.at(-1) ?? steps[0];
  const scope = scopeText(reached);
  const end: ChainStep = {
    technique: 'holds',
    actor: last.identity,
    target: reached.scope,
    what: {
      ja: `${last.identityName} は ${scope.ja}に対する ${reached.roleName} を保持`,
      en: `${last.identityName} holds ${reached.roleName} on ${scope.en}`,
    },
  };
  return [...taken, end];
}
