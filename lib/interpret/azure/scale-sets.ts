import type { AzureScaleSet, ScaleSetInterface } from '../../model/azure/machine.ts';
import type { IpConfiguration } from '../../model/azure/network.ts';
import type { PartDefinition } from '../part.ts';
import { given, itemsOf, numberIn, objectIn, wordIn, type JsonObject } from '../json-object.ts';
import { childrenIn, namedIn, propertiesIn, referenceIn, skuIn, type ArmChild } from './arm-resource.ts';
import { ipConfiguration } from './ip-configuration.ts';
import { publicSku } from './public-addresses.ts';

const operation = 'Microsoft.Compute/virtualMachineScaleSets';

/** Scale sets, as the models of their instances say. */
export const scaleSets: PartDefinition<'azure.scaleSets'> = {
  per: 'azure-subscription',
  operations: [operation],
  interpret: (answers) =>
    itemsOf(answers, operation).map((each): AzureScaleSet => {
      const named = namedIn(each);
      const properties = propertiesIn(each);
      const profile = objectIn(objectIn(properties, 'virtualMachineProfile') ?? {}, 'networkProfile') ?? {};
      return {
        ...named,
        interfaces: childrenIn(profile, 'networkInterfaceConfigurations', named.id).map(interfaceOf),
        ...given('capacity', numberIn(objectIn(each, 'sku') ?? {}, 'capacity')),
        isFlexible: wordIn(properties, 'orchestrationMode')?.toLowerCase() === 'flexible',
      };
    }),
};

function interfaceOf({ id, name, properties }: ArmChild): ScaleSetInterface {
  return {
    name,
    ...given('networkSecurityGroupId', referenceIn(properties, 'networkSecurityGroup')),
    configurations: childrenIn(properties, 'ipConfigurations', id).map(configurationOf),
  };
}

function configurationOf(child: ArmChild): IpConfiguration {
  const own = objectIn(child.properties, 'publicIPAddressConfiguration');
  return { ...ipConfiguration(child), ...(own && { ownPublicAddress: ownAddress(own) }) };
}

/** Addresses of instances are Basic unless they say Standard. */
function ownAddress(configuration: JsonObject): { readonly isStandard: boolean } {
  return { isStandard: publicSku(skuIn(configuration)) === 'standard' };
}
