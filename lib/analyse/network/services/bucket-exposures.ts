import type { Bucket, Buckets, PublicAccessBlock } from '../../../model/aws/bucket.ts';
import type { Exposure, OpenRule, Reach } from '../../../model/network/exposure.ts';
import type { Hop } from '../../../model/network/hop.ts';
import type { Unread } from '../../../model/unread.ts';
import type { AnalysisDefinition } from '../../analysis.ts';
import { internetHop } from '../hops.ts';

/** `aws.bucketExposures`: into which buckets of an account the public gets. */
export const bucketExposures: AnalysisDefinition<'aws.bucketExposures'> = {
  per: 'aws-account',
  requires: ['aws.buckets'],
  uses: [],
  analyse: ({ part }) => {
    const read = part('aws.buckets') ?? { buckets: [] };
    return { exposures: read.buckets.map((bucket) => bucketExposure(bucket, read)), unread: [] };
  },
};

/** Yes, no, or not known. */
type Known = boolean | undefined;

/**
 * What is the most restrictive of account and bucket wins ("Blocking public access to your Amazon S3 storage"): a public
 * policy counts unless public buckets are restricted, a public ACL unless public ACLs are ignored.
 */
function bucketExposure(bucket: Bucket, { accountBlock }: Pick<Buckets, 'accountBlock'>): Exposure {
  const { name, arn, policyIsPublic, publicGrants } = bucket;
  const named = { kind: 's3-bucket', id: name, arn, name, tags: {} } as const;
  const acl = publicGrants && publicGrants.length > 0;
  const restricted = either(accountBlock?.restrictPublicBuckets, bucket.block?.restrictPublicBuckets);
  const ignored = either(accountBlock?.ignorePublicAcls, bucket.block?.ignorePublicAcls);
  const open = either(both(policyIsPublic, not(restricted)), both(acl, not(ignored)));
  const rules = either(policyIsPublic, acl) === true ? everywhere : [];
  if (open === true) return { ...named, verdict: 'exposed', reaches: reachesTo(bucket), openRules: rules, unread: [] };
  if (open === undefined) {
    const unread = [...bucket.unread, ...(accountBlock ? [] : [accountUnread])];
    return { ...named, verdict: 'unknown', reaches: reachesTo(bucket), openRules: rules, unread };
  }
  if (rules.length === 0) {
    const blockedPath: readonly Hop[] = [
      internetHop,
      { kind: 'policy', id: arn, name, operation: policyStatus, stops: true },
    ];
    return {
      ...named,
      verdict: 'closed',
      reaches: [],
      openRules: [],
      blockedBy: 'resource-policy',
      blockedPath,
      unread: [],
    };
  }
  const byAccount = stops(accountBlock, policyIsPublic === true, acl === true);
  const operation = byAccount ? 's3control:GetPublicAccessBlock' : 's3:GetPublicAccessBlock';
  return {
    ...named,
    verdict: 'rule-open',
    reaches: [],
    openRules: rules,
    blockedBy: byAccount ? 'account-bpa' : 'bpa',
    blockedPath: [internetHop, { kind: 'block-public-access', id: arn, name, operation, stops: true }],
    unread: [],
  };
}

/** Whether a block alone stops what is public. */
function stops(block: PublicAccessBlock | undefined, policy: boolean, acl: boolean): boolean {
  return block !== undefined && (!policy || block.restrictPublicBuckets) && (!acl || block.ignorePublicAcls);
}

const families = ['ipv4', 'ipv6'] as const;
const everywhere: readonly OpenRule[] = families.map((family) => ({
  family,
  protocol: 'tcp',
  fromPort: 443,
  toPort: 443,
}));
const policyStatus = 's3:GetBucketPolicyStatus';

/** S3 answers in both families. */
function reachesTo({ arn, name, policyIsPublic }: Bucket): readonly Reach[] {
  const operation = policyIsPublic ? policyStatus : 's3:GetBucketAcl';
  const path: readonly Hop[] = [
    internetHop,
    { kind: 'policy', id: arn, ...(!policyIsPublic && { rule: 'ACL' }), operation },
    { kind: 'resource', id: arn, name, operation: 's3:ListBuckets' },
  ];
  return families.map((family) => ({
    family,
    protocol: 'tcp',
    fromPort: 443,
    toPort: 443,
    sources: 'any',
    strength: 'open',
    path,
  }));
}

const accountUnread: Unread = {
  operation: 's3control:GetPublicAccessBlock',
  code: 'NotCollected',
  message: 'what the account blocks was not read',
};

function both(one: Known, other: Known): Known {
  if (one === false || other === false) return false;
  return one === true && other === true ? true : undefined;
}

function either(one: Known, other: Known): Known {
  return not(both(not(one), not(other)));
}

function not(one: Known): Known {
  return one === undefined ? undefined : !one;
}
