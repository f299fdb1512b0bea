import type { AccountReview } from '../../../model/entra/account-review.ts';
import type { AnalysisDefinition, EntraSources } from '../../analysis.ts';
import { initialPasswordOf } from './initial-password-of.ts';
import { passwordExpiryOf } from './password-expiry-of.ts';
import { sharedAccount } from './shared-account.ts';
import { stalenessOf } from './staleness-of.ts';

/** Which accounts are in use, shared, or still have their first password. */
export const accountReview: AnalysisDefinition<'entra.accountReview'> = {
  per: 'entra-tenant',
  requires: ['entra.users'],
  uses: ['entra.domains', 'entra.signIns'],
  analyse: reviewAccounts,
};

function reviewAccounts({ part, standard, asOf }: EntraSources): AccountReview {
  const signIns = part('entra.signIns');
  const list = part('entra.domains');
  const domains = list && new Map(list.map((domain) => [domain.name, domain]));
  return {
    accounts: (part('entra.users') ?? []).map((user) => {
      const own = signIns?.get(user.id);
      return {
        user,
        ...(own && { signIns: own }),
        ...stalenessOf(user, signIns, standard, asOf),
        initialPassword: initialPasswordOf(user, signIns),
        password: passwordExpiryOf(user, domains),
        ...sharedAccount(user, standard.entra.genericNames),
      };
    }),
  };
}
