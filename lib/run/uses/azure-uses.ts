import type { TenantModel } from '../../evaluate/tenant-model.ts';
import type { ServiceUse } from '../../model/services/service-use.ts';
import { isAzureUnit } from '../../model/unit.ts';

/** What a subscription uses, by type and location; nothing where that was not read, or the tenant is another provider's. */
export function azureUses({ global, read }: TenantModel): readonly ServiceUse[] {
  const { unit } = global ?? {};
  if (!global || !unit || !isAzureUnit(unit)) return [];
  const reading = read('azure.servicesInUse', global);
  if (!reading.read) return [];
  return reading.value.services.map(({ service, type, location, count, examples, isAutomatic, isIgnored }) => ({
    provider: 'azure',
    account: unit.subscription,
    region: location,
    key: type,
    name: service,
    examples,
    sightings: [{ layer: 'inventory', operation: 'Microsoft.Resources/resources', ref: examples[0] ?? type, count }],
    isAutomatic: isAutomatic || isIgnored,
  }));
}
