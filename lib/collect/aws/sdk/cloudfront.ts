/** What the scan needs of the client: loaded on demand, and bundled without the rest. */
export {
  CloudFrontClient,
  GetVpcOriginCommand,
  ListDistributionsCommand,
  ListVpcOriginsCommand,
} from '@aws-sdk/client-cloudfront';
