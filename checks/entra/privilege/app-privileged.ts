import { defineCheck } from '../../../lib/model/check.ts';
import { entraResource } from '../../../lib/model/entra/entra-resource.ts';
import { graphCommand, idInPath } from '../../../lib/model/entra/graph-command.ts';
import { isTierZero, type PrivilegedPrincipal } from '../../../lib/model/entra/privilege.ts';
import { privilegeEvidence, wayText } from '../../../lib/model/entra/privilege-evidence.ts';
import { takeAway } from '../../../lib/model/entra/take-away.ts';
import { tenantOf } from '../../../lib/model/entra/tenant-of.ts';
import type { Failed, Judgement } from '../../../lib/model/judgement.ts';

export default defineCheck({
  id: 'entra-app-privileged',
  clauses: ['7.3', '12.3'],
  severity: 'high',
  title: {
    ja: 'アプリがテナントを支配できる許可を持っている',
    en: 'An application holds permissions that control the tenant',
  },
  why: {
    ja: 'アプリは多要素認証なしに、シークレットや証明書だけでサインインします。ロールの割り当て、アプリの許可、資格情報を書き換えられるアプリは、奪われればグローバル管理者と同じです。他のテナントが発行するアプリなら、その会社が破られたときも同じです。許可は、与えられたもの(リソースとロールの組)で判断します。',
    en: 'An application signs in with a secret or certificate and no second factor. One that can write role assignments, permissions or credentials is, once stolen, as good as a Global Administrator; if another tenant publishes it, a break-in there is enough. What counts is what was granted: the pair of resource and role.',
  },
  fix: {
    ja: '必要な操作だけの許可(読み取り、OwnedBy、Sites.Selectedなど)へ置き換えます。残すなら証明書かフェデレーションを使い、所有者を置かず、サインインを監視します。',
    en: 'Replace it with the permission for what is needed (read, OwnedBy, Sites.Selected). Where it must stay, use a certificate or federation, leave no owner, and watch its sign-ins.',
  },
  reads: ['entra.privilege', 'entra.servicePrincipals', 'entra.appRoleAssignments'],
  find(parts, { unit }) {
    const {
      'entra.privilege': report,
      'entra.servicePrincipals': applications,
      'entra.appRoleAssignments': granted,
    } = parts;
    const tenant = tenantOf(unit);
    const byId = new Map(applications.map((each) => [each.id, each]));
    const principals = new Map(report.principals.map((each) => [each.id, each]));
    const holders = new Set([...granted.map(({ principal }) => principal), ...principals.keys()]);
    return [...holders].flatMap((id): Judgement[] => {
      const application = byId.get(id);
      if (!application) return [];
      const resource = entraResource(tenant, 'service-principal', application);
      const principal = principals.get(id);
      const delegated = principal?.delegated.map((grant) => delegatedGrant(application.name, grant, resource)) ?? [];
      if (!principal || !isTierZero(principal))
        return delegated.length > 0 ? delegated : [{ status: 'pass', resource }];
      const ways = principal.ways.filter(({ tier }) => tier !== 'privileged');
      const [way] = ways;
      if (!way) return [];
      const isForeign =
        application.publisherTenant !== undefined && application.publisherTenant !== tenant.toLowerCase();
      const names = [...new Set(ways.map(({ steps }) => steps.at(-1)?.name ?? ''))].join(', ');
      return [
        ...delegated,
        {
          status: 'fail',
          resource,
          severity: isForeign ? 'critical' : ways.some(({ tier }) => tier === 'direct') ? 'high' : 'medium',
          detail: {
            ja: `${application.name}${isForeign ? '(他のテナントが発行)' : ''} は ${names} により、テナントを支配できます: ${wayText(way)}。`,
            en: `${application.name}${isForeign ? ' (published by another tenant)' : ''} controls the tenant by ${names}: ${wayText(way)}.`,
          },
          evidence: privilegeEvidence(way),
          remediation: [takeAway(principal, way)[0], ...ways.slice(1).flatMap((each) => takeAway(principal, each))],
        },
      ];
    });
  },
});

/** It acts in the name of whoever is signed in: an administrator who opens it lends it everything. */
function delegatedGrant(
  name: string,
  { grant, scopes }: PrivilegedPrincipal['delegated'][number],
  resource: Failed['resource'],
): Failed {
  const said = scopes.join(' ');
  return {
    status: 'fail',
    resource,
    discriminator: grant,
    severity: 'medium',
    detail: {
      ja: `${name} は、サインインした人の名で ${said} を使えます(全員のための同意)。管理者が開けば、その権限のすべてを渡します。`,
      en: `${name} may use ${said} in the name of whoever signs in (consented to for everybody): an administrator who opens it lends it everything.`,
    },
    evidence: [
      {
        what: { ja: `全員のための同意: ${said}`, en: `Consented for everybody: ${said}` },
        operation: '/oauth2PermissionGrants',
        ref: grant,
      },
    ],
    remediation: [graphCommand('DELETE', `oauth2PermissionGrants/${idInPath(grant)}`)],
  };
}
