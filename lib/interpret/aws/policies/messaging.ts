import { lastPart } from '../../../model/last-part.ts';
import { listOf, textOf } from '../../shape.ts';
import { answerOf, answersBy } from '../answer.ts';
import { partitionOf } from '../partition-of.ts';
import { withPolicy, type PolicySource } from './policy-source.ts';

const ofQueue = 'sqs:GetQueueAttributes';
const ofTopic = 'sns:GetTopicAttributes';

/** Queues of Amazon SQS, which name them by their URLs. */
export const queues: PolicySource = {
  kind: 'sqs-queue',
  operation: 'sqs:ListQueues',
  more: [ofQueue],
  policies: (answers, { account, region }) => {
    const told = answersBy(answers, ofQueue, 'QueueUrl', ({ Attributes }) => Attributes?.Policy);
    return listOf(answerOf(answers, 'sqs:ListQueues').QueueUrls, 'QueueUrls').map((url) => {
      const name = lastPart(textOf(url, 'QueueUrls'));
      const arn = `arn:${partitionOf(region)}:sqs:${region}:${account}:${name}`;
      return withPolicy({ kind: 'sqs-queue', id: url, arn, name, operation: ofQueue }, told, url);
    });
  },
};

/** Topics of Amazon SNS. */
export const topics: PolicySource = {
  kind: 'sns-topic',
  operation: 'sns:ListTopics',
  more: [ofTopic],
  policies: (answers) => {
    const told = answersBy(answers, ofTopic, 'TopicArn', ({ Attributes }) => Attributes?.['Policy']);
    return listOf(answerOf(answers, 'sns:ListTopics').Topics, 'Topics').map(({ TopicArn }) => {
      const arn = textOf(TopicArn, 'TopicArn');
      return withPolicy({ kind: 'sns-topic', id: arn, arn, name: lastPart(arn), operation: ofTopic }, told, arn);
    });
  },
};
