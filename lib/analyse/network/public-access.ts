import type { Subnet } from '../../model/aws/vpc.ts';
import type { Unread } from '../../model/unread.ts';
import type { Network } from './network.ts';

const modes = new Set(['block-ingress', 'block-bidirectional']);

/**
 * Whether VPC Block Public Access stops what comes in to a subnet: as the subnet's owner set it, unless the VPC or the
 * subnet is exempt in both directions. `byIngressRouting`: for addresses that an edge table routes in, only an exemption
 * of the whole VPC counts ("Ingress routing", Amazon VPC User Guide).
 */
export function blocksPublicAccess(network: Network, subnet: Subnet, byIngressRouting = false): boolean | Unread {
  if (subnet.owner !== network.account) return bySubnet(subnet, notOwn(subnet));
  const options = network.blockPublicAccess;
  if (!options) return bySubnet(subnet, network.unread('aws.blockPublicAccess') ?? notOwn(subnet));
  if (options.mode === 'off') return false;
  if (!modes.has(options.mode)) return unknownMode(options.mode);
  if (!options.exclusionsRead) return exclusionsUnread;
  const exempt = options.exclusions.some(
    ({ mode, isActive, resourceId }) =>
      isActive &&
      mode === 'allow-bidirectional' &&
      (resourceId === subnet.vpcId || (resourceId === subnet.id && !byIngressRouting)),
  );
  return !exempt;
}

/** What the subnet itself says, where its owner's settings were not read. */
function bySubnet({ blockMode }: Subnet, unread: Unread): boolean | Unread {
  if (blockMode === undefined) return unread;
  return blockMode === 'off' ? false : modes.has(blockMode) || unknownMode(blockMode);
}

const exclusionsUnread: Unread = {
  operation: 'ec2:DescribeVpcBlockPublicAccessExclusions',
  code: 'NotCollected',
  message: 'the exclusions of VPC Block Public Access were not read',
};

function notOwn({ owner }: Subnet): Unread {
  const message = `the settings of account ${owner}, which owns the subnet, were not read`;
  return { operation: 'ec2:DescribeVpcBlockPublicAccessOptions', code: 'NotCollected', message };
}

function unknownMode(mode: string): Unread {
  const message = `the mode ${mode} of VPC Block Public Access is not known`;
  return { operation: 'ec2:DescribeVpcBlockPublicAccessOptions', code: 'UnexpectedAnswer', message };
}
