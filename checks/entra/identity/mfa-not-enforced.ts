import { defineCheck } from '../../../lib/model/check.ts';
import { closeGap } from '../../../lib/model/entra/close-gap.ts';
import { entraResource } from '../../../lib/model/entra/entra-resource.ts';
import { gapText } from '../../../lib/model/entra/gap-text.ts';
import type { MfaCoverage } from '../../../lib/model/entra/mfa-coverage.ts';
import { openSignIn } from '../../../lib/model/entra/open-sign-in.ts';
import { isTierZero } from '../../../lib/model/entra/privilege.ts';
import { tenantOf } from '../../../lib/model/entra/tenant-of.ts';
import { unreadMfa } from '../../../lib/model/entra/unread-mfa.ts';
import { unreadTenant } from '../../../lib/model/entra/unread-tenant.ts';
import type { Evidence, Judgement } from '../../../lib/model/judgement.ts';
import type { Severity } from '../../../lib/model/severity.ts';

export default defineCheck({
  id: 'entra-mfa-not-enforced',
  clauses: ['8.3'],
  severity: 'high',
  title: {
    ja: 'パスワードだけでサインインできる利用者がいる',
    en: 'A user can sign in with the password alone',
  },
  why: {
    ja: 'パスワードは漏れます。有効な条件付きアクセスポリシー、セキュリティの既定値群、ユーザーごとのMFAをすべて合わせ、攻撃者が選べるサインイン(アプリ、クライアント、OS、場所、デバイス)のどれかに第二の要素が要らないなら指摘します。「どこかのポリシーにMFAがある」「認証方法を登録している」だけでは、攻撃者を止められません。',
    en: 'Passwords leak. All policies in force, security defaults and per-user MFA are taken together; found is whoever has a sign-in that an intruder can choose (application, client, platform, place, device) for which no second factor is asked. That some policy says MFA, or that a method is registered, stops nobody.',
  },
  fix: {
    ja: 'すべての利用者とすべてのアプリに多要素認証を要求するポリシーを有効にし、レガシ認証を遮断し、除外は宣言した緊急用アカウントだけにします。',
    en: 'Enable a policy that asks all users for MFA at all applications, block legacy authentication, and exclude nobody but the declared emergency accounts.',
  },
  reads: ['entra.mfa', 'entra.policies', 'entra.privilege', 'entra.securityDefaults'],
  find(parts, { unit }) {
    const {
      'entra.mfa': report,
      'entra.policies': policies,
      'entra.privilege': { principals },
      'entra.securityDefaults': defaults,
    } = parts;
    const inForce = {
      policies: policies.filter(({ state }) => state === 'enabled').length,
      defaults: defaults.isEnabled,
    };
    const unread = unreadTenant(report, tenantOf(unit));
    if (unread) return [unread];
    const privileged = new Set(principals.filter(isTierZero).map(({ id }) => id));
    return report.users
      .filter(({ status }) => status !== 'disabledAccount')
      .map((coverage) => judge(coverage, tenantOf(unit), privileged.has(coverage.user.id), inForce));
  },
});

const failing: ReadonlySet<string> = new Set(['unprotected', 'capableNotEnforced', 'partial']);

/** What stands against an intruder in the tenant. */
interface InForce {
  readonly policies: number;
  readonly defaults: boolean;
}

function judge(coverage: MfaCoverage, tenant: string, isPrivileged: boolean, inForce: InForce): Judgement {
  const { user, status, enforcement } = coverage;
  const resource = entraResource(tenant, 'user', user);
  // Whether a method is registered makes nothing better where none is asked for.
  const isOpen = enforcement === 'none' && status !== 'declaredException';
  if (!failing.has(status) && !isOpen)
    return enforcement === 'unknown'
      ? { status: 'unknown', resource, unread: unreadMfa(coverage) }
      : { status: 'pass', resource };
  return {
    status: 'fail',
    resource,
    severity: severityOf(coverage, isPrivileged),
    detail: detailOf(coverage),
    evidence: evidenceOf(coverage, inForce),
    remediation: closeGap(coverage),
  };
}

function severityOf({ enforcement }: MfaCoverage, isPrivileged: boolean): Severity {
  if (isPrivileged) return 'critical';
  return enforcement === 'none' ? 'high' : 'medium';
}

function detailOf(coverage: MfaCoverage) {
  const { user, gaps, isRegistered } = coverage;
  const reasons = gaps.map(({ code }) => gapText[code]);
  const open = openSignIn(coverage.open);
  const factor = {
    true: { ja: '認証方法は登録済みですが、要求されません', en: 'A method is registered, and never asked for' },
    false: { ja: '認証方法も登録されていません', en: 'No method is registered either' },
    undefined: { ja: '認証方法の登録状況は取得できませんでした', en: 'Whether a method is registered was not read' },
  }[String(isRegistered) as 'true' | 'false' | 'undefined'];
  return {
    ja: `${user.name} は${open.ja}パスワードだけでサインインできます。理由: ${reasons.map(({ ja }) => ja).join('、')}。${factor.ja}。`,
    en: `${user.name} signs in with the password alone${open.en}. Why: ${reasons.map(({ en }) => en).join('; ')}. ${factor.en}.`,
  };
}

function evidenceOf({ user, gaps, methods }: MfaCoverage, inForce: InForce): readonly [Evidence, ...Evidence[]] {
  const ofPolicies = gaps.flatMap(({ code, policies }) =>
    (policies.length > 0 ? policies : [{ id: user.id, name: '' }]).map(({ id, name }): Evidence => {
      const { ja, en } = gapText[code];
      const which = name === '' ? { ja, en } : { ja: `${name}: ${ja}`, en: `${name}: ${en}` };
      return { what: which, operation: '/identity/conditionalAccess/policies', ref: id };
    }),
  );
  const own: Evidence = {
    what: {
      ja: `登録済みの認証方法: ${methods.join(', ') || 'なし'}`,
      en: `Registered methods: ${methods.join(', ') || 'none'}`,
    },
    operation: '/reports/authenticationMethods/userRegistrationDetails',
    ref: user.id,
  };
  const compared: Evidence = {
    what: {
      ja: `照合: 有効なポリシー ${inForce.policies} 件、セキュリティの既定値群 ${inForce.defaults ? '有効' : '無効'}`,
      en: `Compared with ${inForce.policies} policies in force; security defaults are ${inForce.defaults ? 'on' : 'off'}`,
    },
    operation: '/policies/identitySecurityDefaultsEnforcementPolicy',
    ref: user.id,
  };
  return [own, compared, ...ofPolicies];
}
