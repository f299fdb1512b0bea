/** What the scan needs of the client: loaded on demand, and bundled without the rest. */
export { KafkaClient, ListClustersV2Command } from '@aws-sdk/client-kafka';
