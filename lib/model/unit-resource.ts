import { subscriptionResource } from './azure/azure-resource.ts';
import { tenantResource } from './entra/entra-resource.ts';
import type { Resource } from './resource.ts';
import { globalRegion, isAwsUnit, isAzureUnit, isEntraUnit, type Unit } from './unit.ts';

/** A unit as a resource, for what can only be said of it as a whole. Throws for an organization: no check judges one. */
export function unitResource(unit: Unit): Resource {
  if (isEntraUnit(unit)) return tenantResource(unit.tenant);
  if (isAzureUnit(unit)) return subscriptionResource(unit);
  if (!isAwsUnit(unit)) throw new Error(`no check judges ${JSON.stringify(unit)}`);
  const { account, region } = unit;
  const home: Resource = {
    provider: 'aws',
    account,
    region: globalRegion,
    type: 'aws-account',
    id: `aws:${account}`,
    name: account,
  };
  return region === globalRegion
    ? home
    : { ...home, region, type: 'aws-region', id: `aws:${account}:${region}`, name: region };
}
