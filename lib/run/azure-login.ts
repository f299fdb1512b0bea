import type { AzureTenant, EntraTenant, Standard } from '../model/standard.ts';

/** As whom the subscriptions of a tenant are read: as they say themselves, else as the tenant is, else as who is signed in here. */
export function azureLogin(
  { tenant, cloud, signIn }: AzureTenant,
  { tenants }: Pick<Standard, 'tenants'>,
): EntraTenant {
  const same = tenants.entra.find(({ id }) => id === tenant);
  return {
    id: tenant,
    cloud: cloud ?? same?.cloud ?? 'global',
    signIn: signIn ?? same?.signIn ?? { with: 'developer' },
  };
}
