import { defineCheck } from '../../../lib/model/check.ts';
import { entraResource } from '../../../lib/model/entra/entra-resource.ts';
import { graphCommand, idInPath } from '../../../lib/model/entra/graph-command.ts';
import { isEmergencyAccount } from '../../../lib/model/entra/is-emergency-account.ts';
import { tenantOf } from '../../../lib/model/entra/tenant-of.ts';
import { disuseText, useEvidence } from '../../../lib/model/entra/use-evidence.ts';
import type { Judgement } from '../../../lib/model/judgement.ts';

const unused: ReadonlySet<string> = new Set(['stale', 'neverUsed', 'attemptsOnly']);

export default defineCheck({
  id: 'entra-user-stale',
  clauses: ['7.4'],
  severity: 'medium',
  title: {
    ja: '使われていない利用者アカウントが有効なまま残っている',
    en: 'A user account is enabled and no longer used',
  },
  why: {
    ja: '異動や退職の後に残ったアカウントは、乗っ取られても誰も気づきません。最後に成功したサインイン(対話型と非対話型)で判断します。最終サインイン日時には失敗した試行も含まれるため、それだけでは使用とみなしません。作成直後や入社前のアカウント、宣言した緊急用アカウントは指摘しません。',
    en: 'Nobody notices when an account that was left over is taken. What counts is the last successful sign-in, interactive or not: the last sign-in on record may be a failed attempt. New accounts, those of people who have not begun, and declared emergency accounts are not found.',
  },
  fix: {
    ja: '責任者に要否を確かめ、無効にします。30日後に問題がなければ、ライセンスとロールを外して削除します。',
    en: 'Ask who answers for it and disable it; when nobody misses it for 30 days, take licences and roles away and delete it.',
  },
  reads: ['entra.accountReview', 'entra.signIns'],
  find({ 'entra.accountReview': { accounts }, 'entra.signIns': signIns }, { unit, asOf, standard }) {
    return accounts
      .filter(({ user }) => user.enabled && !user.isGuest && !isEmergencyAccount(user, standard.entra))
      .map((account): Judgement => {
        const { user, staleness } = account;
        const resource = entraResource(tenantOf(unit), 'user', user);
        if (!unused.has(staleness)) return { status: 'pass', resource };
        const text = disuseText(account, asOf);
        return {
          status: 'fail',
          resource,
          severity: signIns.has(user.id) && staleness === 'attemptsOnly' ? 'high' : 'medium',
          detail: { ja: `${user.name} ${text.ja}`, en: `${user.name} ${text.en}` },
          evidence: [useEvidence(account)],
          remediation: [graphCommand('PATCH', `users/${idInPath(user.id)}`, { accountEnabled: false })],
        };
      });
  },
});
