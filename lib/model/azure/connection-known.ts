import type { KnownAccounts } from '../aws/connection-relation.ts';
import type { TrustedAccount } from '../standard.ts';
import type { KnownSubscription } from './subscription.ts';

/**
 * The subscriptions that a subscription knows: those of its own tenant that the scan sees stand for its organization; the
 * standard names others, or whole tenants. Where the scan saw none, nobody can tell who is a stranger.
 */
export function connectionKnown(
  subscription: string,
  known: readonly KnownSubscription[] | undefined,
  trustedAccounts: readonly TrustedAccount[],
): KnownAccounts {
  const own = subscription.toLowerCase();
  const tenant = known?.find(({ id }) => id === own)?.tenant;
  const trusted = new Set(trustedAccounts.map(({ id }) => id.toLowerCase()));
  const ofTrusted = (known ?? []).filter((each) => trusted.has(each.tenant)).map(({ id }) => id);
  const siblings = (known ?? []).filter((each) => tenant !== undefined && each.tenant === tenant);
  return {
    own,
    organization: { accounts: siblings.map(({ id }) => id), complete: tenant !== undefined },
    trusted: new Set([...trusted, ...ofTrusted]),
  };
}
