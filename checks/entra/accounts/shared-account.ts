import { defineCheck } from '../../../lib/model/check.ts';
import { entraResource } from '../../../lib/model/entra/entra-resource.ts';
import { graphCommand, idInPath } from '../../../lib/model/entra/graph-command.ts';
import { isEmergencyAccount } from '../../../lib/model/entra/is-emergency-account.ts';
import { tenantOf } from '../../../lib/model/entra/tenant-of.ts';
import type { Judgement } from '../../../lib/model/judgement.ts';

export default defineCheck({
  id: 'entra-shared-account',
  clauses: ['7.1', '7.2'],
  severity: 'low',
  title: {
    ja: '複数人で使っているように見えるアカウントがある',
    en: 'An account looks as if several people used it',
  },
  why: {
    ja: '誰が操作したのか分からないアカウントは、事故のときに追えず、退職しても止まりません。名前の単語(reception、info、test、共用など)で判断し、姓と名の登録があれば指摘しません。証明ではなく手がかりです。無効な共有メールボックスは正しい状態です。',
    en: 'What is done with an account that belongs to nobody cannot be traced, and no departure stops it. Words of the name tell (reception, info, test); a given name and surname speak against it. It is an indicator, no proof. A disabled account of a shared mailbox is as it should be.',
  },
  fix: {
    ja: '利用者ごとのアカウントに分け、共有の用途は共有メールボックス(サインイン無効)、グループ、サービスプリンシパルに置き換えます。',
    en: 'Give each person an account, and use a shared mailbox (sign-in disabled), a group or a service principal for what is shared.',
  },
  reads: ['entra.accountReview'],
  find({ 'entra.accountReview': { accounts } }, { unit, standard }) {
    return accounts
      .filter(({ user, genericWords }) => genericWords.length > 0 && !isEmergencyAccount(user, standard.entra))
      .map((account): Judgement => {
        const { user, shared, genericWords, lastActivity, staleness } = account;
        const resource = entraResource(tenantOf(unit), 'user', user);
        if (shared !== 'likely') return { status: 'pass', resource };
        const isUsed = lastActivity !== undefined && staleness === 'active';
        const words = genericWords.join(', ');
        const what = {
          ja: `名前の語: ${words}、姓名の登録: なし、ライセンス: ${user.licences.length} 件、使用: ${isUsed ? 'あり' : '不明またはなし'}`,
          en: `Words of the name: ${words}; given name and surname: none; licences: ${user.licences.length}; in use: ${isUsed ? 'yes' : 'no, or not known'}`,
        };
        return {
          status: 'fail',
          resource,
          severity: isUsed ? 'medium' : 'low',
          detail: {
            ja: `${user.name} の名前は特定の人を示しません(${words})。`,
            en: `The name of ${user.name} belongs to nobody in particular (${words}).`,
          },
          evidence: [{ what, operation: '/users', ref: user.id }],
          remediation: [graphCommand('PATCH', `users/${idInPath(user.id)}`, { accountEnabled: false })],
        };
      });
  },
});
