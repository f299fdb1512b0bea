import type { PolicyKind } from '../../../model/aws/resource-policy.ts';

/**
 * Services that anybody may make act upon a resource of somebody else's, in an account of his own, with nothing but its
 * name: what a policy grants to them without saying for whom, it grants to anybody. Others act within the account that
 * owns the resource, or with a role that must be passed to them. ("Restrict access to an Amazon S3 origin", Amazon
 * CloudFront; "Grant destinations permissions", Amazon S3; "Sending Amazon SNS messages to an Amazon SQS queue in a
 * different account"; "lambda-function-public-access-prohibited", AWS Config; "Create a cross-account Lambda
 * integration", Amazon API Gateway.)
 */
const acting: Readonly<Partial<Record<PolicyKind, readonly string[]>>> = {
  'lambda-function': ['apigateway.amazonaws.com', 'cloudfront.amazonaws.com', 's3.amazonaws.com', 'sns.amazonaws.com'],
  's3-bucket': ['cloudfront.amazonaws.com'],
  'sns-topic': ['s3.amazonaws.com'],
  'sqs-queue': ['s3.amazonaws.com', 'sns.amazonaws.com'],
};

/** The services that act upon resources of a kind for whoever configures them. */
export function actingServices(kind: PolicyKind): readonly string[] {
  return acting[kind] ?? [];
}
