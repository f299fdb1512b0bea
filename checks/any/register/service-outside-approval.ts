import { defineCheck } from '../../../lib/model/check.ts';
import type { Failed } from '../../../lib/model/judgement.ts';
import { stopUse } from '../../../lib/model/services/stop-use.ts';
import {
  judgeUses,
  placesOf,
  regionsOf,
  useEvidence,
  type UsesOfService,
} from '../../../lib/model/services/use-judgement.ts';
import { useResource } from '../../../lib/model/services/use-resource.ts';
import { anyUserOf } from '../../../lib/model/services/use-words.ts';

export default defineCheck({
  id: 'service-outside-approval',
  clauses: ['12.1'],
  severity: 'medium',
  title: {
    ja: 'サービスを承認の範囲外で使用している',
    en: 'A service is used outside of what was approved',
  },
  why: {
    ja: '承認は、場所とアカウントを定めて与えられます。範囲外のリージョンではデータが別の国の法律の下に置かれ、範囲外のアカウントでは責任者のいない利用になります。台帳の承認リージョンと承認アカウントに照らします。場所を持たないサービスはリージョンを問いません。利用部門は、アカウントと部門の対応が台帳にないため、承認アカウントで表します。',
    en: 'An approval is for certain places and accounts. In another region data is under another law, and in another account nobody answers for it. Uses are compared with the approved regions and accounts of their row. What stands nowhere has no region to be wrong. Departments are expressed by the accounts they use: nothing a scan sees names them.',
  },
  fix: {
    ja: 'リソースを承認済みの場所かアカウントに移してデータを削除するか、確認の上で台帳の範囲を広げます。',
    en: 'Move the resources to an approved region or account and delete the data that is left, or widen the row after checking it.',
  },
  reads: ['any.serviceReview'],
  find: ({ 'any.serviceReview': review }, { unit, standard }) => {
    if (standard.register.length === 0) return [];
    return judgeUses(review, unit, (uses) => {
      const known = uses.filter(({ entry, gaps }) => entry && !gaps.includes('forbidden') && !gaps.includes('ended'));
      const [bad, ...more] = known.filter(({ gaps }) => gaps.some((gap) => gap.startsWith('outside-')));
      if (bad) return [failure([bad, ...more])];
      const [first] = known;
      return first ? [{ status: 'pass', resource: useResource(first.use) }] : [];
    });
  },
});

function failure(uses: UsesOfService): Failed {
  const [{ use, entry, gaps }] = uses;
  const isElsewhere = gaps.includes('outside-accounts');
  const approved = (isElsewhere ? entry?.accounts : entry?.regions)?.join(', ') ?? '';
  const by = anyUserOf(uses.map((each) => each.use));
  return {
    status: 'fail',
    resource: useResource(use),
    detail: isElsewhere
      ? {
          ja: `${use.name}（台帳 ${entry?.id}）の承認アカウントは ${approved} で、${use.account} は範囲外です。利用者: ${by ?? '記録なし'}。`,
          en: `${use.name} (row ${entry?.id}) is approved in ${approved}, and is used in ${use.account}. Used by: ${by ?? 'no record'}.`,
        }
      : {
          ja: `${use.name}（台帳 ${entry?.id}）の承認リージョンは ${approved} で、${placesOf(uses)} は範囲外です。利用者: ${by ?? '記録なし'}。`,
          en: `${use.name} (row ${entry?.id}) is approved in ${approved}, and is used in ${placesOf(uses)}. Used by: ${by ?? 'no record'}.`,
        },
    evidence: useEvidence(uses),
    remediation: isElsewhere ? stopUse(uses) : stopUse(uses, regionsOf(uses)),
  };
}
