import type { Reach } from '../network/exposure.ts';

/**
 * Who gets to an endpoint: everybody; any customer of Azure; everybody whose request has the right header or certificate;
 * those alone whom its rules name; nobody.
 */
export type EndpointOpenness = 'internet' | 'any-azure' | 'conditional' | 'restricted' | 'closed';

/** Who gets to an endpoint by these reaches, the most that holds. */
export function endpointOpenness(reaches: readonly Reach[]): EndpointOpenness {
  if (reaches.length === 0) return 'closed';
  const sure = reaches.filter(({ strength }) => strength !== 'conditional');
  if (sure.some(({ sources }) => sources === 'any')) return 'internet';
  if (sure.some(({ sources }) => sources !== 'any' && sources.some(isAnyAzure))) return 'any-azure';
  return reaches.some(({ sources }) => sources === 'any') ? 'conditional' : 'restricted';
}

/** `AzureCloud`, of a region too, holds the addresses of every customer's machines. */
export function isAnyAzure(source: string): boolean {
  return /^azurecloud(\.|$)/i.test(source);
}
