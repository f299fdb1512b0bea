import type { CredentialRow } from '../../../lib/model/aws/credential-report.ts';
import { reportEvidence } from '../../../lib/model/aws/report-evidence.ts';
import { userResource } from '../../../lib/model/aws/user-resource.ts';
import { defineCheck } from '../../../lib/model/check.ts';
import { command } from '../../../lib/model/command.ts';

export default defineCheck({
  id: 'aws-user-mfa',
  clauses: ['8.3'],
  severity: 'high',
  title: {
    ja: 'コンソールにサインインできるユーザーに多要素認証が設定されていない',
    en: 'A user can sign in to the console without multi-factor authentication',
  },
  why: {
    ja: 'パスワードだけで守られたユーザーは、使い回しやフィッシングでパスワードを知られるだけで乗っ取られます。',
    en: 'A user guarded by a password alone is taken over by whoever learns it, through reuse or phishing.',
  },
  fix: {
    ja: '多要素認証デバイスを登録します。コンソールを使わないユーザーであれば、パスワードを削除します。',
    en: 'Register a multi-factor device. If the user does not need the console, delete the password.',
  },
  reads: ['aws.credentialReport'],
  find: ({ 'aws.credentialReport': report }, { unit }) =>
    report.rows
      .filter((row) => !row.isRoot && row.password)
      .map((row) => {
        const resource = userResource(unit, row);
        if (row.mfaActive) return { status: 'pass', resource };
        return {
          status: 'fail',
          resource,
          detail: {
            ja: `ユーザー ${row.user} は、パスワードだけでコンソールにサインインできます。`,
            en: `User ${row.user} can sign in to the console with a password alone.`,
          },
          evidence: [
            reportEvidence(row, 'mfa_active', {
              ja: 'パスワードが有効で、多要素認証が無効',
              en: 'The password is enabled and multi-factor authentication is not',
            }),
          ],
          remediation: [
            {
              kind: 'console',
              text: {
                ja: `IAMコンソールの［ユーザー］→ ${row.user} →［セキュリティ認証情報］→［MFAデバイスの割り当て］で登録します。`,
                en: `In the IAM console open Users, ${row.user}, Security credentials, and choose Assign MFA device.`,
              },
            },
            { kind: 'aws-cli', text: registerCommand(row) },
          ],
        };
      }),
});

/** Registers an authenticator app: show the picture to the app, then fill in two codes that follow each other. */
function registerCommand({ user, arn }: CredentialRow): string {
  const serial = arn.replace(/:user\/.*/, `:mfa/${user}`);
  return [
    command`aws iam create-virtual-mfa-device --virtual-mfa-device-name ${user} --bootstrap-method QRCodePNG --outfile mfa.png`,
    command`aws iam enable-mfa-device --user-name ${user} --serial-number ${serial} --authentication-code1 "$CODE1" --authentication-code2 "$CODE2"`,
  ].join('\n');
}
