import type { Image } from '@aws-sdk/client-ec2';
import type { ServiceEndpoint } from '../../../model/aws/service-endpoint.ts';
import type { AwsUnit } from '../../../model/unit.ts';
import { listOf, required } from '../../shape.ts';
import type { Wire } from '../../wire.ts';
import { answerOf } from '../answer.ts';
import { partitionOf } from '../partition-of.ts';
import { tagMap } from '../tag-map.ts';
import type { EndpointSource } from './endpoint-source.ts';

/**
 * Machine images that every AWS account may start. Blocking public access keeps new ones from being shared, and leaves
 * those that are ("Block public access to your AMIs").
 */
export const sharedImages: EndpointSource = {
  kind: 'machine-image',
  operation: 'ec2:DescribeImages',
  more: [],
  endpoints: (answers, unit) =>
    listOf(answerOf(answers, 'ec2:DescribeImages').Images, 'Images')
      .filter((each) => each.Public !== false)
      .map((each) => endpointOf(each, unit)),
};

function endpointOf(image: Wire<Image>, { region }: AwsUnit): ServiceEndpoint {
  const id = required(image.ImageId, 'ImageId');
  return {
    kind: 'machine-image',
    id,
    arn: `arn:${partitionOf(region)}:ec2:${region}::image/${id}`,
    name: image.Name ?? id,
    tags: tagMap(image.Tags),
    operation: 'ec2:DescribeImages',
    families: [],
    strength: 'open',
    unread: [],
  };
}
