import type { Remediation } from '../judgement.ts';
import { graphCommand, idInPath } from './graph-command.ts';
import type { GapCode, MfaCoverage } from './mfa-coverage.ts';

const policiesPath = 'identity/conditionalAccess/policies';

/**
 * What closes the gaps of a user: what was switched on for watching alone is enforced; else a policy that asks this user
 * for a second factor everywhere. A new policy begins report-only, so that nobody is locked out by surprise.
 */
export function closeGap({ user, gaps }: MfaCoverage): readonly [Remediation, ...Remediation[]] {
  const watching = gaps.find(({ code, policies }) => code === 'REPORT_ONLY' && policies.length > 0);
  const enforce = watching?.policies.map(({ id }) =>
    graphCommand('PATCH', `${policiesPath}/${idInPath(id)}`, { state: 'enabled' }),
  );
  const exclusions = gaps.flatMap(({ code, policies }) => exclusion(code, user, policies));
  const [first, ...rest] = [...(enforce ?? []), ...exclusions];
  const own = ownPolicy(user.id, user.name);
  return first ? [first, ...rest, own] : [own];
}

function exclusion(
  code: GapCode,
  user: MfaCoverage['user'],
  policies: readonly { readonly id: string; readonly name: string }[],
): readonly Remediation[] {
  if (code !== 'EXCLUDED_USER' && code !== 'EXCLUDED_GROUP' && code !== 'EXCLUDED_GUEST') return [];
  const names = policies.map(({ name }) => name).join(', ');
  return [
    {
      kind: 'console',
      text: {
        ja: `Microsoft Entra管理センターの［条件付きアクセス］で ${names} を開き、［ユーザー］の［対象外］から ${user.name}(または属するグループ)を外します。`,
        en: `In the Microsoft Entra admin center open Conditional Access, ${names}, and take ${user.name} (or the group) out of Users, Exclude.`,
      },
    },
  ];
}

/** A policy that asks one user for a second factor, for all applications and clients. */
function ownPolicy(id: string, name: string): Remediation {
  return graphCommand('POST', policiesPath, {
    displayName: `Tenken: MFA for ${name}`,
    state: 'enabledForReportingButNotEnforced',
    conditions: {
      users: { includeUsers: [id] },
      applications: { includeApplications: ['All'] },
      clientAppTypes: ['all'],
    },
    grantControls: { operator: 'OR', builtInControls: ['mfa'] },
  });
}
