import type { NetworkInterface as InterfaceAnswer } from '@aws-sdk/client-ec2';
import type { NetworkInterface } from '../../model/aws/network-interface.ts';
import type { AwsUnit } from '../../model/unit.ts';
import type { PartDefinition } from '../part.ts';
import { listOf, required } from '../shape.ts';
import type { Wire } from '../wire.ts';
import { answerOf } from './answer.ts';
import { ec2Arn } from './ec2-arn.ts';
import { tagMap } from './tag-map.ts';

/** `aws.networkInterfaces`: what stands in the region's networks. */
export const networkInterfaces: PartDefinition<'aws.networkInterfaces'> = {
  per: 'aws-region',
  operations: ['ec2:DescribeNetworkInterfaces'],
  interpret: (answers, unit) => {
    const answer = answerOf(answers, 'ec2:DescribeNetworkInterfaces');
    return listOf(answer.NetworkInterfaces, 'NetworkInterfaces').map((each) => interfaceOf(each, unit));
  },
};

function interfaceOf(eni: Wire<InterfaceAnswer>, unit: AwsUnit): NetworkInterface {
  const id = required(eni.NetworkInterfaceId, 'NetworkInterfaceId');
  const owner = eni.OwnerId ?? unit.account;
  const { InstanceId: instanceId, DeviceIndex: deviceIndex } = eni.Attachment ?? {};
  return {
    id,
    arn: ec2Arn(unit, owner, `network-interface/${id}`),
    owner,
    vpcId: required(eni.VpcId, 'VpcId'),
    subnetId: required(eni.SubnetId, 'SubnetId'),
    description: eni.Description ?? '',
    type: eni.InterfaceType ?? 'interface',
    status: eni.Status ?? 'in-use',
    // Whoever makes an interface writes what he likes into its description; this, services alone can.
    ...(eni.RequesterId !== undefined && eni.RequesterManaged !== false && { requester: eni.RequesterId }),
    securityGroupIds: listOf(eni.Groups, 'Groups').map((group) => required(group.GroupId, 'GroupId')),
    ...(instanceId !== undefined && { instanceId }),
    ...(deviceIndex !== undefined && { deviceIndex }),
    ...addressesOf(eni),
    deniesInternet: eni.DenyAllIgwTraffic ?? false,
    tags: tagMap(eni.TagSet),
  };
}

/** The top level repeats what stands with the primary address; some implementations fill that alone. */
function addressesOf(
  eni: Wire<InterfaceAnswer>,
): Pick<NetworkInterface, 'privateIpv4' | 'publicIpv4' | 'allocationIds' | 'ipv6' | 'prefixes'> {
  const all = listOf(eni.PrivateIpAddresses, 'PrivateIpAddresses');
  const own = all.flatMap(({ PrivateIpAddress }) => PrivateIpAddress ?? []);
  const associations = [eni.Association, ...all.map((each) => each.Association)];
  return {
    privateIpv4: [...new Set([...(eni.PrivateIpAddress === undefined ? [] : [eni.PrivateIpAddress]), ...own])],
    publicIpv4: [...new Set(associations.flatMap((each) => each?.PublicIp ?? []))],
    allocationIds: [...new Set(associations.flatMap((each) => each?.AllocationId ?? []))],
    ipv6: listOf(eni.Ipv6Addresses, 'Ipv6Addresses').flatMap(({ Ipv6Address }) => Ipv6Address ?? []),
    prefixes: [
      ...listOf(eni.Ipv4Prefixes, 'Ipv4Prefixes').flatMap(({ Ipv4Prefix }) => Ipv4Prefix ?? []),
      ...listOf(eni.Ipv6Prefixes, 'Ipv6Prefixes').flatMap(({ Ipv6Prefix }) => Ipv6Prefix ?? []),
    ],
  };
}
