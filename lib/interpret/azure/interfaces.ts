import type { AzureInterface } from '../../model/azure/network.ts';
import type { PartDefinition } from '../part.ts';
import { flagIn, given, itemsOf } from '../json-object.ts';
import { childrenIn, namedIn, propertiesIn, referenceIn } from './arm-resource.ts';
import { ipConfiguration } from './ip-configuration.ts';

const operation = 'Microsoft.Network/networkInterfaces';

/** Network interfaces of machines and of private endpoints. */
export const interfaces: PartDefinition<'azure.interfaces'> = {
  per: 'azure-subscription',
  operations: [operation],
  interpret: (answers) =>
    itemsOf(answers, operation).map((each): AzureInterface => {
      const named = namedIn(each);
      const properties = propertiesIn(each);
      const endpoint = referenceIn(properties, 'privateEndpoint') ?? referenceIn(properties, 'privateLinkService');
      return {
        ...named,
        configurations: childrenIn(properties, 'ipConfigurations', named.id).map(ipConfiguration),
        ...given('networkSecurityGroupId', referenceIn(properties, 'networkSecurityGroup')),
        ...given('machineId', referenceIn(properties, 'virtualMachine')),
        ...given('privateEndpointId', endpoint),
        forwards: flagIn(properties, 'enableIPForwarding') ?? false,
      };
    }),
};
