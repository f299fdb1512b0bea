import type { CredentialRow, ReportedCertificate } from '../../../lib/model/aws/credential-report.ts';
import { deleteRootCredentials } from '../../../lib/model/aws/delete-root-credentials.ts';
import { reportEvidence } from '../../../lib/model/aws/report-evidence.ts';
import { rootUser } from '../../../lib/model/aws/root-user.ts';
import { userResource } from '../../../lib/model/aws/user-resource.ts';
import { defineCheck } from '../../../lib/model/check.ts';
import { command } from '../../../lib/model/command.ts';
import { dayOf } from '../../../lib/model/days.ts';
import type { Failed, Judgement, Remediation } from '../../../lib/model/judgement.ts';

export default defineCheck({
  id: 'aws-signing-certificate',
  clauses: ['7.4', '8.4'],
  severity: 'medium',
  title: {
    ja: '署名証明書が有効なまま残っている',
    en: 'An X.509 signing certificate is active',
  },
  why: {
    ja: '署名証明書は、古いSOAP APIなどのための認証情報です。AWSはその使用を記録しないため、使われているかどうかも、漏えいして使われたかどうかも分かりません。',
    en: 'Signing certificates are credentials for old interfaces such as SOAP. AWS does not record their use, so nobody can tell whether one is needed, or whether a stolen one was used.',
  },
  fix: {
    ja: '署名バージョン4とIAMロールに移し、証明書を無効化して影響がないことを確かめてから削除します。',
    en: 'Move to signature version 4 and an IAM role, deactivate the certificate, see that nothing breaks, and delete it.',
  },
  reads: ['aws.credentialReport'],
  find: ({ 'aws.credentialReport': report }, { unit }) =>
    report.rows.flatMap((row): readonly Judgement[] => {
      const resource = row.isRoot ? rootUser(unit) : userResource(unit, row);
      if (row.certificates.length === 0) return [{ status: 'pass', resource }];
      return row.certificates.map((certificate): Failed => {
        const { slot, lastRotated } = certificate;
        const since = dayOf(lastRotated ?? row.created);
        return {
          status: 'fail',
          resource,
          discriminator: `certificate-${slot}`,
          detail: {
            ja: `ユーザー ${resource.name} の署名証明書${slot}（${since} 以降同じもの）が有効です。`,
            en: `Signing certificate ${slot} of user ${resource.name}, the same since ${since}, is active.`,
          },
          evidence: [
            reportEvidence(row, `cert_${slot}_active`, { ja: '署名証明書が有効', en: 'The certificate is active' }),
            reportEvidence(row, `cert_${slot}_last_rotated`, {
              ja: `最後の更新: ${lastRotated ? since : '記録なし'}`,
              en: `Last rotated: ${lastRotated ? since : 'none on record'}`,
            }),
          ],
          // A root user without a password cannot sign in and delete it.
          remediation:
            row.isRoot && !row.password
              ? deleteRootCredentials(resource.account, 'signing-certificate')
              : [deactivate(row, certificate)],
        };
      });
    }),
});

function deactivate({ isRoot, user }: CredentialRow, { slot, lastRotated }: ReportedCertificate): Remediation {
  if (isRoot) {
    return {
      kind: 'console',
      text: {
        ja: `ルートユーザーでサインインし、［セキュリティ認証情報］→［X.509証明書］で、証明書${slot}を無効化してから削除します。`,
        en: `Sign in as the root user, open Security credentials, and under X.509 certificates deactivate certificate ${slot}, then delete it.`,
      },
    };
  }
  // The report does not name certificate ids: the command finds it by the moment the report gives.
  const second = lastRotated?.toISOString().slice(0, 19);
  const filter = second ? `starts_with(UploadDate, '${second}')` : `Status=='Active'`;
  const id = `${command`aws iam list-signing-certificates --user-name ${user}`} --query "Certificates[?${filter}].CertificateId" --output text`;
  return {
    kind: 'aws-cli',
    text: `${command`aws iam update-signing-certificate --user-name ${user} --status Inactive`} --certificate-id "$(${id})"`,
  };
}
