import type { VpcBlockPublicAccessExclusion } from '@aws-sdk/client-ec2';
import type { BlockPublicAccessExclusion } from '../../model/aws/block-public-access.ts';
import { lastPart } from '../../model/last-part.ts';
import type { PartDefinition } from '../part.ts';
import { listOf, required } from '../shape.ts';
import type { Wire } from '../wire.ts';
import { answerOf } from './answer.ts';

const exclusions = 'ec2:DescribeVpcBlockPublicAccessExclusions';

/** `aws.blockPublicAccess`: whether the region blocks internet gateways, and for what it does not. */
export const blockPublicAccess: PartDefinition<'aws.blockPublicAccess'> = {
  per: 'aws-region',
  operations: ['ec2:DescribeVpcBlockPublicAccessOptions'],
  // Asked for only where the mode is not off.
  optional: [exclusions],
  interpret: (answers) => {
    const { VpcBlockPublicAccessOptions: options } = answerOf(answers, 'ec2:DescribeVpcBlockPublicAccessOptions');
    const mode = options?.InternetGatewayBlockMode ?? 'off';
    const listed = Object.hasOwn(answers, exclusions);
    return {
      mode,
      exclusionsRead: listed || mode === 'off',
      exclusions: listed
        ? listOf(answerOf(answers, exclusions).VpcBlockPublicAccessExclusions, 'VpcBlockPublicAccessExclusions').map(
            exclusionOf,
          )
        : [],
    };
  },
};

function exclusionOf(exclusion: Wire<VpcBlockPublicAccessExclusion>): BlockPublicAccessExclusion {
  return {
    id: exclusion.ExclusionId ?? '',
    resourceId: lastPart(required(exclusion.ResourceArn, 'ResourceArn')),
    mode: required(exclusion.InternetGatewayExclusionMode, 'InternetGatewayExclusionMode'),
    isActive: exclusion.State === 'create-complete' || exclusion.State === 'update-complete',
  };
}
