import type { TransitGatewayAttachment } from '@aws-sdk/client-ec2';
import type { Counterpart, ExternalConnection } from '../../../model/aws/external-connection.ts';
import type { AwsUnit } from '../../../model/unit.ts';
import { listOf, required } from '../../shape.ts';
import type { Wire } from '../../wire.ts';
import { answerOf } from '../answer.ts';
import { ec2Arn } from '../ec2-arn.ts';
import type { ConnectionSource } from './connection-source.ts';
import { isGone, named } from './named.ts';

const operation = 'ec2:DescribeTransitGatewayAttachments';

/** What is attached to the account's transit gateways, and what of the account is attached to those of others. */
export const transitGatewayAttachments: ConnectionSource = {
  operations: [operation],
  connections: (answers, unit) =>
    listOf(answerOf(answers, operation).TransitGatewayAttachments, 'TransitGatewayAttachments')
      .map((each) => attachmentOf(each, unit))
      .filter(({ state }) => !isGone(state)),
};

function attachmentOf(answer: Wire<TransitGatewayAttachment>, unit: AwsUnit): ExternalConnection {
  const id = required(answer.TransitGatewayAttachmentId, 'TransitGatewayAttachmentId');
  const gateway = required(answer.TransitGatewayId, 'TransitGatewayId');
  return {
    kind: 'transit-gateway-attachment',
    ...named(id, answer.Tags, required(answer.State, 'State')),
    arn: ec2Arn(unit, unit.account, `transit-gateway-attachment/${id}`),
    counterpart: counterpartOf(answer, unit.account),
    reach: [gateway, answer.ResourceId].filter((each) => each !== undefined),
    resourceType: required(answer.ResourceType, 'ResourceType'),
    operation,
  };
}

/** What leads to premises, and not to an account, if nobody else's account is at either end. */
const toPremises: ReadonlySet<string> = new Set(['vpn', 'vpn-concentrator', 'direct-connect-gateway']);

function counterpartOf(answer: Wire<TransitGatewayAttachment>, account: string): Counterpart {
  const ends = [
    required(answer.TransitGatewayOwnerId, 'TransitGatewayOwnerId'),
    // A peer's owner is not told until the peer has accepted.
    answer.ResourceOwnerId,
  ];
  const other = ends.find((end) => end !== undefined && end !== account);
  if (other !== undefined) return { kind: 'account', id: other };
  if (answer.ResourceOwnerId === undefined) return { kind: 'unread', operation };
  return toPremises.has(answer.ResourceType ?? '') ? { kind: 'premises' } : { kind: 'account', id: account };
}
