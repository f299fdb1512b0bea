import type {
  GetBucketPolicyOutput,
  GetBucketPolicyStatusOutput,
  GetPublicAccessBlockOutput,
  ListBucketsOutput,
} from '@aws-sdk/client-s3';
import { defineOperation } from '../operation.ts';

const account = { per: 'account', budget: 'other' } as const;

const eachBucket = {
  of: ['s3:ListBuckets'],
  inputs: ({ Buckets = [] }: ListBucketsOutput) => Buckets.flatMap(({ Name }) => (Name ? [{ Bucket: Name }] : [])),
  atMost: 1000,
};

/** Buckets, and what decides whether the public or another account gets into them. Objects are never read. */
export const s3Operations = [
  defineOperation({
    ...account,
    id: 's3:ListBuckets',
    async call({ s3 }, options, page) {
      const { ListBucketsCommand } = await import('../sdk/s3.ts');
      return (await s3).send(new ListBucketsCommand({ MaxBuckets: 10_000, ContinuationToken: page }), options);
    },
    next: (output) => output.ContinuationToken,
  }),
  defineOperation({
    ...account,
    id: 's3control:GetPublicAccessBlock',
    absent: ['NoSuchPublicAccessBlockConfiguration'],
    async call({ s3control }, options, _page, _input, AccountId): Promise<Partial<GetPublicAccessBlockOutput>> {
      const { GetPublicAccessBlockCommand } = await import('../sdk/s3-control.ts');
      return (await s3control).send(new GetPublicAccessBlockCommand({ AccountId }), options);
    },
  }),
  defineOperation({
    ...account,
    id: 's3:GetBucketPolicyStatus',
    each: eachBucket,
    absent: ['NoSuchBucketPolicy'],
    async call({ s3 }, options, _page, { Bucket }): Promise<Partial<GetBucketPolicyStatusOutput>> {
      const { GetBucketPolicyStatusCommand } = await import('../sdk/s3.ts');
      return (await s3).send(new GetBucketPolicyStatusCommand({ Bucket }), options);
    },
  }),
  defineOperation({
    ...account,
    id: 's3:GetBucketPolicy',
    budget: 'workload',
    each: {
      of: ['s3:GetBucketPolicyStatus'],
      // Only a bucket with a policy has a status of it.
      inputs: ({ PolicyStatus }: GetBucketPolicyStatusOutput, { Bucket }) =>
        PolicyStatus?.IsPublic !== undefined && typeof Bucket === 'string' ? [{ Bucket }] : [],
      refusedAlike: true,
    },
    absent: ['NoSuchBucketPolicy'],
    async call({ s3 }, options, _page, { Bucket }): Promise<Partial<GetBucketPolicyOutput>> {
      const { GetBucketPolicyCommand } = await import('../sdk/s3.ts');
      return (await s3).send(new GetBucketPolicyCommand({ Bucket }), options);
    },
  }),
  defineOperation({
    ...account,
    id: 's3:GetPublicAccessBlock',
    each: eachBucket,
    absent: ['NoSuchPublicAccessBlockConfiguration'],
    async call({ s3 }, options, _page, { Bucket }): Promise<Partial<GetPublicAccessBlockOutput>> {
      const { GetPublicAccessBlockCommand } = await import('../sdk/s3.ts');
      return (await s3).send(new GetPublicAccessBlockCommand({ Bucket }), options);
    },
  }),
  defineOperation({
    ...account,
    id: 's3:GetBucketAcl',
    each: eachBucket,
    async call({ s3 }, options, _page, { Bucket }) {
      const { GetBucketAclCommand } = await import('../sdk/s3.ts');
      return (await s3).send(new GetBucketAclCommand({ Bucket }), options);
    },
  }),
];
