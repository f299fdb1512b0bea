/** What the scan needs of the client: loaded on demand, and bundled without the rest. */
export { GetTopicAttributesCommand, ListTopicsCommand, SNSClient } from '@aws-sdk/client-sns';
