import { accountsKnownTo, judgeShares } from '../../../lib/model/aws/judge-shares.ts';
import { unreadKinds } from '../../../lib/model/aws/unread-kinds.ts';
import { defineCheck } from '../../../lib/model/check.ts';

export default defineCheck({
  id: 'aws-resource-shared',
  clauses: ['12.3', '11.4'],
  severity: 'high',
  title: {
    ja: 'リソースポリシーで組織の外に公開・共有されている',
    en: 'A resource policy lets in somebody from outside the organization',
  },
  why: {
    ja: 'ECR、EFS、SQS、SNS、Lambda、KMS、Secrets Manager、AWS Backupのリソースは、それ自身のポリシーで、ほかのアカウントや誰にでも使用を許せます。許された相手は自分のアカウントの認証情報で使うため、組織のサインインも多要素認証も通らず、ネットワークの設定でも守れません。ポリシーは条件（組織、送信元、アドレス、KMSの呼び出し元など）、拒否、リソースコントロールポリシーまで評価します。名指しの相手は、組織にも基準の trustedAccounts にもない場合に重大度を下げて指摘します。サービスに許したものは、設定した人が誰であってもそのサービスが動くと文書化されている場合（CloudFront、S3、SNS、API Gateway）にだけ、送信元の条件がなければ指摘します。名指ししたVPCやVPCエンドポイントからに限るものは合格です。EFSのマウントはネットワークの中からに限られるため、誰でも許すポリシーがあっても公開とはみなしません。関数URLは別の検査が調べます。Lambdaのバージョンやエイリアスに付けたポリシー、S3アクセスポイント、KMSのグラント、RAMの共有は読みません。',
    en: 'Resources of ECR, EFS, SQS, SNS, Lambda, KMS, Secrets Manager and AWS Backup can let in other accounts, or anybody, by policies of their own. Whoever is let in comes with credentials of an account of his own: neither the sign-in of the organization nor its MFA is asked, and no network setting protects the resource. Policies are evaluated with their conditions (organization, source, address, caller of KMS and others), denials and resource control policies. Somebody who is named is found with a lower severity, where he is neither in the organization nor under trustedAccounts of the standard. What is granted to a service is found only where the service is documented to act for whoever configures it (CloudFront, S3, SNS, API Gateway) and no condition says for whom. Access through VPCs or endpoints that are named in full passes, and so does a policy that lets anybody mount an EFS file system, which is reached from its networks only. Function URLs are judged by another check. Not read are policies on versions and aliases of functions, access points of S3, grants of KMS, and shares of RAM.',
  },
  fix: {
    ja: 'ポリシーから該当する文を削除するか、組織（aws:PrincipalOrgID）または必要なアカウントに絞ります。サービスに許す文には aws:SourceAccount か aws:SourceArn の条件を加えます。共有が必要な相手は基準の trustedAccounts に登録します。',
    en: 'Delete the statement from the policy, or narrow it to the organization (aws:PrincipalOrgID) or the accounts that need it. Add aws:SourceAccount or aws:SourceArn where a service is let in. Name a partner with whom it must be shared under trustedAccounts of the standard.',
  },
  reads: ['aws.resourceShares'],
  find: ({ 'aws.resourceShares': { resources, unread, members } }, { unit, standard }) => {
    const known = accountsKnownTo(unit, members, standard);
    return [...resources.map((each) => judgeShares(each, unit, known)), ...unreadKinds(unit, unread)];
  },
});
