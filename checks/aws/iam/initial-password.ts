import { isInGrace } from '../../../lib/model/aws/is-stale.ts';
import { reportEvidence } from '../../../lib/model/aws/report-evidence.ts';
import type { CredentialRow } from '../../../lib/model/aws/credential-report.ts';
import { userResource } from '../../../lib/model/aws/user-resource.ts';
import { defineCheck, type CheckContext } from '../../../lib/model/check.ts';
import { command } from '../../../lib/model/command.ts';
import { daysBetween, dayOf } from '../../../lib/model/days.ts';
import type { Text } from '../../../lib/model/text.ts';

export default defineCheck({
  id: 'aws-initial-password',
  clauses: ['8.2'],
  severity: 'medium',
  title: {
    ja: '初期パスワードが変更されていない',
    en: 'The initial password was not changed',
  },
  why: {
    ja: '初期パスワードは、発行した管理者や受け渡しの経路も知っています。認証情報レポートは、誰がパスワードを変えたかを記録しないため、ここで指摘するのは次の三つです。発行されたまま一度も使われていないもの、最後のサインインより後に設定し直され、それから使われていないもの（アクセスキーを持つユーザーは、自分でAPIから変更できるため除く）、ユーザーの作成と同時に設定されてから変更されずに使われているもの。',
    en: 'An initial password is known to the administrator who issued it, and to the channel it came through. The credential report does not say who changed a password, so three cases are found: a password that was issued and never used, one that was set again after the last sign-in and not used since (not for users with access keys, who can change it through the API themselves), and one that is in use though it was not changed since the user was created.',
  },
  fix: {
    ja: '次回サインイン時にパスワードの変更を強制します。一度も使われていないパスワードは削除し、必要になったときに発行し直します。',
    en: 'Force a change at the next sign-in. Delete a password that was never used, and issue a new one when it is needed.',
  },
  reads: ['aws.credentialReport'],
  find: ({ 'aws.credentialReport': report }, context) =>
    report.rows
      .filter((row) => !row.isRoot && row.password)
      .map((row) => {
        const resource = userResource(context.unit, row);
        const problem = problemOf(row, context);
        if (!problem) return { status: 'pass', resource };
        return {
          status: 'fail',
          resource,
          detail: problem,
          evidence: [
            reportEvidence(row, 'password_last_used', day('最後の使用', 'Password last used', row.password?.lastUsed)),
            reportEvidence(
              row,
              'password_last_changed',
              day('最後の変更', 'Password last changed', row.password?.lastChanged),
            ),
            reportEvidence(row, 'user_creation_time', day('ユーザーの作成', 'User created', row.created)),
          ],
          remediation: [
            {
              kind: 'aws-cli',
              text: isUsed(row)
                ? command`aws iam update-login-profile --user-name ${row.user} --password-reset-required`
                : command`aws iam delete-login-profile --user-name ${row.user}`,
            },
          ],
        };
      }),
});

/** A console session ends after twelve hours, so a person who signed in changes the password within a day. */
const sessionInDays = 1;

/** Whether the password that is set now was used, as far as the report tells. */
function isUsed({ created, password, keys }: CredentialRow): boolean {
  if (!password?.lastUsed) return false;
  return keys.length > 0 || daysBetween(password.lastUsed, password.lastChanged ?? created) < sessionInDays;
}

/** A person takes longer than this from the creation of the user to a password of their own. */
const sameStepInMilliseconds = 60_000;

function problemOf(row: CredentialRow, { asOf, standard }: CheckContext): Text | undefined {
  const { user, created, password } = row;
  const set = password?.lastChanged ?? created;
  if (!isUsed(row)) {
    if (isInGrace(set, standard.thresholds, asOf)) return undefined;
    if (password?.lastUsed) {
      return {
        ja: `ユーザー ${user} のパスワードは、${dayOf(set)} に設定し直されてから使われていません。`,
        en: `The password of user ${user} was set again on ${dayOf(set)} and has not been used since.`,
      };
    }
    return {
      ja: `ユーザー ${user} のパスワードは、${dayOf(set)} に設定されてから一度も使われていません。`,
      en: `The password of user ${user} was set on ${dayOf(set)} and has never been used.`,
    };
  }
  if (set.getTime() - created.getTime() > sameStepInMilliseconds) return undefined;
  return {
    ja: `ユーザー ${user} は、作成時に設定されたパスワードを変更せずに使っています。`,
    en: `User ${user} uses the password that was set when the user was created.`,
  };
}

function day(ja: string, en: string, moment: Date | undefined): Text {
  return {
    ja: `${ja}: ${moment ? dayOf(moment) : '記録なし'}`,
    en: `${en}: ${moment ? dayOf(moment) : 'none on record'}`,
  };
}
