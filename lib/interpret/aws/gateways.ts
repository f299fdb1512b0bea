import { gatewayKinds, type Gateway, type GatewayKind, type Gateways } from '../../model/aws/gateway.ts';
import type { AwsUnit } from '../../model/unit.ts';
import type { Answers, PartDefinition } from '../part.ts';
import { listOf, required } from '../shape.ts';
import { answerOf } from './answer.ts';
import { ec2Arn } from './ec2-arn.ts';
import { tagMap } from './tag-map.ts';

/** What an answer says of one gateway. */
interface Told {
  readonly id: string | undefined;
  readonly owner?: string | undefined;
  readonly state?: string | undefined;
  readonly tags: Parameters<typeof tagMap>[0];
}

interface GatewaySource {
  readonly operation: string;
  told(answers: Answers): readonly Told[];
}

const internet = 'ec2:DescribeInternetGateways';

const sources: Readonly<Record<GatewayKind, GatewaySource>> = {
  'internet-gateway': {
    operation: internet,
    told: (answers) =>
      listOf(answerOf(answers, internet).InternetGateways, 'InternetGateways').map((each) => ({
        id: each.InternetGatewayId,
        owner: each.OwnerId,
        tags: each.Tags,
      })),
  },
  'nat-gateway': {
    operation: 'ec2:DescribeNatGateways',
    told: (answers) =>
      listOf(answerOf(answers, 'ec2:DescribeNatGateways').NatGateways, 'NatGateways').map((each) => ({
        id: each.NatGatewayId,
        state: each.State,
        tags: each.Tags,
      })),
  },
  'vpn-gateway': {
    operation: 'ec2:DescribeVpnGateways',
    told: (answers) =>
      listOf(answerOf(answers, 'ec2:DescribeVpnGateways').VpnGateways, 'VpnGateways').map((each) => ({
        id: each.VpnGatewayId,
        state: each.State,
        tags: each.Tags,
      })),
  },
  'customer-gateway': {
    operation: 'ec2:DescribeCustomerGateways',
    told: (answers) =>
      listOf(answerOf(answers, 'ec2:DescribeCustomerGateways').CustomerGateways, 'CustomerGateways').map((each) => ({
        id: each.CustomerGatewayId,
        state: each.State,
        tags: each.Tags,
      })),
  },
  'transit-gateway': {
    operation: 'ec2:DescribeTransitGateways',
    told: (answers) =>
      listOf(answerOf(answers, 'ec2:DescribeTransitGateways').TransitGateways, 'TransitGateways').map((each) => ({
        id: each.TransitGatewayId,
        owner: each.OwnerId,
        state: each.State,
        tags: each.Tags,
      })),
  },
  'vpn-connection': {
    operation: 'ec2:DescribeVpnConnections',
    told: (answers) =>
      listOf(answerOf(answers, 'ec2:DescribeVpnConnections').VpnConnections, 'VpnConnections').map((each) => ({
        id: each.VpnConnectionId,
        state: each.State,
        tags: each.Tags,
      })),
  },
};

/** `aws.gateways`: the devices that lead out of the region's networks; each kind but internet gateways read or not by itself. */
export const gateways: PartDefinition<'aws.gateways'> = {
  per: 'aws-region',
  operations: [internet],
  optional: Object.values(sources)
    .map(({ operation }) => operation)
    .filter((operation) => operation !== internet),
  interpret: (answers, unit): Gateways => {
    const read = gatewayKinds.filter((kind) => Object.hasOwn(answers, sources[kind].operation));
    return {
      gateways: read.flatMap((kind) => ofKind(kind, answers, unit)),
      unread: gatewayKinds
        .filter((kind) => !read.includes(kind))
        .map((kind) => ({ kind, operation: sources[kind].operation })),
    };
  },
};

function ofKind(kind: GatewayKind, answers: Answers, unit: AwsUnit): readonly Gateway[] {
  const { operation, told } = sources[kind];
  return told(answers)
    .filter(({ state = '' }) => !/^(delet|fail)/i.test(state))
    .map(({ id: given, owner = unit.account, tags: list }) => {
      const id = required(given, kind);
      const tags = tagMap(list);
      return {
        kind,
        id,
        arn: ec2Arn(unit, owner, arnPart(kind, id)),
        name: tags['Name'] || id,
        owner,
        tags,
        operation,
      };
    });
}

/** NAT gateways alone are called otherwise in their ARNs ("Resource types defined by Amazon EC2"). */
function arnPart(kind: GatewayKind, id: string): string {
  return `${kind === 'nat-gateway' ? 'natgateway' : kind}/${id}`;
}
