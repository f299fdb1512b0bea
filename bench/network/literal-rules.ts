import { generatedRegion } from './generated-region.ts';

/**
 * The question that most scanners ask, over the same answers: has the instance a public address, and one of its groups a
 * rule with 0.0.0.0/0? No routes, no network ACLs, no load balancers. Words: interfaces, groups.
 */
const [interfaces = 10_000, groups = 5000] = process.argv.slice(2).map(Number);

interface Answers {
  readonly 'ec2:DescribeNetworkInterfaces': {
    readonly NetworkInterfaces: readonly {
      readonly PrivateIpAddresses: readonly { readonly Association?: object }[];
      readonly Groups: readonly { readonly GroupId: string }[];
      readonly Attachment: { readonly InstanceId: string };
    }[];
  };
  readonly 'ec2:DescribeSecurityGroups': {
    readonly SecurityGroups: readonly {
      readonly GroupId: string;
      readonly IpPermissions: readonly { readonly IpRanges?: readonly { readonly CidrIp: string }[] }[];
    }[];
  };
}

const answers = generatedRegion({ interfaces, groups }) as unknown as Answers;
const began = performance.now();
const open = new Set(
  answers['ec2:DescribeSecurityGroups'].SecurityGroups.filter(({ IpPermissions }) =>
    IpPermissions.some(({ IpRanges = [] }) => IpRanges.some(({ CidrIp }) => CidrIp === '0.0.0.0/0')),
  ).map(({ GroupId }) => GroupId),
);
const exposed = answers['ec2:DescribeNetworkInterfaces'].NetworkInterfaces.filter(
  ({ PrivateIpAddresses, Groups }) =>
    PrivateIpAddresses.some(({ Association }) => Association) && Groups.some(({ GroupId }) => open.has(GroupId)),
).map(({ Attachment }) => Attachment.InstanceId);
console.log(
  JSON.stringify({
    ms: performance.now() - began,
    peakMiB: process.resourceUsage().maxRSS / 1024,
    interfaces,
    exposed,
  }),
);
