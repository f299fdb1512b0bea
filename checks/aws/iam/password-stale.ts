import { isStale } from '../../../lib/model/aws/is-stale.ts';
import { reportEvidence } from '../../../lib/model/aws/report-evidence.ts';
import { userResource } from '../../../lib/model/aws/user-resource.ts';
import { defineCheck } from '../../../lib/model/check.ts';
import { command } from '../../../lib/model/command.ts';
import { dayOf } from '../../../lib/model/days.ts';
import type { Judgement } from '../../../lib/model/judgement.ts';

export default defineCheck({
  id: 'aws-password-stale',
  clauses: ['7.4'],
  severity: 'medium',
  title: {
    ja: '使われていないパスワードが有効なまま残っている',
    en: 'An unused console password is still enabled',
  },
  why: {
    ja: '使われていないパスワードが知られても、本人は気付きません。アクセスキーが使われているユーザーでも、コンソールの入口だけが残っていることがあります。',
    en: 'When a password that nobody uses becomes known, nobody notices. A user whose keys are in use may still have a door to the console that nobody needs.',
  },
  fix: {
    ja: '本人に要否を確かめ、パスワードを削除します。必要になったときに発行し直します。',
    en: 'Ask its owner and delete the password. A new one can be issued when it is needed.',
  },
  reads: ['aws.credentialReport'],
  find: ({ 'aws.credentialReport': report }, { unit, asOf, standard }) =>
    report.rows.flatMap((row): readonly Judgement[] => {
      if (row.isRoot || !row.password) return [];
      const resource = userResource(unit, row);
      const { lastUsed, lastChanged } = row.password;
      const made = lastChanged ?? row.created;
      if (!isStale({ made, lastUsed }, standard.thresholds, asOf)) return [{ status: 'pass', resource }];
      return [
        {
          status: 'fail',
          resource,
          detail: lastUsed
            ? {
                ja: `ユーザー ${row.user} のパスワードは、${dayOf(lastUsed)} を最後に使われていません。`,
                en: `The password of user ${row.user} was last used on ${dayOf(lastUsed)}.`,
              }
            : {
                ja: `ユーザー ${row.user} のパスワードは、${dayOf(made)} に設定されてから使われた記録がありません。`,
                en: `The password of user ${row.user} was set on ${dayOf(made)}, and no use of it is on record.`,
              },
          evidence: [
            reportEvidence(row, 'password_last_used', {
              ja: `最後の使用: ${lastUsed ? dayOf(lastUsed) : '記録なし'}`,
              en: `Last used: ${lastUsed ? dayOf(lastUsed) : 'none on record'}`,
            }),
            reportEvidence(row, 'password_last_changed', {
              ja: `設定または変更: ${dayOf(made)}`,
              en: `Set or changed: ${dayOf(made)}`,
            }),
          ],
          remediation: [{ kind: 'aws-cli', text: command`aws iam delete-login-profile --user-name ${row.user}` }],
        },
      ];
    }),
});
