import { defineCheck } from '../../../lib/model/check.ts';
import { entraResource } from '../../../lib/model/entra/entra-resource.ts';
import { graphCommand } from '../../../lib/model/entra/graph-command.ts';
import type { MfaCoverage } from '../../../lib/model/entra/mfa-coverage.ts';
import { isTierZero, type PrivilegedPrincipal } from '../../../lib/model/entra/privilege.ts';
import { wayText } from '../../../lib/model/entra/privilege-evidence.ts';
import { tenantOf } from '../../../lib/model/entra/tenant-of.ts';
import { unreadPrivilege } from '../../../lib/model/entra/unread-privilege.ts';
import { unreadMfa } from '../../../lib/model/entra/unread-mfa.ts';
import { unreadTenant } from '../../../lib/model/entra/unread-tenant.ts';
import type { Judgement } from '../../../lib/model/judgement.ts';

export default defineCheck({
  id: 'entra-admin-not-phishing-resistant',
  clauses: ['8.3'],
  severity: 'high',
  title: {
    ja: '管理者のサインインに、フィッシングに強い認証が要求されていない',
    en: 'An administrator signs in with a factor that can be phished',
  },
  why: {
    ja: 'SMS、電話、プッシュ通知、ワンタイムコードは、偽のサイトで中継されます。テナントを支配できる利用者には、FIDO2セキュリティキー、パスキー、Windows Hello、証明書だけを受け付ける認証強度を、すべてのサインインに要求します。',
    en: 'Text messages, calls, push notifications and codes are relayed by a fake site. Whoever controls the tenant should be asked, at every sign-in, for a strength that accepts security keys, passkeys, Windows Hello and certificates alone.',
  },
  fix: {
    ja: '管理者ロールを対象に、組み込みの認証強度「フィッシングに強い多要素認証」を要求する条件付きアクセスポリシーを作ります。緊急用アカウントは標準の設定で宣言します。',
    en: 'Make a policy for the administrator roles with the built-in strength "Phishing-resistant MFA". Declare emergency accounts in the standard.',
  },
  reads: ['entra.mfa', 'entra.policies', 'entra.privilege'],
  find(parts, { unit }) {
    const { 'entra.mfa': mfa, 'entra.policies': policies, 'entra.privilege': report } = parts;
    const unknown = unreadTenant(mfa, tenantOf(unit));
    if (unknown) return [unknown];
    const strong = policies.filter(
      ({ state, grant }) => state === 'enabled' && grant?.strength?.weakest === 'phishingResistant',
    ).length;
    const coverage = new Map(mfa.users.map((each) => [each.user.id, each]));
    const judged = report.principals
      .filter((principal) => principal.kind === 'user' && principal.enabled && isTierZero(principal))
      .flatMap((principal) => {
        const own = coverage.get(principal.id);
        return own ? [judge(own, principal, tenantOf(unit), strong)] : [];
      });
    const unread = unreadPrivilege(report, tenantOf(unit));
    return unread ? [...judged, unread] : judged;
  },
});

function judge(coverage: MfaCoverage, { ways }: PrivilegedPrincipal, tenant: string, strong: number): Judgement {
  const { user, enforcement, status, strength } = coverage;
  const resource = entraResource(tenant, 'user', user);
  if (enforcement === 'unknown') return { status: 'unknown', resource, unread: unreadMfa(coverage) };
  const isForced = enforcement === 'always' || enforcement === 'conditional';
  const isSafe = enforcement === 'blocked' || (isForced && strength === 'phishingResistant');
  if (isSafe || status === 'declaredException') return { status: 'pass', resource };
  const [way] = ways;
  const found = {
    ja: isForced ? `受け付ける最も弱い認証は ${strength}` : '多要素認証が常には要求されない',
    en: isForced ? `the weakest factor accepted is ${strength}` : 'MFA is not always asked for',
  };
  const policy = graphCommand('POST', 'identity/conditionalAccess/policies', {
    displayName: `Tenken: phishing-resistant MFA for ${user.name}`,
    state: 'enabledForReportingButNotEnforced',
    conditions: {
      users: { includeUsers: [user.id] },
      applications: { includeApplications: ['All'] },
      clientAppTypes: ['all'],
    },
    grantControls: { operator: 'AND', authenticationStrength: { id: '00000000-0000-0000-0000-000000000004' } },
  });
  return {
    status: 'fail',
    resource,
    detail: {
      ja: `${user.name} はテナントを支配できますが(${way ? wayText(way) : ''})、${found.ja}です。`,
      en: `${user.name} can control the tenant (${way ? wayText(way) : ''}), and ${found.en}.`,
    },
    evidence: [
      {
        what: {
          ja: `${found.ja}(フィッシングに強い認証を要求する有効なポリシー: ${strong} 件)`,
          en: `${found.en} (policies in force that ask for a phishing-resistant factor: ${strong})`,
        },
        operation: '/identity/conditionalAccess/policies',
        ref: user.id,
      },
      {
        what: { ja: `権限: ${way ? wayText(way) : ''}`, en: `Privilege: ${way ? wayText(way) : ''}` },
        operation: '/roleManagement/directory/roleAssignments',
        ref: way?.held ?? user.id,
      },
    ],
    remediation: [policy],
  };
}
