import { defineCheck } from '../../../lib/model/check.ts';
import { applicationResource } from '../../../lib/model/entra/application-resource.ts';
import { graphCommand, idInPath } from '../../../lib/model/entra/graph-command.ts';
import { tenantOf } from '../../../lib/model/entra/tenant-of.ts';
import type { Judgement } from '../../../lib/model/judgement.ts';

export default defineCheck({
  id: 'entra-app-consent-risky',
  clauses: ['12.3', '8.4'],
  severity: 'medium',
  title: {
    ja: '他社のアプリが、メールやファイルなどを読む許可を得ている',
    en: 'An application of a third party may read mail, files or chats',
  },
  why: {
    ja: '同意を求める偽アプリは、パスワードも多要素認証も必要とせず、一度の同意でメールやファイルを読み続けます。発行者が確認されていないアプリ、利用者が個人で同意したアプリでは、特に疑わしくなります。承認済みのアプリで、管理者が同意したものは指摘しません。',
    en: 'An application that asks for consent needs neither password nor second factor: consented to once, it reads mail and files for as long as it likes. It is suspicious above all where the publisher is not verified or users consented for themselves. What is approved, and an administrator consented to, is not found.',
  },
  fix: {
    ja: '同意した本人に確かめ、不要な許可を取り消します。利用者の同意を、確認済みの発行者の影響の小さい許可に限ります。',
    en: 'Ask whoever consented, and revoke what is not needed. Limit user consent to verified publishers and low-impact permissions.',
  },
  reads: ['entra.applicationReview', 'entra.permissionGrants'],
  find({ 'entra.applicationReview': { applications }, 'entra.permissionGrants': grants }, { unit }) {
    const byClient = Map.groupBy(grants, ({ client }) => client);
    return applications
      .filter(({ class: kind, grants: own }) => kind === 'thirdParty' && own.length > 0)
      .map((application): Judgement => {
        const { concerns, isApproved, servicePrincipal, name, consentedBy } = application;
        const resource = applicationResource(tenantOf(unit), application);
        const isOwnChoice = concerns.has('userConsent') || concerns.has('unverifiedPublisher');
        if (!concerns.has('riskyDelegatedScope') || (isApproved && !isOwnChoice)) return { status: 'pass', resource };
        const own = byClient.get(servicePrincipal?.id ?? '') ?? [];
        const [first, ...rest] = own.map(({ id, user, scopes }) => ({
          what: {
            ja: `${user === undefined ? '管理者が全員のために同意' : `利用者 ${user} が同意`}: ${scopes.join(' ')}`,
            en: `${user === undefined ? 'An administrator, for everybody' : `User ${user}`}: ${scopes.join(' ')}`,
          },
          operation: '/oauth2PermissionGrants',
          ref: id,
        }));
        if (!first) return { status: 'pass', resource };
        const verified = servicePrincipal?.isVerifiedPublisher
          ? { ja: '確認済みの発行者', en: 'a verified publisher' }
          : { ja: '発行者は未確認', en: 'no verified publisher' };
        const [command, ...commands] = own.map(({ id }) =>
          graphCommand('DELETE', `oauth2PermissionGrants/${idInPath(id)}`),
        );
        return {
          status: 'fail',
          resource,
          severity: !servicePrincipal?.isVerifiedPublisher && consentedBy.length > 0 ? 'high' : 'medium',
          detail: {
            ja: `${name}(${verified.ja})は、${consentedBy.length > 0 ? `${consentedBy.length} 人の個人の同意で` : '管理者の同意で'}メールやファイルなどを読めます。`,
            en: `${name} (${verified.en}) may read mail, files or the like, ${consentedBy.length > 0 ? `by the consent of ${consentedBy.length} users` : 'by admin consent'}.`,
          },
          evidence: [first, ...rest],
          remediation: command
            ? [command, ...commands]
            : [
                graphCommand('PATCH', `servicePrincipals/${idInPath(servicePrincipal?.id ?? '')}`, {
                  accountEnabled: false,
                }),
              ],
        };
      });
  },
});
