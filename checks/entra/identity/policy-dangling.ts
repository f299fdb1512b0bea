import { defineCheck } from '../../../lib/model/check.ts';
import { entraResource } from '../../../lib/model/entra/entra-resource.ts';
import { tenantOf } from '../../../lib/model/entra/tenant-of.ts';
import type { Judgement } from '../../../lib/model/judgement.ts';

const operation = '/identity/conditionalAccess/policies';

export default defineCheck({
  id: 'entra-policy-dangling',
  clauses: ['8.3', '12.3'],
  severity: 'low',
  title: {
    ja: '条件付きアクセスポリシーが、削除された利用者・グループ・場所を指している',
    en: 'A Conditional Access policy names users, groups or locations that are no more',
  },
  why: {
    ja: '削除されたものは誰にも一致しません。対象に含めたグループが消えていれば、ポリシーは見た目より少ない人を守り、消えた場所の除外は効きません。画面には名前ではなくIDが残るだけで気づきにくい誤りです。',
    en: 'What was deleted matches nobody. Where an included group is gone, the policy protects fewer than it seems; an excluded place that is gone excludes nothing. The portal shows an id, and few notice.',
  },
  fix: {
    ja: 'ポリシーを開いて参照を外し、意図した対象を設定し直します。',
    en: 'Open the policy, remove the reference and set what was meant.',
  },
  reads: ['entra.mfa', 'entra.policies', 'entra.groups', 'entra.namedLocations'],
  find(parts, { unit }) {
    const {
      'entra.mfa': { dangling },
      'entra.policies': policies,
      'entra.groups': groups,
      'entra.namedLocations': locations,
    } = parts;
    const known = groups.length + locations.length;
    return policies
      .filter(({ state }) => state !== 'disabled')
      .map((policy): Judgement => {
        const resource = entraResource(tenantOf(unit), 'conditional-access-policy', policy);
        const missing = dangling.filter((each) => each.policy === policy.id);
        const [first, ...rest] = missing.map(({ id }) => ({
          what: {
            ja: `${id} はテナントにない(グループと場所 ${known} 件を照合)`,
            en: `${id} is not in the tenant (compared with ${known} groups and locations)`,
          },
          operation,
          ref: id,
        }));
        if (!first) return { status: 'pass', resource };
        return {
          status: 'fail',
          resource,
          detail: {
            ja: `${policy.name} は、存在しない ${missing.length} 件を指しています: ${missing.map(({ id }) => id).join(', ')}。`,
            en: `${policy.name} names ${missing.length} objects that are no more: ${missing.map(({ id }) => id).join(', ')}.`,
          },
          evidence: [first, ...rest],
          remediation: [
            {
              kind: 'console',
              text: {
                ja: `Microsoft Entra管理センターの［条件付きアクセス］で ${policy.name} を開き、［ユーザー］と［ネットワーク］から、名前の表示されない項目を外します。`,
                en: `In the Microsoft Entra admin center open Conditional Access, ${policy.name}, and remove the entries without a name from Users and Network.`,
              },
            },
          ],
        };
      });
  },
});
