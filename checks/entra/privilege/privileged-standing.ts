import { defineCheck } from '../../../lib/model/check.ts';
import { entraResource } from '../../../lib/model/entra/entra-resource.ts';
import { graphCommand } from '../../../lib/model/entra/graph-command.ts';
import { isEmergencyAccount } from '../../../lib/model/entra/is-emergency-account.ts';
import { privilegeEvidence, wayText } from '../../../lib/model/entra/privilege-evidence.ts';
import { takeAway } from '../../../lib/model/entra/take-away.ts';
import { unreadPrivilege } from '../../../lib/model/entra/unread-privilege.ts';
import { tenantOf } from '../../../lib/model/entra/tenant-of.ts';
import type { Judgement, Remediation } from '../../../lib/model/judgement.ts';

export default defineCheck({
  id: 'entra-privileged-standing',
  clauses: ['7.3', '7.5'],
  severity: 'medium',
  title: {
    ja: '特権ロールを常時保持している',
    en: 'A privileged role is held for good',
  },
  why: {
    ja: '常時有効な特権は、使っていない時間にも奪われます。Privileged Identity Management では、資格だけを与え、必要なときに理由と多要素認証を添えて時間を限って有効化します。有効化された割り当てと期限のある割り当ては指摘しません。緊急用アカウントは宣言すれば除外されます。',
    en: 'A standing privilege can be stolen while nobody uses it. With Privileged Identity Management people are eligible, and activate the role for a time with a reason and MFA. Activated assignments and those with an end are not found; emergency accounts are left out when they are declared.',
  },
  fix: {
    ja: '割り当てを「資格あり」に変え、有効化に多要素認証・理由・承認を求めます。',
    en: 'Make the assignment eligible, and ask for MFA, a reason and approval on activation.',
  },
  reads: ['entra.privilege', 'entra.roleSchedules'],
  find({ 'entra.privilege': report, 'entra.roleSchedules': schedules }, { standard, unit }) {
    const ends = new Set(schedules.filter((each) => each.ends).map(({ id }) => id));
    const unread = unreadPrivilege(report, tenantOf(unit));
    const judged = report.principals.flatMap((principal): Judgement[] => {
      const { user, enabled, ways } = principal;
      if (!user || !enabled || isEmergencyAccount(user, standard.entra)) return [];
      const active = ways.filter(({ path }) => path === 'activeRole' || path === 'customRole');
      if (active.length === 0) return [];
      const resource = entraResource(tenantOf(unit), 'user', user);
      const standing = active.filter(
        ({ isStanding, tier, held }) => isStanding && tier !== 'privileged' && !ends.has(held),
      );
      const [way] = standing;
      if (!way) return [{ status: 'pass', resource }];
      return [
        {
          status: 'fail',
          resource,
          severity: standing.some(({ tier }) => tier === 'direct') ? 'high' : 'medium',
          detail: {
            ja: `${user.name} は特権ロールを期限なく保持しています: ${standing.map(wayText).join('、')}。`,
            en: `${user.name} holds privileged roles without an end: ${standing.map(wayText).join('; ')}.`,
          },
          evidence: privilegeEvidence(way),
          remediation: [eligibleInstead(user.id, way.steps.at(-1)?.id ?? ''), ...takeAway(principal, way)],
        },
      ];
    });
    return unread ? [...judged, unread] : judged;
  },
});

/** Eligibility first, so that nobody is without the role in between. */
function eligibleInstead(principal: string, role: string): Remediation {
  return graphCommand('POST', 'roleManagement/directory/roleEligibilityScheduleRequests', {
    action: 'adminAssign',
    principalId: principal,
    roleDefinitionId: role,
    directoryScopeId: '/',
    justification: 'Tenken: eligible instead of active',
    scheduleInfo: { expiration: { type: 'afterDuration', duration: 'P365D' } },
  });
}
