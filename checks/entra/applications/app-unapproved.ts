import { defineCheck } from '../../../lib/model/check.ts';
import { dayOf } from '../../../lib/model/days.ts';
import { applicationResource } from '../../../lib/model/entra/application-resource.ts';
import type { ReviewedApplication } from '../../../lib/model/entra/application-review.ts';
import { graphCommand, idInPath } from '../../../lib/model/entra/graph-command.ts';
import { tenantOf } from '../../../lib/model/entra/tenant-of.ts';
import type { Failed, Judgement } from '../../../lib/model/judgement.ts';

export default defineCheck({
  id: 'entra-app-unapproved',
  clauses: ['12.1', '12.2'],
  severity: 'medium',
  title: {
    ja: '承認されていない他社のアプリがテナントに接続されている',
    en: 'An application of a third party is connected and not approved',
  },
  why: {
    ja: '利用者が同意したアプリは、その人のメールやファイルを社外へ運べます。表示名は誰でも名乗れるため、アプリケーションIDと発行元のテナントで承認済み一覧と照らします。Microsoftの標準アプリと自社のアプリは対象外です。承認済み一覧が空なら判定しません。台帳（register）があれば、代わりに service-unapproved が判定します。',
    en: 'An application that a user consented to can carry mail and files out. Anybody can choose a display name, so the approved list is compared by application id and publishing tenant. Applications of Microsoft and of the tenant itself are not judged; nor is anything while the list is empty. Where there is a register, service-unapproved judges instead.',
  },
  fix: {
    ja: '契約とセキュリティ条件を確認して承認済み一覧に加えるか、サインインを無効にして同意を取り消します。',
    en: 'Check the contract and its security and add it to the approved list, or disable it and revoke what was consented to.',
  },
  reads: ['entra.applicationReview'],
  find({ 'entra.applicationReview': { applications } }, { unit, standard }) {
    if (standard.approved.applications.length === 0 || standard.register.length > 0) return [];
    return applications
      .filter(
        ({ class: kind, endedOn, servicePrincipal }) =>
          kind === 'thirdParty' && endedOn === undefined && servicePrincipal?.enabled,
      )
      .map((application): Judgement => {
        const resource = applicationResource(tenantOf(unit), application);
        return application.isApproved ? { status: 'pass', resource } : failed(application, resource);
      });
  },
});

function failed(application: ReviewedApplication, resource: Failed['resource']): Failed {
  const { name, appId, servicePrincipal, grants, permissions, consentedBy, lastUsed, concerns } = application;
  const publisher = servicePrincipal?.publisherName ?? servicePrincipal?.publisherTenant ?? '?';
  const scopes = [...new Set([...permissions, ...grants.flatMap((each) => each.scopes)])];
  const reads = scopes.length > 0 ? scopes.join(', ') : 'なし / none';
  const used = lastUsed ? dayOf(lastUsed) : undefined;
  return {
    status: 'fail',
    resource,
    severity: concerns.has('riskyDelegatedScope') || concerns.has('tenantWideDataPermission') ? 'high' : 'medium',
    detail: {
      ja: `${name}(${appId}、発行元 ${publisher})は承認済み一覧にありません。許可: ${reads}。個人で同意した人: ${consentedBy.length} 人。最後の使用: ${used ?? '記録なし'}。`,
      en: `${name} (${appId}, published by ${publisher}) is not on the approved list. Permissions: ${reads}. Consented for themselves: ${consentedBy.length} people. Last used: ${used ?? 'no record'}.`,
    },
    evidence: [
      {
        what: {
          ja: `発行元: ${publisher}、確認済みの発行者: ${servicePrincipal?.isVerifiedPublisher ? 'はい' : 'いいえ'}`,
          en: `Publisher: ${publisher}; verified: ${servicePrincipal?.isVerifiedPublisher ? 'yes' : 'no'}`,
        },
        operation: '/servicePrincipals',
        ref: servicePrincipal?.id ?? appId,
      },
      ...grants.map(({ id, scopes: granted, user }) => ({
        what: {
          ja: `委任された許可(${user === undefined ? '全員' : `利用者 ${user}`}): ${granted.join(' ')}`,
          en: `Delegated (${user === undefined ? 'everybody' : `user ${user}`}): ${granted.join(' ')}`,
        },
        operation: '/oauth2PermissionGrants',
        ref: id,
      })),
    ],
    remediation: [
      graphCommand('PATCH', `servicePrincipals/${idInPath(servicePrincipal?.id ?? '')}`, { accountEnabled: false }),
      ...grants.map(({ id }) => graphCommand('DELETE', `oauth2PermissionGrants/${idInPath(id)}`)),
    ],
  };
}
