import { defineCheck } from '../../../lib/model/check.ts';
import { tenantResource } from '../../../lib/model/entra/entra-resource.ts';
import { graphCommand } from '../../../lib/model/entra/graph-command.ts';
import { tenantOf } from '../../../lib/model/entra/tenant-of.ts';
import { unreadTenant } from '../../../lib/model/entra/unread-tenant.ts';

const operation = '/identity/conditionalAccess/policies';
/** Named in the finding at most. */
const mostNames = 5;

export default defineCheck({
  id: 'entra-legacy-authentication',
  clauses: ['8.3', '11.4'],
  severity: 'high',
  title: {
    ja: 'レガシ認証でサインインできる利用者がいる',
    en: 'Legacy authentication is open',
  },
  why: {
    ja: 'POP、IMAP、SMTP AUTH、Exchange ActiveSyncなどのレガシ認証は、第二の要素を扱えません。遮断しない限り、パスワードの総当たりや使い回しの攻撃は、多要素認証を要求していてもここから入ります。',
    en: 'Legacy clients (POP, IMAP, SMTP AUTH, Exchange ActiveSync) cannot bring a second factor. Unless they are blocked, password spraying gets in here, whatever is asked of everybody else.',
  },
  fix: {
    ja: '「Exchange ActiveSyncクライアント」と「その他のクライアント」を全員にブロックする条件付きアクセスポリシーを有効にします。条件のない多要素認証の要求も、レガシ認証を遮断します。',
    en: 'Enable a policy that blocks Exchange ActiveSync and other clients for everybody. A policy that asks for MFA without naming clients blocks them as well.',
  },
  reads: ['entra.mfa', 'entra.policies'],
  find({ 'entra.mfa': report, 'entra.policies': policies }, { unit }) {
    const nothing = unreadTenant(report, tenantOf(unit));
    if (nothing) return [nothing];
    const blocks = policies.filter(
      ({ grant, state }) => state === 'enabled' && grant?.controls.includes('block'),
    ).length;
    const resource = tenantResource(tenantOf(unit));
    const enabled = report.users.filter(({ user }) => user.enabled);
    const open = enabled.filter(({ isLegacyOpen }) => isLegacyOpen);
    if (open.length === 0) {
      const unknown = enabled.find(({ enforcement }) => enforcement === 'unknown');
      if (!unknown) return enabled.length > 0 ? [{ status: 'pass', resource }] : [];
      const unread = {
        operation,
        code: 'PoliciesUnreadable',
        message: 'whether legacy clients are blocked for everybody is not known',
      };
      return [{ status: 'unknown', resource, unread }];
    }
    const names = open.slice(0, mostNames).map(({ user }) => user.name);
    const more = open.length - names.length;
    return [
      {
        status: 'fail',
        resource,
        detail: {
          ja: `${open.length} 人(有効な ${enabled.length} 人中)が、レガシ認証のクライアントからパスワードだけで入れます: ${names.join(', ')}${more > 0 ? ` ほか ${more} 人` : ''}。`,
          en: `${open.length} of ${enabled.length} enabled users get in from a legacy client with the password alone: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
        },
        evidence: [
          {
            what: {
              ja: `有効なポリシーのうち、ブロックするもの: ${blocks} 件`,
              en: `Policies in force that block: ${blocks}`,
            },
            operation,
            ref: resource.id,
          },
          ...open.slice(0, mostNames).map(({ user }) => ({
            what: { ja: `${user.name} を遮断するポリシーがない`, en: `Nothing blocks ${user.name}` },
            operation,
            ref: user.id,
          })),
        ],
        remediation: [
          graphCommand('POST', 'identity/conditionalAccess/policies', {
            displayName: 'Tenken: block legacy authentication',
            state: 'enabledForReportingButNotEnforced',
            conditions: {
              users: { includeUsers: ['All'] },
              applications: { includeApplications: ['All'] },
              clientAppTypes: ['exchangeActiveSync', 'other'],
            },
            grantControls: { operator: 'OR', builtInControls: ['block'] },
          }),
        ],
      },
    ];
  },
});
