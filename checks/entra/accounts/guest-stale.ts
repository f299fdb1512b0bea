import { defineCheck } from '../../../lib/model/check.ts';
import { entraResource } from '../../../lib/model/entra/entra-resource.ts';
import { graphCommand, idInPath } from '../../../lib/model/entra/graph-command.ts';
import { tenantOf } from '../../../lib/model/entra/tenant-of.ts';
import { disuseText, useEvidence } from '../../../lib/model/entra/use-evidence.ts';
import type { Judgement } from '../../../lib/model/judgement.ts';

const unused: ReadonlySet<string> = new Set(['stale', 'neverUsed', 'attemptsOnly', 'inviteExpired']);

export default defineCheck({
  id: 'entra-guest-stale',
  clauses: ['7.4', '11.4'],
  severity: 'medium',
  title: {
    ja: '使われていないゲスト、または承諾されていない招待が残っている',
    en: 'A guest is no longer used, or never accepted the invitation',
  },
  why: {
    ja: 'ゲストの退職や契約の終了は、招いた側に伝わりません。相手の組織が破られると、残ったゲストから入られます。承諾されない招待は、宛先のメールアドレスを手に入れた者が後から使えます。',
    en: 'Nobody tells the host when a guest leaves or a contract ends, and a break-in at the other organisation comes in through what is left. An invitation that nobody accepted can be used later by whoever comes to own the address.',
  },
  fix: {
    ja: '招いた担当者に要否を確かめ、不要なゲストを削除します。アクセスレビューや有効期限で繰り返さないようにします。',
    en: 'Ask whoever invited the guest, and delete it. Access reviews and an expiry keep it from happening again.',
  },
  reads: ['entra.accountReview', 'entra.signIns'],
  find({ 'entra.accountReview': { accounts }, 'entra.signIns': signIns }, { unit, asOf }) {
    return accounts
      .filter(({ user }) => user.enabled && user.isGuest)
      .map((account): Judgement => {
        const { user, staleness } = account;
        const resource = entraResource(tenantOf(unit), 'user', user);
        if (!unused.has(staleness)) return { status: 'pass', resource };
        const text = disuseText(account, asOf);
        return {
          status: 'fail',
          resource,
          severity: signIns.has(user.id) ? 'medium' : 'low',
          detail: { ja: `${user.name} ${text.ja}`, en: `${user.name} ${text.en}` },
          evidence: [useEvidence(account)],
          remediation: [graphCommand('DELETE', `users/${idInPath(user.id)}`)],
        };
      });
  },
});
