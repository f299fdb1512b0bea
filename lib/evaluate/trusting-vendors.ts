import { registerIndex } from '../analyse/services/register-index.ts';
import { hasEnded } from '../analyse/services/review-uses.ts';
import { dayIn } from '../model/days.ts';
import type { Standard } from '../model/standard.ts';

/**
 * The standard as it stands for one account, subscription or tenant: accounts and tenants of providers whose service the
 * register approves of there are trusted like those that the standard names itself. Whoever's service is forbidden, or has
 * ended, is a stranger. That a review is overdue is found by itself, and makes nobody a stranger.
 */
export function trustingVendors(standard: Standard, account: string, asOf: Date): Standard {
  const { register, trustedAccounts, deployment } = standard;
  const today = dayIn(asOf, deployment.timeZone);
  const named = new Set(trustedAccounts.map(({ id }) => id));
  const vendors = registerIndex(register)
    .rows.filter(
      ({ entry, isForAccount }) => isForAccount(account) && entry.state !== 'forbidden' && !hasEnded(entry, today),
    )
    .flatMap(({ entry }) => entry.keys.tenants.map((id) => ({ id, name: entry.name })))
    .filter(({ id }) => !named.has(id));
  return vendors.length === 0 ? standard : { ...standard, trustedAccounts: [...trustedAccounts, ...vendors] };
}
