import type { Bucket as Listed, Grant, PublicAccessBlockConfiguration } from '@aws-sdk/client-s3';
import type { Bucket, PublicAccessBlock } from '../../model/aws/bucket.ts';
import type { AwsUnit } from '../../model/unit.ts';
import type { Answers, PartDefinition } from '../part.ts';
import { listOf, required } from '../shape.ts';
import type { Wire } from '../wire.ts';
import { answerOf, answersBy } from './answer.ts';
import { gapAt } from './endpoints/endpoint-source.ts';
import { partitionOf } from './partition-of.ts';

const ofAccount = 's3control:GetPublicAccessBlock';
const aboutBuckets = ['s3:GetBucketPolicyStatus', 's3:GetPublicAccessBlock', 's3:GetBucketAcl'] as const;

/** `aws.buckets`: the buckets of an account with what lets the public in; what of one was not read says so. */
export const buckets: PartDefinition<'aws.buckets'> = {
  per: 'aws-account',
  operations: ['s3:ListBuckets'],
  optional: [ofAccount, ...aboutBuckets],
  interpret: (answers, unit) => {
    const listed = listOf(answerOf(answers, 's3:ListBuckets').Buckets, 'Buckets');
    const accountBlock = Object.hasOwn(answers, ofAccount)
      ? blockOf(answerOf(answers, ofAccount).PublicAccessBlockConfiguration)
      : undefined;
    const told = readAbout(answers);
    return { buckets: listed.map((each) => bucketOf(each, told, unit)), ...(accountBlock && { accountBlock }) };
  },
};

interface Told {
  readonly statuses: ReadonlyMap<string, boolean>;
  readonly blocks: ReadonlyMap<string, PublicAccessBlock>;
  readonly grants: ReadonlyMap<string, readonly string[]>;
}

function readAbout(answers: Answers): Told {
  return {
    // A bucket without a policy is answered for with nothing.
    statuses: answersBy(
      answers,
      's3:GetBucketPolicyStatus',
      'Bucket',
      ({ PolicyStatus }) => PolicyStatus?.IsPublic === true,
    ),
    blocks: answersBy(answers, 's3:GetPublicAccessBlock', 'Bucket', ({ PublicAccessBlockConfiguration }) =>
      blockOf(PublicAccessBlockConfiguration),
    ),
    grants: answersBy(answers, 's3:GetBucketAcl', 'Bucket', ({ Grants }) =>
      listOf(Grants, 'Grants').flatMap(publicGrant),
    ),
  };
}

function blockOf(block: Wire<PublicAccessBlockConfiguration> | undefined): PublicAccessBlock {
  return {
    ignorePublicAcls: block?.IgnorePublicAcls === true,
    restrictPublicBuckets: block?.RestrictPublicBuckets === true,
  };
}

/** The two groups that anybody can be in: everybody, and everybody with an AWS account ("Access control list (ACL) overview"). */
function publicGrant({ Grantee, Permission }: Wire<Grant>): readonly string[] {
  const isPublic = /\/groups\/global\/(AllUsers|AuthenticatedUsers)$/.test(Grantee?.URI ?? '');
  return isPublic && Permission ? [Permission] : [];
}

function bucketOf(
  { Name, CreationDate: created }: Wire<Listed>,
  { statuses, blocks, grants }: Told,
  { region }: AwsUnit,
): Bucket {
  const name = required(Name, 'Name');
  const [policyIsPublic, block, publicGrants] = [statuses.get(name), blocks.get(name), grants.get(name)];
  const missing = [policyIsPublic, block, publicGrants].map((each) => each === undefined);
  return {
    name,
    arn: `arn:${partitionOf(region)}:s3:::${name}`,
    ...(created !== undefined && { created }),
    ...(policyIsPublic !== undefined && { policyIsPublic }),
    ...(block && { block }),
    ...(publicGrants && { publicGrants }),
    unread: aboutBuckets.filter((_, at) => missing[at]).map((operation) => gapAt(operation, name)),
  };
}
