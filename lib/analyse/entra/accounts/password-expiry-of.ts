import type { PasswordExpiry } from '../../../model/entra/account-review.ts';
import type { EntraDomain } from '../../../model/entra/tenant.ts';
import type { EntraUser } from '../../../model/entra/user.ts';

/**
 * Whether a password ever expires. Password hash synchronisation sets the flag on every account by design; a federated
 * domain keeps its passwords elsewhere; where a domain says nothing, the age of the tenant decides
 * ("Set an individual user's password to never expire", "domain resource type").
 */
export function passwordExpiryOf(
  { name, passwordPolicies, isSynced }: EntraUser,
  domains: ReadonlyMap<string, EntraDomain> | undefined,
): PasswordExpiry {
  const domain = domains?.get(name.slice(name.lastIndexOf('@') + 1).toLowerCase());
  if (domain?.isFederated) return { source: 'federated' };
  if (passwordPolicies.includes('DisablePasswordExpiration'))
    return { neverExpires: true, source: isSynced ? 'passwordHashSync' : 'user' };
  if (!domains) return { source: 'unread' };
  if (domain?.passwordDays === undefined) return { source: 'domainUnset' };
  return { neverExpires: domain.passwordDays === 'never', source: 'domain' };
}
