/** What the scan needs of the client: loaded on demand, and bundled without the rest. */
export { GetQueueAttributesCommand, ListQueuesCommand, SQSClient } from '@aws-sdk/client-sqs';
