/** What the scan needs of the client: loaded on demand, and bundled without the rest. */
export { GetPublicAccessBlockCommand, S3ControlClient } from '@aws-sdk/client-s3-control';
