import type { FlowLog as FlowLogAnswer } from '@aws-sdk/client-ec2';
import type { FlowLog } from '../../model/aws/vpc.ts';
import type { PartDefinition } from '../part.ts';
import { listOf, required } from '../shape.ts';
import type { Wire } from '../wire.ts';
import { answerOf } from './answer.ts';

/** `aws.flowLogs`: what is logged, and whether the records arrive. */
export const flowLogs: PartDefinition<'aws.flowLogs'> = {
  per: 'aws-region',
  operations: ['ec2:DescribeFlowLogs'],
  interpret: (answers) => {
    const answer = answerOf(answers, 'ec2:DescribeFlowLogs');
    return listOf(answer.FlowLogs, 'FlowLogs').map(flowLogOf);
  },
};

function flowLogOf(log: Wire<FlowLogAnswer>): FlowLog {
  const failed = log.DeliverLogsStatus === 'FAILED';
  return {
    id: required(log.FlowLogId, 'FlowLogId'),
    resourceId: required(log.ResourceId, 'ResourceId'),
    active: required(log.FlowLogStatus, 'FlowLogStatus') === 'ACTIVE',
    // Flow logs of transit gateways have no traffic type: they record all.
    trafficType: log.TrafficType ?? 'ALL',
    ...(failed ? { deliveryError: log.DeliverLogsErrorMessage ?? 'FAILED' } : {}),
  };
}
