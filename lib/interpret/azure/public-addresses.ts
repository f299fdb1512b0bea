import type { AzurePublicAddress } from '../../model/azure/network.ts';
import type { PartDefinition } from '../part.ts';
import { given, itemsOf, wordIn, type JsonObject } from '../json-object.ts';
import { familyIn, namedIn, propertiesIn, referenceIn, skuIn } from './arm-resource.ts';

const operation = 'Microsoft.Network/publicIPAddresses';

/** Public addresses, attached or not. */
export const publicAddresses: PartDefinition<'azure.publicAddresses'> = {
  per: 'azure-subscription',
  operations: [operation],
  interpret: (answers) => itemsOf(answers, operation).map(addressOf),
};

function addressOf(resource: JsonObject): AzurePublicAddress {
  const properties = propertiesIn(resource);
  return {
    ...namedIn(resource),
    family: familyIn(properties, 'publicIPAddressVersion'),
    ...given('address', wordIn(properties, 'ipAddress')),
    sku: publicSku(skuIn(resource)),
    ...given('attachedTo', referenceIn(properties, 'ipConfiguration') ?? referenceIn(properties, 'natGateway')),
  };
}

/** "If no SKU is specified, Basic is assumed" (Public IP addresses). StandardV2 is closed by default, as Standard is. */
export function publicSku(name: string | undefined): AzurePublicAddress['sku'] {
  if (name === undefined || name === 'basic') return 'basic';
  return name.startsWith('standard') ? 'standard' : 'unknown';
}
