import type { DaysBefore } from './days-before.ts';

/** A bucket: with Block Public Access, as new ones have it, or without and with a policy that lets anybody read; or one that lets in one account. */
export interface DemoBucket {
  readonly name: string;
  readonly public?: boolean;
  /** An account that its policy lets read. */
  readonly sharedWith?: string;
}

/** What S3 says of an account's buckets; the account as a whole blocks nothing. */
export function bucketResponses(
  { buckets = [] }: { readonly buckets?: readonly DemoBucket[] },
  days: DaysBefore,
): Record<string, unknown> {
  const about = (answer: (bucket: DemoBucket) => object) =>
    buckets.map((bucket) => ({ input: { Bucket: bucket.name }, output: answer(bucket) }));
  return {
    's3:ListBuckets': { Buckets: buckets.map(({ name }) => ({ Name: name, CreationDate: days(800) })) },
    's3control:GetPublicAccessBlock': {},
    's3:GetBucketPolicyStatus': about(({ public: isPublic = false, sharedWith }) =>
      isPublic || sharedWith ? { PolicyStatus: { IsPublic: isPublic } } : {},
    ),
    's3:GetBucketPolicy': buckets
      .filter((bucket) => bucket.public || bucket.sharedWith)
      .map((bucket) => ({ input: { Bucket: bucket.name }, output: { Policy: policyOf(bucket) } })),
    's3:GetPublicAccessBlock': about((bucket) => ({ PublicAccessBlockConfiguration: blocking(!bucket.public) })),
    's3:GetBucketAcl': about(() => ({ Owner: { ID: owner }, Grants: [ownGrant] })),
  };
}

function policyOf({ name, sharedWith }: DemoBucket): string {
  const Principal = sharedWith ? { AWS: `arn:aws:iam::${sharedWith}:root` } : '*';
  const statement = { Effect: 'Allow', Principal, Action: 's3:GetObject', Resource: `arn:aws:s3:::${name}/*` };
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
}

/** The canonical id of an account. */
const owner = '0'.repeat(64);
const ownGrant = { Grantee: { ID: owner, Type: 'CanonicalUser' }, Permission: 'FULL_CONTROL' };

function blocking(all: boolean) {
  return { BlockPublicAcls: all, IgnorePublicAcls: all, BlockPublicPolicy: all, RestrictPublicBuckets: all };
}
