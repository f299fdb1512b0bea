import { defineCheck } from '../../../lib/model/check.ts';
import { dayIn } from '../../../lib/model/days.ts';
import type { Evidence, Failed } from '../../../lib/model/judgement.ts';
import type { RegisterEntry } from '../../../lib/model/register.ts';
import { judgeUses, placesOf, useEvidence, type UsesOfService } from '../../../lib/model/services/use-judgement.ts';
import { useResource } from '../../../lib/model/services/use-resource.ts';
import type { Text } from '../../../lib/model/text.ts';

export default defineCheck({
  id: 'service-review-overdue',
  clauses: ['12.2'],
  severity: 'medium',
  title: {
    ja: '使用中のサービスの契約・セキュリティ条件の確認がないか、期限を過ぎている',
    en: 'A service is in use whose contract or security was not checked, or not in time',
  },
  why: {
    ja: '契約内容とセキュリティ条件は、使い始める前に確認し、定期的に見直します。約款の改定、データの保管場所の変更、認証の失効は、見直さなければ誰も気付きません。使用中のサービスの台帳の行に、契約内容の確認、セキュリティ条件の確認、承認の記録があり、有効期限、次回見直し日、第三者認証の期限を過ぎていないことを調べます。日付は点検した日で比べます。利用禁止と利用終了の行は別の検査が扱います。',
    en: 'The contract and its security are checked before a service is used, and looked into again: nobody notices new terms, another place for the data or a certificate that ran out otherwise. The rows of services in use must record both checks and the approval, and neither the approval, the next review nor a certificate may be past its day. Days are compared with the day of the scan. Rows that are forbidden or have ended are the matter of other checks.',
  },
  fix: {
    ja: '契約内容とセキュリティ条件を確認し、確認者、確認日、記録の番号と次回見直し日を台帳に書きます。',
    en: 'Check the contract and its security, and write into the register who did so, when, the number of the record and the next review.',
  },
  reads: ['any.serviceReview'],
  find: ({ 'any.serviceReview': review }, { unit, standard, asOf }) => {
    if (standard.register.length === 0) return [];
    const today = dayIn(asOf, standard.deployment.timeZone);
    return judgeUses(review, unit, (uses) => {
      const known = uses.filter(({ entry, gaps }) => entry && !gaps.includes('forbidden') && !gaps.includes('ended'));
      const rows = Map.groupBy(known, ({ entry }) => entry);
      const failures = [...rows].flatMap(([entry, [first, ...rest]]) => {
        const [lack, ...more] = entry ? lacksOf(entry, today) : [];
        return entry && first && lack ? [failure([first, ...rest], entry, [lack, ...more])] : [];
      });
      if (failures.length > 0) return failures;
      return known.length > 0 ? [{ status: 'pass', resource: useResource(uses[0].use) }] : [];
    });
  },
});

/** What a row in use should say and does not, or no more. */
function lacksOf(entry: RegisterEntry, today: string): readonly Text[] {
  const { contractCheck, securityCheck, approval, validUntil, nextReview, certificates } = entry;
  const over = (day: string | undefined): day is string => day !== undefined && day < today;
  return [
    ...(contractCheck ? [] : [{ ja: '契約内容の確認の記録がない', en: 'no record that the contract was checked' }]),
    ...(securityCheck ? [] : [{ ja: 'セキュリティ条件の確認の記録がない', en: 'no record that security was checked' }]),
    ...(approval ? [] : [{ ja: '承認の記録がない', en: 'no record of the approval' }]),
    ...(over(validUntil) ? [{ ja: `有効期限 ${validUntil} を過ぎている`, en: `approved until ${validUntil}` }] : []),
    ...(over(nextReview)
      ? [{ ja: `次回見直し日 ${nextReview} を過ぎている`, en: `review was due on ${nextReview}` }]
      : []),
    ...certificates.flatMap(({ scheme, validUntil: end }) =>
      over(end) ? [{ ja: `${scheme} が ${end} に失効した`, en: `${scheme} ran out on ${end}` }] : [],
    ),
  ];
}

function failure(uses: UsesOfService, entry: RegisterEntry, lacks: readonly [Text, ...Text[]]): Failed {
  const [{ use }] = uses;
  const { id, name, owner } = entry;
  const evidenceOf = (what: Text): Evidence => ({ what, operation: 'tenken:Register', ref: id });
  const [lack, ...more] = lacks;
  const [used] = useEvidence(uses);
  return {
    status: 'fail',
    resource: useResource(use),
    discriminator: id,
    detail: {
      ja: `${use.name} を ${placesOf(uses)} で使用していますが、台帳 ${id}（${name}）は${lacks.map(({ ja }) => ja).join('、')}状態です。管理責任者: ${owner ?? '未記入'}。`,
      en: `${use.name} is in use (${placesOf(uses)}), and row ${id} (${name}) has: ${lacks.map(({ en }) => en).join('; ')}. Owner: ${owner ?? 'not filled in'}.`,
    },
    evidence: [evidenceOf(lack), ...more.map(evidenceOf), used],
    remediation: [
      {
        kind: 'console',
        text: {
          ja: `台帳 ${id} の管理責任者${owner === undefined ? '' : `（${owner}）`}が契約内容とセキュリティ条件を確認し、contractCheck、securityCheck、approval、nextReview を更新して tenken register check を実行します。`,
          en: `The owner of row ${id}${owner === undefined ? '' : ` (${owner})`} checks the contract and its security, updates contractCheck, securityCheck, approval and nextReview, and runs tenken register check.`,
        },
      },
    ],
  };
}
