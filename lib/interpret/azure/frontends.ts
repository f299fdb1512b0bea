import type { AzureFrontend } from '../../model/azure/load-balancing.ts';
import type { JsonObject } from '../json-object.ts';
import { given, wordIn } from '../json-object.ts';
import { childrenIn, referenceIn } from './arm-resource.ts';

/** The frontends of a load balancer or an application gateway. */
export function frontends(properties: JsonObject, ownerId: string): readonly AzureFrontend[] {
  return childrenIn(properties, 'frontendIPConfigurations', ownerId).map(({ id, name, properties: own }) => {
    const publicAddressId = referenceIn(own, 'publicIPAddress');
    const isPublic = publicAddressId !== undefined || referenceIn(own, 'publicIPPrefix') !== undefined;
    return {
      id,
      name,
      ...given('publicAddressId', publicAddressId),
      isPublic,
      ...given('privateAddress', wordIn(own, 'privateIPAddress')),
      ...given('subnetId', referenceIn(own, 'subnet')),
    };
  });
}
