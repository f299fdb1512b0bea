import type { ListTopicsResponse } from '@aws-sdk/client-sns';
import type { ListQueuesResult } from '@aws-sdk/client-sqs';
import { defineOperation } from '../operation.ts';

const region = { per: 'region', budget: 'workload', outsideNetworks: true } as const;
const bounds = { atMost: 200, refusedAlike: true } as const;

/** Queues of Amazon SQS and topics of Amazon SNS, with their policies. Messages and subscribers are never read. */
export const messagingOperations = [
  defineOperation({
    ...region,
    id: 'sqs:ListQueues',
    // Without a size of pages, SQS answers with the first thousand and no token ("ListQueues", Amazon SQS API Reference).
    async call({ sqs }, options, page) {
      const { ListQueuesCommand } = await import('../sdk/sqs.ts');
      return (await sqs).send(new ListQueuesCommand({ MaxResults: 1000, NextToken: page }), options);
    },
    next: (output) => output.NextToken,
  }),
  defineOperation({
    ...region,
    id: 'sqs:GetQueueAttributes',
    each: {
      ...bounds,
      of: ['sqs:ListQueues'],
      inputs: ({ QueueUrls = [] }: ListQueuesResult) => QueueUrls.map((QueueUrl) => ({ QueueUrl })),
    },
    async call({ sqs }, options, _page, { QueueUrl }) {
      const { GetQueueAttributesCommand } = await import('../sdk/sqs.ts');
      return (await sqs).send(
        new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['Policy', 'QueueArn'] }),
        options,
      );
    },
  }),
  defineOperation({
    ...region,
    id: 'sns:ListTopics',
    async call({ sns }, options, page) {
      const { ListTopicsCommand } = await import('../sdk/sns.ts');
      return (await sns).send(new ListTopicsCommand({ NextToken: page }), options);
    },
    next: (output) => output.NextToken,
  }),
  defineOperation({
    ...region,
    id: 'sns:GetTopicAttributes',
    each: {
      ...bounds,
      of: ['sns:ListTopics'],
      inputs: ({ Topics = [] }: ListTopicsResponse) =>
        Topics.flatMap(({ TopicArn }) => (TopicArn ? [{ TopicArn }] : [])),
    },
    async call({ sns }, options, _page, { TopicArn }) {
      const { GetTopicAttributesCommand } = await import('../sdk/sns.ts');
      return (await sns).send(new GetTopicAttributesCommand({ TopicArn }), options);
    },
  }),
];
