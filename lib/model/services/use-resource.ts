import type { Resource } from '../resource.ts';
import type { ServiceUse } from './service-use.ts';

/** What a service as a whole is called as a resource of an account, subscription or tenant: the same wherever in it it is used. */
export function useResource({ provider, account, key, name, examples }: ServiceUse): Resource {
  const common = { provider, account, region: 'global' } as const;
  if (provider === 'azure')
    return { ...common, type: 'azure-service', id: `/subscriptions/${account}/providers/${key}`, name };
  if (provider === 'entra') return { ...common, type: 'entra-service-principal', id: examples[0] ?? key, name };
  return { ...common, type: 'aws-service', id: `aws:${account}:service/${key}`, name };
}
