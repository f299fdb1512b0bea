import type { Bucket, Buckets } from '../../../lib/model/aws/bucket.ts';
import { accountsKnownTo, judgeShares } from '../../../lib/model/aws/judge-shares.ts';
import type { SharedResource } from '../../../lib/model/aws/resource-share.ts';
import { unreadKinds } from '../../../lib/model/aws/unread-kinds.ts';
import { defineCheck } from '../../../lib/model/check.ts';
import type { Unread } from '../../../lib/model/unread.ts';

export default defineCheck({
  id: 'aws-bucket-shared',
  clauses: ['12.3', '11.4'],
  severity: 'high',
  title: {
    ja: 'S3バケットがポリシーで組織の外に共有されている',
    en: 'The policy of an S3 bucket lets in somebody from outside the organization',
  },
  why: {
    ja: 'バケットポリシーで許された相手は、自分のアカウントの認証情報でバケットを使います。組織のサインインも多要素認証も通りません。ポリシーは条件、拒否、リソースコントロールポリシーまで評価し、組織にも基準の trustedAccounts にもないアカウントに許すもの、CloudFrontに送信元の条件なしで許すもの、特定のIPアドレスから誰にでも許すものを指摘します。S3が公開と判定したポリシーの公開部分は aws-public-storage が指摘するため、ここでは重ねません。公開のポリシーに RestrictPublicBuckets が効いているバケットは、ほかのアカウントからは使えないため、AWSのサービスに許すものだけを指摘します。ロードバランサー、CloudTrail、請求レポートを届けるAWSのアカウントは除きます。アクセスポイントのポリシーは調べません。',
    en: 'Whoever a bucket policy lets in uses the bucket with credentials of an account of his own: neither the sign-in of the organization nor its MFA is asked. Policies are evaluated with their conditions, denials and resource control policies. Found are those that let in an account that is neither in the organization nor under trustedAccounts of the standard, CloudFront on behalf of anybody, or anybody from certain addresses. What S3 itself calls public is found by aws-public-storage and not again here; where RestrictPublicBuckets takes effect on a public policy, no other account gets in, and only what is granted to services of AWS is found. Accounts of AWS that deliver logs of load balancers and CloudTrail and billing reports are left out. Policies of access points are not looked at.',
  },
  fix: {
    ja: 'ポリシーから該当する文を削除するか、組織（aws:PrincipalOrgID）または必要なアカウントに絞ります。CloudFrontには aws:SourceArn の条件を加えます。共有が必要な相手は基準の trustedAccounts に登録します。',
    en: 'Delete the statement from the policy, or narrow it to the organization (aws:PrincipalOrgID) or the accounts that need it. Add aws:SourceArn where CloudFront is let in. Name a partner with whom it must be shared under trustedAccounts of the standard.',
  },
  reads: ['aws.bucketShares', 'aws.buckets'],
  find: ({ 'aws.bucketShares': { resources, unread, members }, 'aws.buckets': read }, { unit, standard }) => {
    const known = accountsKnownTo(unit, members, standard);
    const byName = new Map(read.buckets.map((each) => [each.name, each]));
    return [
      ...resources.map((each) => judgeShares(inForce(each, byName.get(each.id), read), unit, known)),
      ...unreadKinds(unit, unread),
    ];
  },
});

/** What of a policy counts here: what S3 calls public is another check's, and with it goes all that S3 then restricts. */
function inForce(shared: SharedResource, bucket: Bucket | undefined, { accountBlock }: Buckets): SharedResource {
  const isPublic = bucket?.policyIsPublic;
  if (shared.shares.length === 0 || isPublic === false) return shared;
  if (isPublic === undefined) return { ...shared, shares: [], unread: [gapAt('s3:GetBucketPolicyStatus', shared)] };
  // "The settings restrict access to AWS service principals and authorized users within the bucket owner's account."
  if (accountBlock?.restrictPublicBuckets || bucket?.block?.restrictPublicBuckets)
    return { ...shared, shares: shared.shares.filter(({ whom }) => whom === 'service') };
  // Until it is known what is restricted, nobody knows who gets in.
  if (!accountBlock) return { ...shared, shares: [], unread: [gapAt('s3control:GetPublicAccessBlock', shared)] };
  if (!bucket?.block) return { ...shared, shares: [], unread: [gapAt('s3:GetPublicAccessBlock', shared)] };
  return { ...shared, shares: shared.shares.filter(({ whom }) => whom !== 'anyone') };
}

function gapAt(operation: string, { id }: SharedResource): Unread {
  return { operation, code: 'NotCollected', message: `${operation} has no answer about ${id}` };
}
