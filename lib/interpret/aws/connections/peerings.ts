import type { VpcPeeringConnection, VpcPeeringConnectionVpcInfo } from '@aws-sdk/client-ec2';
import type { ExternalConnection } from '../../../model/aws/external-connection.ts';
import type { AwsUnit } from '../../../model/unit.ts';
import { listOf, required } from '../../shape.ts';
import type { Wire } from '../../wire.ts';
import { answerOf } from '../answer.ts';
import { ec2Arn } from '../ec2-arn.ts';
import type { ConnectionSource } from './connection-source.ts';
import { isGone, named } from './named.ts';

const operation = 'ec2:DescribeVpcPeeringConnections';

/** Peerings of VPCs, those that wait for somebody to accept them among them. */
export const peerings: ConnectionSource = {
  operations: [operation],
  connections: (answers, unit) =>
    listOf(answerOf(answers, operation).VpcPeeringConnections, 'VpcPeeringConnections')
      .map((each) => peeringOf(each, unit))
      .filter(({ state }) => !isGone(state)),
};

function peeringOf(answer: Wire<VpcPeeringConnection>, unit: AwsUnit): ExternalConnection {
  const id = required(answer.VpcPeeringConnectionId, 'VpcPeeringConnectionId');
  const { requester, accepter } = {
    requester: required(answer.RequesterVpcInfo, 'RequesterVpcInfo'),
    accepter: required(answer.AccepterVpcInfo, 'AccepterVpcInfo'),
  };
  const isIncoming = required(requester.OwnerId, 'OwnerId') !== unit.account;
  const other = isIncoming ? requester : accepter;
  return {
    kind: 'vpc-peering',
    ...named(id, answer.Tags, required(answer.Status?.Code, 'Status')),
    // It belongs to whoever asked for it; the other account calls it by an ARN of its own.
    arn: ec2Arn(unit, unit.account, `vpc-peering-connection/${id}`),
    counterpart: { kind: 'account', id: required(other.OwnerId, 'OwnerId') },
    reach: networkOf(other),
    isIncoming,
    operation,
  };
}

function networkOf(side: Wire<VpcPeeringConnectionVpcInfo>): readonly string[] {
  const blocks = [
    ...listOf(side.CidrBlockSet, 'CidrBlockSet').map(({ CidrBlock }) => CidrBlock),
    ...listOf(side.Ipv6CidrBlockSet, 'Ipv6CidrBlockSet').map(({ Ipv6CidrBlock }) => Ipv6CidrBlock),
  ];
  const known = [side.VpcId, side.CidrBlock, ...blocks].filter((each) => each !== undefined);
  return [...new Set(known)];
}
