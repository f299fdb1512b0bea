/** What the scan needs of the client: loaded on demand, and bundled without the rest. */
export { DescribeClustersCommand, RedshiftClient } from '@aws-sdk/client-redshift';
