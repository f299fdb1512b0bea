import type { BastionHost } from '../../model/azure/network.ts';
import type { PartDefinition } from '../part.ts';
import { given, itemsOf } from '../json-object.ts';
import { childrenIn, namedIn, propertiesIn, referenceIn } from './arm-resource.ts';

const operation = 'Microsoft.Network/bastionHosts';

/** Bastion hosts. */
export const bastionHosts: PartDefinition<'azure.bastionHosts'> = {
  per: 'azure-subscription',
  operations: [operation],
  interpret: (answers) =>
    itemsOf(answers, operation).map((each): BastionHost => {
      const named = namedIn(each);
      const configurations = childrenIn(propertiesIn(each), 'ipConfigurations', named.id);
      const [subnet] = configurations.flatMap(({ properties }) => referenceIn(properties, 'subnet') ?? []);
      return {
        ...named,
        ...given('subnetId', subnet),
        publicAddressIds: configurations.flatMap(({ properties }) => referenceIn(properties, 'publicIPAddress') ?? []),
      };
    }),
};
