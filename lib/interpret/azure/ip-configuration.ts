import type { IpConfiguration } from '../../model/azure/network.ts';
import { given, wordIn } from '../json-object.ts';
import { familyIn, referenceIn, referencesIn, type ArmChild } from './arm-resource.ts';

/** An IP configuration of an interface, or of the interfaces of a scale set's instances. */
export function ipConfiguration({ id, name, properties }: ArmChild): IpConfiguration {
  return {
    id,
    name,
    family: familyIn(properties, 'privateIPAddressVersion'),
    ...given('address', wordIn(properties, 'privateIPAddress')),
    ...given('subnetId', referenceIn(properties, 'subnet')),
    ...given('publicAddressId', referenceIn(properties, 'publicIPAddress')),
    backendPoolIds: referencesIn(properties, 'loadBalancerBackendAddressPools'),
    natRuleIds: [
      ...referencesIn(properties, 'loadBalancerInboundNatRules'),
      ...referencesIn(properties, 'loadBalancerInboundNatPools'),
    ],
    applicationSecurityGroupIds: referencesIn(properties, 'applicationSecurityGroups'),
  };
}
