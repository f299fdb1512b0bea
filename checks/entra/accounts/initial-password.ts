import { defineCheck } from '../../../lib/model/check.ts';
import { dayOf } from '../../../lib/model/days.ts';
import { entraResource } from '../../../lib/model/entra/entra-resource.ts';
import { graphCommand, idInPath } from '../../../lib/model/entra/graph-command.ts';
import { tenantOf } from '../../../lib/model/entra/tenant-of.ts';
import type { Judgement } from '../../../lib/model/judgement.ts';

export default defineCheck({
  id: 'entra-initial-password',
  clauses: ['8.2'],
  severity: 'medium',
  title: {
    ja: '作成時のパスワードのまま使われていると見られるアカウントがある',
    en: 'An account seems to be in use with its first password',
  },
  why: {
    ja: '最初のパスワードは、作った人も、渡した経路も知っています。Graphには初期パスワードかどうかの項目がないため、作成から5分以内に設定されたパスワードのままサインインに成功していることを手がかりにします。管理者がリセットした日時も変更として記録されるので、指摘がないことは証明になりません。ゲストと同期アカウントは対象外です。',
    en: 'Whoever made the account knows its first password, and so does the way it was handed over. Graph has no field for it; the indicator is a successful sign-in with a password that was set within five minutes of the account. A reset by an administrator moves the date as well, so that no finding is no proof. Guests and synced accounts are not judged.',
  },
  fix: {
    ja: '次のサインインでの変更を求めます。作成の手順には、一時アクセスパスか「次回サインイン時に変更」を使います。',
    en: 'Ask for a change at the next sign-in. Make accounts with a Temporary Access Pass or with "change at next sign-in".',
  },
  reads: ['entra.accountReview', 'entra.signIns'],
  find({ 'entra.accountReview': { accounts }, 'entra.signIns': signIns }, { unit }) {
    return accounts
      .filter(({ user, initialPassword }) => user.enabled && initialPassword !== 'notApplicable')
      .map(({ user, initialPassword }): Judgement => {
        const resource = entraResource(tenantOf(unit), 'user', user);
        if (initialPassword === 'unknown') {
          const message = 'the account does not say when it was made or when its password was set';
          return { status: 'unknown', resource, unread: { operation: '/users', code: 'NoDates', message } };
        }
        if (initialPassword !== 'unchangedInUse') return { status: 'pass', resource };
        const succeeded = signIns.get(user.id)?.succeeded;
        const set = user.passwordChanged ? dayOf(user.passwordChanged) : '?';
        const used = succeeded ? dayOf(succeeded) : '?';
        return {
          status: 'fail',
          resource,
          detail: {
            ja: `${user.name} のパスワードは作成時(${set})から変わっておらず、${used} にサインインに成功しています。`,
            en: `The password of ${user.name} is that of its making (${set}), and it signed in on ${used}.`,
          },
          evidence: [
            {
              what: {
                ja: `作成とパスワードの設定: ${set}、最後の成功: ${used}`,
                en: `Made, and password set: ${set}; last success: ${used}`,
              },
              operation: '/users',
              ref: user.id,
            },
          ],
          remediation: [
            graphCommand('PATCH', `users/${idInPath(user.id)}`, {
              passwordProfile: { forceChangePasswordNextSignIn: true },
            }),
          ],
        };
      });
  },
});
