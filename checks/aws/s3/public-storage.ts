import { awsResource } from '../../../lib/model/aws/aws-resource.ts';
import type { Bucket } from '../../../lib/model/aws/bucket.ts';
import { defineCheck } from '../../../lib/model/check.ts';
import { command } from '../../../lib/model/command.ts';
import type { Evidence, Failed, Judgement } from '../../../lib/model/judgement.ts';
import type { Exposure } from '../../../lib/model/network/exposure.ts';
import type { Resource } from '../../../lib/model/resource.ts';

export default defineCheck({
  id: 'aws-public-storage',
  clauses: ['11.4', '12.3'],
  severity: 'high',
  title: {
    ja: 'S3バケットを誰でも使える',
    en: 'Anybody can use an S3 bucket',
  },
  why: {
    ja: 'バケットポリシーかACLが誰でも許し、アカウントもバケットもパブリックアクセスをブロックしていません。中身は検索で見つけられ、持ち出されます。ポリシーが公開かどうかはS3自身の判定(GetBucketPolicyStatus)によります。アカウントとバケットのうち厳しい方のブロックが効き、ACLには IgnorePublicAcls、ポリシーには RestrictPublicBuckets が効きます。すべてのAWSアカウントへのACLも公開とみなします。',
    en: 'The policy or an ACL of the bucket lets anybody in, and neither the account nor the bucket blocks public access: what is in it is found by searching, and taken. Whether a policy is public is what S3 itself says (GetBucketPolicyStatus). The stricter of account and bucket wins: IgnorePublicAcls counts for ACLs, RestrictPublicBuckets for policies. An ACL for every AWS account is as public as one for everybody.',
  },
  fix: {
    ja: 'バケットのパブリックアクセスをすべてブロックします。できればアカウント全体でブロックします。公開が目的のバケットはCloudFront経由にするか、例外に登録します。',
    en: 'Block all public access to the bucket, better of the whole account. A bucket that is meant to be public goes behind CloudFront, or into the exceptions.',
  },
  reads: ['aws.bucketExposures', 'aws.buckets'],
  find: ({ 'aws.bucketExposures': { exposures }, 'aws.buckets': { buckets } }, { unit }) => {
    const byName = new Map(buckets.map((each) => [each.name, each]));
    return exposures.flatMap((exposure): readonly Judgement[] => {
      const bucket = byName.get(exposure.id);
      if (!bucket) return [];
      return [judge(exposure, bucket, awsResource(unit, { type: 's3-bucket', id: bucket.arn, name: bucket.name }))];
    });
  },
});

function judge(exposure: Exposure, bucket: Bucket, resource: Resource): Judgement {
  const [gap] = exposure.unread;
  if (exposure.verdict === 'unknown' && gap) return { status: 'unknown', resource, unread: gap };
  return exposure.verdict === 'exposed' ? failure(exposure, bucket, resource) : { status: 'pass', resource };
}

function failure(
  { reaches: [reach] }: Exposure,
  { name, arn, policyIsPublic, publicGrants = [] }: Bucket,
  resource: Resource,
): Failed {
  const byPolicy: Evidence = {
    what: { ja: 'S3が公開と判定したポリシー', en: 'A policy that S3 calls public' },
    operation: 's3:GetBucketPolicyStatus',
    ref: arn,
  };
  const grants = publicGrants.join(', ');
  const byAcl: Evidence = {
    what: { ja: `誰でも許すACL: ${grants}`, en: `An ACL for everybody: ${grants}` },
    operation: 's3:GetBucketAcl',
    ref: arn,
  };
  const block: Evidence = {
    what: { ja: 'パブリックアクセスのブロックなし', en: 'Public access is not blocked' },
    operation: 's3:GetPublicAccessBlock',
    ref: arn,
  };
  const [first, ...rest] = [...(policyIsPublic ? [byPolicy] : []), ...(publicGrants.length > 0 ? [byAcl] : []), block];
  return {
    status: 'fail',
    resource,
    detail: {
      ja: `バケット ${name} は公開されています（${[...(policyIsPublic ? ['ポリシー'] : []), ...(grants ? [`ACL: ${grants}`] : [])].join('、')}）。`,
      en: `The bucket ${name} is public (${[...(policyIsPublic ? ['policy'] : []), ...(grants ? [`ACL: ${grants}`] : [])].join(', ')}).`,
    },
    evidence: [first ?? block, ...rest],
    remediation: [
      {
        kind: 'aws-cli',
        text: command`aws s3api put-public-access-block --bucket ${name} --public-access-block-configuration BlockPublicAcls=true,IgnorePublicAcls=true,BlockPublicPolicy=true,RestrictPublicBuckets=true`,
      },
    ],
    ...(reach && { path: reach.path }),
  };
}
