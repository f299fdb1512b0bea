import type { EntraDomain } from '../../model/entra/tenant.ts';
import type { PartDefinition } from '../part.ts';
import { given, itemsOf, numberIn, textIn, wordIn, type JsonObject } from '../json-object.ts';

/** What stands for "never" ("domain resource type", Microsoft Graph). */
const never = 2_147_483_647;

/** The domains of a tenant. */
export const domains: PartDefinition<'entra.domains'> = {
  per: 'entra-tenant',
  operations: ['/domains'],
  interpret: (answers) =>
    itemsOf(answers, '/domains').map((domain): EntraDomain => ({
      name: textIn(domain, 'id').toLowerCase(),
      isFederated: wordIn(domain, 'authenticationType') === 'Federated',
      ...given('passwordDays', passwordDaysOf(domain)),
    })),
};

function passwordDaysOf(domain: JsonObject): number | 'never' | undefined {
  const days = numberIn(domain, 'passwordValidityPeriodInDays');
  return days === never ? 'never' : days;
}
