import type { DistributionSummary } from '@aws-sdk/client-cloudfront';
import type { VpcOrigin } from '../../model/aws/global-entry.ts';
import type { PartDefinition } from '../part.ts';
import { listOf, required } from '../shape.ts';
import type { Wire } from '../wire.ts';
import { answerOf, answersBy } from './answer.ts';

/** `aws.vpcOrigins`: what enabled CloudFront distributions reach inside VPCs, whatever their subnets route. */
export const vpcOrigins: PartDefinition<'aws.vpcOrigins'> = {
  per: 'aws-account',
  operations: ['cloudfront:ListDistributions', 'cloudfront:ListVpcOrigins', 'cloudfront:GetVpcOrigin'],
  interpret: (answers) => {
    const { DistributionList } = answerOf(answers, 'cloudfront:ListDistributions');
    const distributions = listOf(DistributionList?.Items, 'Items').filter(({ Enabled }) => Enabled !== false);
    const told = answersBy(answers, 'cloudfront:GetVpcOrigin', 'Id', ({ VpcOrigin }) => VpcOrigin);
    const { VpcOriginList } = answerOf(answers, 'cloudfront:ListVpcOrigins');
    return listOf(VpcOriginList?.Items, 'Items').map(({ Id }): VpcOrigin => {
      const id = required(Id, 'Id');
      const origin = required(told.get(id), `the answer about the origin ${id}`);
      const config = required(origin.VpcOriginEndpointConfig, 'VpcOriginEndpointConfig');
      return {
        id,
        endpointArn: required(config.Arn, 'Arn'),
        httpPort: config.HTTPPort ?? 80,
        httpsPort: config.HTTPSPort ?? 443,
        protocolPolicy: config.OriginProtocolPolicy ?? 'match-viewer',
        distributions: distributions.filter((each) => uses(each, id)).map(distributionOf),
      };
    });
  },
};

function uses({ Origins }: Wire<DistributionSummary>, id: string): boolean {
  return listOf(Origins?.Items, 'Items').some(({ VpcOriginConfig }) => VpcOriginConfig?.VpcOriginId === id);
}

function distributionOf(each: Wire<DistributionSummary>): VpcOrigin['distributions'][number] {
  return { id: required(each.Id, 'Id'), domain: each.DomainName ?? '', ipv6: each.IsIPV6Enabled ?? false };
}
