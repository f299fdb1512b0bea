import type { NetworkAcl as AclAnswer, NetworkAclEntry } from '@aws-sdk/client-ec2';
import type { AclEntry, NetworkAcl } from '../../model/aws/network-acl.ts';
import { parseCidr } from '../../model/network/cidr.ts';
import type { AwsUnit } from '../../model/unit.ts';
import type { PartDefinition } from '../part.ts';
import { listOf, required } from '../shape.ts';
import type { Wire } from '../wire.ts';
import { answerOf } from './answer.ts';
import { ec2Arn } from './ec2-arn.ts';
import { protocolName } from './protocol-name.ts';
import { tagMap } from './tag-map.ts';

/** `aws.networkAcls`: the region's network ACLs, their entries in the order in which they are tried. */
export const networkAcls: PartDefinition<'aws.networkAcls'> = {
  per: 'aws-region',
  operations: ['ec2:DescribeNetworkAcls'],
  interpret: (answers, unit) => {
    const answer = answerOf(answers, 'ec2:DescribeNetworkAcls');
    return listOf(answer.NetworkAcls, 'NetworkAcls').map((acl) => aclOf(acl, unit));
  },
};

function aclOf(acl: Wire<AclAnswer>, unit: AwsUnit): NetworkAcl {
  const id = required(acl.NetworkAclId, 'NetworkAclId');
  const owner = acl.OwnerId ?? unit.account;
  return {
    id,
    arn: ec2Arn(unit, owner, `network-acl/${id}`),
    vpcId: required(acl.VpcId, 'VpcId'),
    owner,
    isDefault: acl.IsDefault ?? false,
    subnetIds: listOf(acl.Associations, 'Associations').flatMap(({ SubnetId }) => SubnetId ?? []),
    entries: listOf(acl.Entries, 'Entries')
      .map(entryOf)
      .toSorted((a, b) => a.number - b.number),
    tags: tagMap(acl.Tags),
  };
}

function entryOf(entry: Wire<NetworkAclEntry>): AclEntry {
  const cidr = required(entry.CidrBlock ?? entry.Ipv6CidrBlock, 'CidrBlock');
  parseCidr(cidr);
  const protocol = protocolName(required(entry.Protocol, 'Protocol'));
  return {
    number: required(entry.RuleNumber, 'RuleNumber'),
    egress: required(entry.Egress, 'Egress'),
    allows: required(entry.RuleAction, 'RuleAction') === 'allow',
    protocol,
    cidr,
    ...portsOf(entry, protocol),
  };
}

function portsOf(entry: Wire<NetworkAclEntry>, protocol: string): Pick<AclEntry, 'fromPort' | 'toPort'> {
  if (protocol === 'icmp' || protocol === 'icmpv6') {
    return { fromPort: entry.IcmpTypeCode?.Type ?? -1, toPort: entry.IcmpTypeCode?.Code ?? -1 };
  }
  if (protocol !== 'tcp' && protocol !== 'udp') return {};
  return { fromPort: entry.PortRange?.From ?? 0, toPort: entry.PortRange?.To ?? 65_535 };
}
