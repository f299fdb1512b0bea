import { deactivateKeyCommand } from '../../../lib/model/aws/access-key-command.ts';
import { isStale } from '../../../lib/model/aws/is-stale.ts';
import { reportEvidence } from '../../../lib/model/aws/report-evidence.ts';
import { userResource } from '../../../lib/model/aws/user-resource.ts';
import { defineCheck } from '../../../lib/model/check.ts';
import { dayOf } from '../../../lib/model/days.ts';
import type { Failed, Judgement } from '../../../lib/model/judgement.ts';

export default defineCheck({
  id: 'aws-access-key-stale',
  clauses: ['7.4'],
  severity: 'medium',
  title: {
    ja: '使われていないアクセスキーが有効なまま残っている',
    en: 'An unused access key is still active',
  },
  why: {
    ja: '使われていないキーが漏えいしても、誰も気付きません。不要なキーを残しておく理由はありません。',
    en: 'When a key that nobody uses leaks, nobody notices. There is no reason to keep it.',
  },
  fix: {
    ja: 'キーを無効化し、影響がないことを確かめてから削除します。',
    en: 'Deactivate the key, see that nothing breaks, and delete it.',
  },
  reads: ['aws.credentialReport'],
  find: ({ 'aws.credentialReport': report }, { unit, asOf, standard }) =>
    report.rows
      .filter((row) => !row.isRoot && row.keys.length > 0)
      .flatMap((row): readonly Judgement[] => {
        const resource = userResource(unit, row);
        const failures = row.keys
          .map((key) => ({ ...key, made: key.lastRotated ?? row.created }))
          .filter((key) => isStale(key, standard.thresholds, asOf))
          .map((key): Failed => ({
            status: 'fail',
            resource,
            discriminator: `access-key-${key.slot}`,
            detail: key.lastUsed
              ? {
                  ja: `ユーザー ${row.user} のアクセスキー${key.slot}は、${dayOf(key.lastUsed)} を最後に使われていません。`,
                  en: `Access key ${key.slot} of user ${row.user} was last used on ${dayOf(key.lastUsed)}.`,
                }
              : {
                  ja: `ユーザー ${row.user} のアクセスキー${key.slot}は、${dayOf(key.made)} に作成されてから一度も使われていません。`,
                  en: `Access key ${key.slot} of user ${row.user} was made on ${dayOf(key.made)} and has never been used.`,
                },
            evidence: [
              reportEvidence(row, `access_key_${key.slot}_last_used_date`, {
                ja: `最後の使用: ${key.lastUsed ? dayOf(key.lastUsed) : '記録なし'}`,
                en: `Last used: ${key.lastUsed ? dayOf(key.lastUsed) : 'none on record'}`,
              }),
            ],
            remediation: [{ kind: 'aws-cli', text: deactivateKeyCommand(row, key) }],
          }));
        return failures.length > 0 ? failures : [{ status: 'pass', resource }];
      }),
});
