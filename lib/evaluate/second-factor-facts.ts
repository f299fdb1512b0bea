import type { MfaReport } from '../model/entra/mfa-coverage.ts';
import { isTierZero, type PrivilegeReport } from '../model/entra/privilege.ts';
import type { SecondFactorFact } from '../model/facts/second-factor-fact.ts';

/** Every enabled user of a tenant, as facts: who gets in without a second factor, and why. */
export function secondFactorFacts(
  tenant: string,
  { users }: MfaReport,
  privilege: PrivilegeReport | undefined,
): readonly SecondFactorFact[] {
  const privileged = privilege && new Set(privilege.principals.filter(isTierZero).map(({ id }) => id));
  return users
    .filter(({ user }) => user.enabled)
    .map(({ user, enforcement, status, strength, isRegistered, methods, gaps, open }) => ({
      provider: 'entra',
      account: tenant,
      id: user.id,
      name: user.name,
      guest: user.isGuest,
      ...(privileged && { privileged: privileged.has(user.id) }),
      enforcement,
      status,
      ...(strength && { strength }),
      ...(isRegistered !== undefined && { registered: isRegistered }),
      methods,
      gaps: gaps.map(({ code, policies }) => ({ code, policies: policies.map(({ name }) => name) })),
      ...(open && { open }),
    }));
}
