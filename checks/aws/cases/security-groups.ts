import type { IpPermission } from '@aws-sdk/client-ec2';
import { account } from './units.ts';

/** A security group as `ec2:DescribeSecurityGroups` answers it. */
export function securityGroup(
  id: string,
  rules: {
    readonly ingress?: readonly IpPermission[];
    readonly egress?: readonly IpPermission[];
    readonly name?: string;
  },
): object {
  return {
    GroupId: id,
    GroupName: rules.name ?? 'web',
    OwnerId: account,
    VpcId: 'vpc-0a1',
    IpPermissions: rules.ingress ?? [],
    IpPermissionsEgress: rules.egress ?? [],
  };
}

/** One permission for a port, or a range of ports, to IPv4 sources. */
export function tcp(port: number | readonly [number, number], ...sources: readonly string[]): IpPermission {
  const [FromPort, ToPort] = typeof port === 'number' ? [port, port] : port;
  return { IpProtocol: 'tcp', FromPort, ToPort, IpRanges: sources.map((CidrIp) => ({ CidrIp })) };
}
