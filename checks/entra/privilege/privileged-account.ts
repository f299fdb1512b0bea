import { defineCheck } from '../../../lib/model/check.ts';
import { entraResource } from '../../../lib/model/entra/entra-resource.ts';
import { privilegeConcerns, type PrivilegeConcern } from '../../../lib/model/entra/privilege-concerns.ts';
import { isTierZero } from '../../../lib/model/entra/privilege.ts';
import { privilegeEvidence, wayText } from '../../../lib/model/entra/privilege-evidence.ts';
import { takeAway } from '../../../lib/model/entra/take-away.ts';
import { unreadPrivilege } from '../../../lib/model/entra/unread-privilege.ts';
import { tenantOf } from '../../../lib/model/entra/tenant-of.ts';
import type { Judgement } from '../../../lib/model/judgement.ts';
import type { Severity } from '../../../lib/model/severity.ts';
import type { Text } from '../../../lib/model/text.ts';

const concerns: Partial<Record<PrivilegeConcern, { readonly severity: Severity; readonly what: Text }>> = {
  disabledPrivileged: {
    severity: 'medium',
    what: { ja: '無効なアカウントに特権が残っています', en: 'is disabled and still holds a privilege' },
  },
  privilegedGuest: {
    severity: 'high',
    what: {
      ja: '他の組織のアカウント(ゲスト)が特権を持っています',
      en: 'is an account of another organisation and holds a privilege',
    },
  },
  privilegedSynced: {
    severity: 'high',
    what: {
      ja: 'オンプレミスから同期されたアカウントが特権を持っています。オンプレミスが破られればテナントも破られます',
      en: 'comes from Active Directory on premises and holds a privilege: a break-in there is one here',
    },
  },
};

export default defineCheck({
  id: 'entra-privileged-account',
  clauses: ['7.3', '7.4'],
  severity: 'high',
  title: {
    ja: '特権を持つべきでない種類のアカウントが特権を持っている',
    en: 'A privilege is held by an account of the wrong kind',
  },
  why: {
    ja: 'ゲストの本人確認と退職の手続きは相手の組織しだいです。オンプレミスから同期されたアカウントは、Active Directoryの侵害をクラウドへ運びます。無効にしただけのアカウントは、有効化した瞬間に特権を取り戻します。',
    en: "A guest's identity and departure are in another organisation's hands. A synced account carries a break-in on premises into the cloud. A disabled account has everything back the moment it is enabled.",
  },
  fix: {
    ja: '特権には、クラウド専用の管理者アカウントを個人ごとに用意します。退職者とゲストのロールは外します。',
    en: 'Give each administrator a cloud-only account of his own. Take roles from those who left, and from guests.',
  },
  reads: ['entra.privilege'],
  find({ 'entra.privilege': report }, { unit }) {
    const tenant = tenantOf(unit);
    const unread = unreadPrivilege(report, tenant);
    const judged = report.principals.flatMap((principal): Judgement[] => {
      const { user, ways } = principal;
      if (!user || ways.length === 0) return [];
      const resource = entraResource(tenant, 'user', user);
      const [way] = ways;
      const found = privilegeConcerns(principal).flatMap((concern) =>
        concerns[concern] ? [[concern, concerns[concern]] as const] : [],
      );
      if (!way || found.length === 0) return [{ status: 'pass', resource }];
      return found.map(([concern, { severity, what }]): Judgement => ({
        status: 'fail',
        resource,
        discriminator: concern,
        severity: isTierZero(principal) ? severity : 'medium',
        detail: {
          ja: `${user.name}: ${what.ja}(${wayText(way)})。`,
          en: `${user.name} ${what.en} (${wayText(way)}).`,
        },
        evidence: privilegeEvidence(way),
        remediation: takeAway(principal, way),
      }));
    });
    return unread ? [...judged, unread] : judged;
  },
});
