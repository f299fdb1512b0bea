import type { Route as RouteAnswer, RouteTable as TableAnswer } from '@aws-sdk/client-ec2';
import type { Route, RouteTable, RouteTargetKind } from '../../model/aws/route-table.ts';
import { parseCidr } from '../../model/network/cidr.ts';
import type { PartDefinition } from '../part.ts';
import { listOf, required } from '../shape.ts';
import type { Wire } from '../wire.ts';
import { answerOf } from './answer.ts';
import { prefixListEntries, type PrefixLists } from './prefix-list-entries.ts';

/** `aws.routeTables`: where traffic of subnets and gateways goes. */
export const routeTables: PartDefinition<'aws.routeTables'> = {
  per: 'aws-region',
  operations: ['ec2:DescribeRouteTables'],
  optional: ['ec2:GetManagedPrefixListEntries'],
  interpret: (answers) => {
    const lists = prefixListEntries(answers);
    const answer = answerOf(answers, 'ec2:DescribeRouteTables');
    return listOf(answer.RouteTables, 'RouteTables').map((table) => tableOf(table, lists));
  },
};

function tableOf(table: Wire<TableAnswer>, lists: PrefixLists): RouteTable {
  const associations = listOf(table.Associations, 'Associations').filter(
    ({ AssociationState }) => !['disassociated', 'failed'].includes(AssociationState?.State ?? ''),
  );
  return {
    id: required(table.RouteTableId, 'RouteTableId'),
    vpcId: required(table.VpcId, 'VpcId'),
    isMain: associations.some(({ Main }) => Main === true),
    subnetIds: associations.flatMap(({ SubnetId }) => SubnetId ?? []),
    gatewayIds: associations.flatMap(({ GatewayId }) => GatewayId ?? []),
    publicIpv4Pools: associations.flatMap(({ PublicIpv4Pool }) => PublicIpv4Pool ?? []),
    routes: listOf(table.Routes, 'Routes').map((route) => routeOf(route, lists)),
  };
}

function routeOf(route: Wire<RouteAnswer>, lists: PrefixLists): Route {
  const list = route.DestinationPrefixListId;
  const destination = required(
    route.DestinationCidrBlock ?? route.DestinationIpv6CidrBlock ?? list,
    'DestinationCidrBlock',
  );
  const cidrs = destination === list ? lists.get(list) : [destination];
  cidrs?.forEach(parseCidr);
  return {
    destination,
    ...(cidrs && { cidrs }),
    target: targetOf(route),
    state: route.State ?? 'active',
    propagated: route.Origin === 'EnableVgwRoutePropagation' || route.Origin === 'Advertisement',
  };
}

const gateways: readonly (readonly [prefix: string, kind: RouteTargetKind])[] = [
  ['local', 'local'],
  ['igw-', 'internet-gateway'],
  ['vgw-', 'vpn-gateway'],
  ['vpce-', 'endpoint'],
  // What some implementations, and older answers, write here.
  ['nat-', 'nat-gateway'],
  ['eigw-', 'egress-only-internet-gateway'],
  ['tgw-', 'transit-gateway'],
  ['pcx-', 'peering'],
];

function targetOf(route: Wire<RouteAnswer>): Route['target'] {
  const named: readonly (readonly [RouteTargetKind, string | undefined])[] = [
    ['egress-only-internet-gateway', route.EgressOnlyInternetGatewayId],
    ['nat-gateway', route.NatGatewayId],
    ['transit-gateway', route.TransitGatewayId],
    ['peering', route.VpcPeeringConnectionId],
    // The interface of an instance is named beside the instance.
    ['network-interface', route.NetworkInterfaceId],
    ['other', route.LocalGatewayId ?? route.CarrierGatewayId ?? route.CoreNetworkArn ?? route.InstanceId],
  ];
  const found = named.find(([, id]) => id !== undefined && id !== '');
  if (found?.[1]) return { kind: found[0], id: found[1] };
  const id = route.GatewayId ?? '';
  return { kind: gateways.find(([prefix]) => id.startsWith(prefix))?.[1] ?? 'other', id };
}
