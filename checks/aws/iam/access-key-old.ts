import { deactivateKeyCommand } from '../../../lib/model/aws/access-key-command.ts';
import { reportEvidence } from '../../../lib/model/aws/report-evidence.ts';
import { userResource } from '../../../lib/model/aws/user-resource.ts';
import { defineCheck } from '../../../lib/model/check.ts';
import { command } from '../../../lib/model/command.ts';
import { daysBetween, dayOf } from '../../../lib/model/days.ts';
import type { CredentialRow } from '../../../lib/model/aws/credential-report.ts';
import type { Failed, Judgement, Remediation } from '../../../lib/model/judgement.ts';

export default defineCheck({
  id: 'aws-access-key-old',
  clauses: ['12.3'],
  severity: 'medium',
  title: {
    ja: 'アクセスキーが長期間更新されていない',
    en: 'An access key was not rotated in time',
  },
  why: {
    ja: 'アクセスキーには期限がありません。長く使われるほど、設定ファイルやログや退職者の端末に写しが残り、気付かれずに使われるおそれが増えます。',
    en: 'Access keys do not expire. The longer one lives, the more copies remain in files, logs and old laptops, and the likelier it is used unnoticed.',
  },
  fix: {
    ja: '新しいキーを作って利用側を切り替え、古いキーを無効化し、影響がないことを確かめてから削除します。可能であれば、キーの要らないIAMロールに移します。',
    en: 'Make a new key, move its users over, deactivate the old one, see that nothing breaks, and delete it. Better, use an IAM role, which needs no key.',
  },
  reads: ['aws.credentialReport'],
  find: ({ 'aws.credentialReport': report }, { unit, asOf, standard }) =>
    report.rows
      .filter((row) => !row.isRoot && row.keys.length > 0)
      .flatMap((row): readonly Judgement[] => {
        const resource = userResource(unit, row);
        const limit = standard.thresholds.accessKeyAgeDays;
        const failures = row.keys
          .map((key) => ({ key, made: key.lastRotated ?? row.created }))
          .filter(({ made }) => daysBetween(made, asOf) > limit)
          .map(({ key, made }): Failed => ({
            status: 'fail',
            resource,
            discriminator: `access-key-${key.slot}`,
            detail: {
              ja: `ユーザー ${row.user} のアクセスキー${key.slot}は、${dayOf(made)} から更新されていません（基準は ${limit} 日以内）。`,
              en: `Access key ${key.slot} of user ${row.user} was last rotated on ${dayOf(made)}; the standard allows ${limit} days.`,
            },
            evidence: [
              reportEvidence(row, `access_key_${key.slot}_last_rotated`, {
                ja: `最後の更新は ${dayOf(made)}`,
                en: `Last rotated on ${dayOf(made)}`,
              }),
            ],
            remediation: [
              row.keys.length > 1 ? oneOfTwo(row) : newKey(row),
              { kind: 'aws-cli', text: deactivateKeyCommand(row, key) },
            ],
          }));
        return failures.length > 0 ? failures : [{ status: 'pass', resource }];
      }),
});

function newKey({ user }: CredentialRow): Remediation {
  return { kind: 'aws-cli', text: command`aws iam create-access-key --user-name ${user}` };
}

/** IAM allows a user two keys ("IAM and AWS STS quotas"): a third cannot be made. */
function oneOfTwo({ user }: CredentialRow): Remediation {
  return {
    kind: 'console',
    text: {
      ja: `ユーザー ${user} のアクセスキーは上限の2つです。利用側をもう一方のキーに切り替えるか、使われていないキーを削除してから新しいキーを作成します。`,
      en: `User ${user} has both of the two access keys that IAM allows: switch what uses this one to the other, or delete the one that nobody uses before a new one is made.`,
    },
  };
}
