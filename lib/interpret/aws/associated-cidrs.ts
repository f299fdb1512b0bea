import type { VpcCidrBlockAssociation, VpcIpv6CidrBlockAssociation } from '@aws-sdk/client-ec2';
import { listOf } from '../shape.ts';
import type { Wire } from '../wire.ts';

/** What a VPC and a subnet say of their blocks alike. */
interface Blocks {
  readonly CidrBlock?: string | undefined;
  readonly CidrBlockAssociationSet?: readonly Wire<VpcCidrBlockAssociation>[] | undefined;
  readonly Ipv6CidrBlockAssociationSet?:
    | readonly Wire<
        Pick<VpcIpv6CidrBlockAssociation, 'Ipv6CidrBlock' | 'Ipv6CidrBlockState' | 'Ipv6AddressAttribute'>
      >[]
    | undefined;
}

/** The blocks of both families that are associated at the moment, and which of IPv6 the internet does not know. */
export function associatedCidrs(blocks: Blocks): { readonly cidrs: string[]; readonly privateIpv6: string[] } {
  const ipv4 = listOf(blocks.CidrBlockAssociationSet, 'CidrBlockAssociationSet').flatMap((each) =>
    isAssociated(each.CidrBlockState) ? (each.CidrBlock ?? []) : [],
  );
  const ipv6 = listOf(blocks.Ipv6CidrBlockAssociationSet, 'Ipv6CidrBlockAssociationSet').filter((each) =>
    isAssociated(each.Ipv6CidrBlockState),
  );
  const first = blocks.CidrBlock === undefined ? [] : [blocks.CidrBlock];
  return {
    cidrs: [...new Set([...first, ...ipv4, ...ipv6.flatMap((each) => each.Ipv6CidrBlock ?? [])])],
    privateIpv6: ipv6.flatMap((each) => (each.Ipv6AddressAttribute === 'private' ? (each.Ipv6CidrBlock ?? []) : [])),
  };
}

function isAssociated(state: { readonly State?: string | undefined } | undefined): boolean {
  return state?.State === undefined || state.State === 'associated' || state.State === 'associating';
}
