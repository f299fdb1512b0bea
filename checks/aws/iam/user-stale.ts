import { deactivateKeyCommand } from '../../../lib/model/aws/access-key-command.ts';
import type { CredentialRow } from '../../../lib/model/aws/credential-report.ts';
import { isInGrace, isStale } from '../../../lib/model/aws/is-stale.ts';
import { reportEvidence } from '../../../lib/model/aws/report-evidence.ts';
import { userResource } from '../../../lib/model/aws/user-resource.ts';
import { defineCheck, type CheckContext } from '../../../lib/model/check.ts';
import { command } from '../../../lib/model/command.ts';
import { dayOf } from '../../../lib/model/days.ts';
import type { Failed, Judgement } from '../../../lib/model/judgement.ts';
import type { Resource } from '../../../lib/model/resource.ts';

export default defineCheck({
  id: 'aws-user-stale',
  clauses: ['7.4'],
  severity: 'medium',
  title: {
    ja: '使われていないIAMユーザーが残っている',
    en: 'An IAM user is no longer used',
  },
  why: {
    ja: '異動や退職の後に残ったユーザーは、誰にも見られないまま悪用されます。パスワードとアクセスキーのどれもが基準の日数を超えて使われていないユーザーと、どちらも持たないユーザーを指摘します。SSHキーやサービス固有の認証情報は、認証情報レポートに載りません。',
    en: 'A user left over from a move or a departure is misused without anybody watching. Found are users none of whose passwords and access keys was used within the days of the standard, and users who have neither. SSH keys and service-specific credentials are not in the credential report.',
  },
  fix: {
    ja: '責任者に要否を確かめ、パスワードを削除しアクセスキーを無効化します。不要と分かれば、ユーザーを削除します。',
    en: 'Ask the owner, delete the password and deactivate the keys. When nobody needs the user, delete it.',
  },
  reads: ['aws.credentialReport'],
  find: ({ 'aws.credentialReport': report }, context) =>
    report.rows.filter((row) => !row.isRoot).map((row) => judge(row, context)),
});

function judge(row: CredentialRow, context: CheckContext): Judgement {
  const { asOf, unit, standard } = context;
  const resource = userResource(unit, row);
  const credentials = credentialsOf(row);
  const isUnused = credentials.every((each) => isStale(each, standard.thresholds, asOf));
  if (!isUnused || isInGrace(row.created, standard.thresholds, asOf)) return { status: 'pass', resource };
  if (row.certificates.length > 0) return { status: 'unknown', resource, unread: certificateUse };
  const [first, ...rest] = credentials.map(({ column, lastUsed }) =>
    reportEvidence(row, column, {
      ja: `最後の使用: ${lastUsed ? dayOf(lastUsed) : '記録なし'}`,
      en: `Last used: ${lastUsed ? dayOf(lastUsed) : 'none on record'}`,
    }),
  );
  if (!first) return withoutCredentials(row, resource);
  return {
    status: 'fail',
    resource,
    discriminator: 'unused',
    detail: {
      ja: `ユーザー ${row.user} の認証情報は、どれも ${standard.thresholds.staleDays} 日を超えて使われていません。`,
      en: `No credential of user ${row.user} was used for more than ${standard.thresholds.staleDays} days.`,
    },
    evidence: [first, ...rest],
    remediation: [{ kind: 'aws-cli', text: disableCommands(row).join('\n') }],
  };
}

/** AWS records the use of passwords and access keys, but not of signing certificates. */
const certificateUse = {
  operation: 'iam:GetCredentialReport',
  code: 'NotRecorded',
  message: 'the user has an active signing certificate, and AWS does not record when it was used',
};

function credentialsOf({ created, password, keys }: CredentialRow) {
  return [
    ...(password
      ? [{ column: 'password_last_used', made: password.lastChanged ?? created, lastUsed: password.lastUsed }]
      : []),
    ...keys.map(({ slot, lastRotated, lastUsed }) => ({
      column: `access_key_${slot}_last_used_date`,
      made: lastRotated ?? created,
      lastUsed,
    })),
  ];
}

function disableCommands(row: CredentialRow): string[] {
  return [
    ...(row.password ? [command`aws iam delete-login-profile --user-name ${row.user}`] : []),
    ...row.keys.map((key) => deactivateKeyCommand(row, key)),
  ];
}

function withoutCredentials(row: CredentialRow, resource: Resource): Failed {
  return {
    status: 'fail',
    severity: 'low',
    resource,
    discriminator: 'no-credentials',
    detail: {
      ja: `ユーザー ${row.user} には、パスワードも有効なアクセスキーもありません。`,
      en: `User ${row.user} has neither a password nor an active access key.`,
    },
    evidence: [
      reportEvidence(row, 'password_enabled', { ja: 'パスワードは無効', en: 'No password' }),
      reportEvidence(row, 'access_key_1_active', { ja: '有効なアクセスキーなし', en: 'No active access key' }),
    ],
    remediation: [
      {
        kind: 'console',
        text: {
          ja: `IAMコンソールの［ユーザー］で ${row.user} を選び、［削除］を実行します。付随するポリシーやグループの登録も同時に外れます。`,
          en: `In the IAM console open Users, choose ${row.user} and delete it; its policies and group memberships go with it.`,
        },
      },
    ],
  };
}
