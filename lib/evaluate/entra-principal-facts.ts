import type { PrivilegeClass } from '../model/aws/principal-access.ts';
import type { AccountReview } from '../model/entra/account-review.ts';
import type { ApplicationReview, ReviewedApplication } from '../model/entra/application-review.ts';
import type { MfaReport } from '../model/entra/mfa-coverage.ts';
import { isTierZero, type PrivilegedPrincipal, type PrivilegeReport } from '../model/entra/privilege.ts';
import { privilegeEvidence } from '../model/entra/privilege-evidence.ts';
import type { PrincipalFact } from '../model/facts/principal-fact.ts';

/** What is known of a tenant; what was not asked for, or not read, is undefined. */
export interface TenantKnown {
  readonly accounts: AccountReview | undefined;
  readonly applications: ApplicationReview | undefined;
  readonly mfa: MfaReport | undefined;
  readonly privilege: PrivilegeReport | undefined;
}

/**
 * The users, guests and applications of a tenant, as facts. Without the privileges nothing is said: a list that calls an
 * administrator an ordinary user is worse than none.
 */
export function entraPrincipalFacts(tenant: string, known: TenantKnown): readonly PrincipalFact[] {
  const { accounts, applications, mfa, privilege } = known;
  if (!privilege) return [];
  const principals = new Map(privilege.principals.map((each) => [each.id, each]));
  const factors = new Map(mfa?.users.map(({ user, enforcement }) => [user.id, enforcement]));
  const users = (accounts?.accounts ?? []).map(({ user, lastActivity }): PrincipalFact => {
    const enforcement = factors.get(user.id);
    const isForced = enforcement === 'always' || enforcement === 'conditional';
    return {
      provider: 'entra',
      account: tenant,
      kind: user.isGuest ? 'entra-guest' : 'entra-user',
      id: user.id,
      name: user.name,
      ...privilegesOf(principals.get(user.id)),
      ...(lastActivity && { lastUsed: lastActivity.toISOString() }),
      ...(user.created && { created: user.created.toISOString() }),
      ...(enforcement !== undefined && enforcement !== 'unknown' && user.enabled && { mfa: isForced }),
      ...(!user.enabled && { disabled: true as const }),
      groups: [],
      entitlements: { policies: rolesOf(principals.get(user.id)), services: [] },
      reviewable: true,
    };
  });
  return [...users, ...(applications?.applications ?? []).flatMap((each) => applicationFact(tenant, each, principals))];
}

/** Microsoft's own applications stand in every tenant, and are nobody's to review. */
function applicationFact(
  tenant: string,
  { servicePrincipal, class: kind, lastUsed, permissions, grants }: ReviewedApplication,
  principals: ReadonlyMap<string, PrivilegedPrincipal>,
): readonly PrincipalFact[] {
  if (!servicePrincipal || (kind === 'microsoft' && !principals.has(servicePrincipal.id))) return [];
  const { id, name, created, enabled } = servicePrincipal;
  const principal = principals.get(id);
  const scopes = grants.flatMap((grant) => grant.scopes);
  return [
    {
      provider: 'entra',
      account: tenant,
      kind: 'entra-app',
      id,
      name,
      ...privilegesOf(principal),
      ...(lastUsed && { lastUsed: lastUsed.toISOString() }),
      ...(created && { created: created.toISOString() }),
      ...(!enabled && { disabled: true as const }),
      groups: [],
      entitlements: {
        policies: [...new Set([...rolesOf(principal), ...permissions, ...scopes])].toSorted(),
        services: [],
      },
      reviewable: kind !== 'microsoft',
    },
  ];
}

function privilegesOf(
  principal: PrivilegedPrincipal | undefined,
): Pick<PrincipalFact, 'privileges' | 'chain' | 'conditions'> {
  const [way] = principal?.ways ?? [];
  if (!principal || !way)
    return { privileges: principal && principal.roles.length > 0 ? 'writes' : 'none', chain: [], conditions: [] };
  const isAtOnce = principal.ways.some(
    ({ path, tier }) => tier === 'direct' && (path === 'activeRole' || path === 'appPermission'),
  );
  const privileges: PrivilegeClass = isAtOnce
    ? 'administrator'
    : isTierZero(principal)
      ? 'can-become-administrator'
      : 'manages-permissions';
  const chain = privilegeEvidence(way).map(({ what }, at) => ({
    technique: way.path,
    actor: way.steps[at]?.id ?? '',
    target: way.steps[at + 1]?.id ?? '',
    what,
  }));
  return { privileges, chain: privileges === 'manages-permissions' ? [] : chain, conditions: [] };
}

function rolesOf(principal: PrivilegedPrincipal | undefined): readonly string[] {
  return [...(principal?.roles ?? []), ...(principal?.eligibleRoles ?? []).map((role) => `${role} (eligible)`)];
}
