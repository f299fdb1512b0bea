import { defineCheck } from '../../../lib/model/check.ts';
import { entraResource } from '../../../lib/model/entra/entra-resource.ts';
import { graphCommand, idInPath } from '../../../lib/model/entra/graph-command.ts';
import { tenantOf } from '../../../lib/model/entra/tenant-of.ts';
import type { MfaCoverage } from '../../../lib/model/entra/mfa-coverage.ts';
import { unreadMfa } from '../../../lib/model/entra/unread-mfa.ts';
import { unreadTenant } from '../../../lib/model/entra/unread-tenant.ts';
import type { Judgement } from '../../../lib/model/judgement.ts';

const operation = '/reports/authenticationMethods/userRegistrationDetails';

export default defineCheck({
  id: 'entra-mfa-not-registered',
  clauses: ['8.3'],
  severity: 'high',
  title: {
    ja: '多要素認証が必要なのに、使える認証方法を登録していない',
    en: 'MFA is enforced, and no usable method is registered',
  },
  why: {
    ja: '登録していない利用者には、次のサインインで登録が求められます。先にパスワードを知った者が、自分の電話やキーを登録できます。フィッシング耐性のある認証強度を要求していても、その方法がなければ本人が入れません。ポリシーで許された方法が使えるか(isMfaCapable)で判断します。',
    en: 'Whoever has no method is asked to register one at the next sign-in: the first with the password registers a phone or key of his own. And where a phishing-resistant strength is asked for, its owner without one stays outside. What counts is whether a permitted method works (isMfaCapable).',
  },
  fix: {
    ja: '一時アクセスパスを本人確認のうえで渡し、登録を済ませます。登録そのものを条件付きアクセス(セキュリティ情報の登録)で守ります。',
    en: 'Hand out a Temporary Access Pass after checking who it is, and have a method registered. Protect the registration itself with Conditional Access (register security information).',
  },
  reads: ['entra.mfa', 'entra.registrations'],
  find({ 'entra.mfa': report, 'entra.registrations': registrations }, { unit }) {
    const unread = unreadTenant(report, tenantOf(unit));
    if (unread) return [unread];
    return report.users
      .filter(({ enforcement }) => enforcement !== 'notApplicable' && enforcement !== 'none')
      .map((coverage) => judge(coverage, registrations.has(coverage.user.id), tenantOf(unit)));
  },
});

function judge(coverage: MfaCoverage, isListed: boolean, tenant: string): Judgement {
  const { user, status, methods, strength } = coverage;
  const resource = entraResource(tenant, 'user', user);
  if (status === 'unknown' && (coverage.enforcement === 'unknown' || !isListed))
    return { status: 'unknown', resource, unread: unreadMfa(coverage) };
  if (status !== 'enforcedNotRegistered') return { status: 'pass', resource };
  const has = methods.join(', ');
  return {
    status: 'fail',
    resource,
    detail: {
      ja: `${user.name} には多要素認証(${strength ?? 'mfa'})が要求されますが、使える認証方法がありません(登録済み: ${has || 'なし'})。`,
      en: `${user.name} must use MFA (${strength ?? 'mfa'}) and has no method that serves (registered: ${has || 'none'}).`,
    },
    evidence: [
      {
        what: { ja: `登録済みの認証方法: ${has || 'なし'}`, en: `Registered methods: ${has || 'none'}` },
        operation,
        ref: user.id,
      },
    ],
    remediation: [
      graphCommand('POST', `users/${idInPath(user.id)}/authentication/temporaryAccessPassMethods`, {
        isUsableOnce: true,
        lifetimeInMinutes: 60,
      }),
    ],
  };
}
