import { defineCheck } from '../../../lib/model/check.ts';
import type { Failed } from '../../../lib/model/judgement.ts';
import type { UseGap } from '../../../lib/model/services/service-review.ts';
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
import type { Severity } from '../../../lib/model/severity.ts';
import type { Text } from '../../../lib/model/text.ts';

const standing = ['unregistered', 'forbidden', 'ended'] as const satisfies readonly UseGap[];

/** One of {@link standing}. */
type Standing = (typeof standing)[number];

export default defineCheck({
  id: 'service-unapproved',
  clauses: ['12.1'],
  severity: 'medium',
  title: {
    ja: '承認されていないクラウドサービスを使用している',
    en: 'A cloud service is in use that nobody approved',
  },
  why: {
    ja: '承認されていないサービスには、契約とセキュリティ条件の確認も、責任者もありません。AWSのサービス（リソース、請求、API呼び出し）、Azureのリソースの種類、Entraの他社アプリケーションを、承認済みクラウドサービス台帳の検出キーと突合します。台帳にないもの、利用禁止のもの、利用終了日を過ぎて使われているものを指摘します。拒否されたかもしれないAPI呼び出しだけが根拠なら重大度を下げます。IAMや請求など、どのアカウントにもあるものと自動作成のものは、台帳に書かれていなければ問いません。台帳が空なら判定しません。',
    en: 'Nobody checked the contract and the security of a service that was not approved, and nobody answers for it. Services of AWS (by resources, bills and calls), types of Azure resources and applications of third parties in Entra are compared with the detection keys of the register. Found is what no row is about, what is forbidden, and what is used after the last day of its use. The severity is lower where calls that may have been refused are all there is. What every account has by being one (IAM, billing), and what was made automatically, is not asked about unless a row names it. Nothing is judged while the register is empty.',
  },
  fix: {
    ja: '利用者と責任者に目的を確かめます。必要なら契約とセキュリティ条件を確認して台帳に追加し、不要ならデータを退避して利用を止めます。SCPは管理アカウントと、組織に属さないアカウントには効きません。',
    en: 'Ask whoever uses it what for. Check the contract and its security and add a row to the register, or move the data away and stop the use. A control policy binds neither the management account nor an account in no organization.',
  },
  reads: ['any.serviceReview'],
  find: ({ 'any.serviceReview': review }, { unit, standard }) => {
    if (standard.register.length === 0) return [];
    return judgeUses(review, unit, (uses) => {
      const [first] = uses;
      const resource = useResource(first.use);
      const [bad, ...more] = uses.filter(({ gaps }) => standingOf(gaps));
      if (bad) return [failure([bad, ...more], uses)];
      return uses.every(({ entry }) => !entry) ? [] : [{ status: 'pass', resource }];
    });
  },
});

function standingOf(gaps: readonly UseGap[]): Standing | undefined {
  return standing.find((each) => gaps.includes(each));
}

/** `all` are the uses of the service, approved ones among them. */
function failure(uses: UsesOfService, all: UsesOfService): Failed {
  const [{ use, entry, gaps }] = uses;
  const kind = standingOf(gaps) ?? 'unregistered';
  const said = wordsOf[kind](entry?.id ?? '', entry?.endedOn);
  const tried = isProven(uses)
    ? { ja: '', en: '' }
    : {
        ja: '記録は呼び出しだけで、拒否された可能性があります。',
        en: ' Only calls are on record, which may have been refused.',
      };
  const by = anyUserOf(uses.map((each) => each.use));
  const owner = uses.map((each) => each.use.owner).find((who) => who !== undefined);
  return {
    status: 'fail',
    resource: useResource(use),
    severity: severityOf(uses, kind),
    detail: {
      ja: `${use.name}（${use.key}）${said.ja}${tried.ja}使用場所: ${placesOf(uses)}。利用者: ${by ?? '記録なし'}。責任者: ${owner ?? '不明'}。`,
      en: `${use.name} (${use.key}) ${said.en}${tried.en} Where: ${placesOf(uses)}. Used by: ${by ?? 'no record'}. Owner: ${owner ?? 'not known'}.`,
    },
    evidence: useEvidence(uses),
    // Where some use is approved, only the regions of the others are closed.
    remediation: uses.length < all.length ? stopUse(uses, regionsOf(uses)) : stopUse(uses),
  };
}

const wordsOf: Readonly<Record<Standing, (id: string, endedOn: string | undefined) => Text>> = {
  unregistered: () => ({ ja: 'は台帳にありません。', en: 'is not in the register.' }),
  forbidden: (id) => ({ ja: `は台帳（${id}）で利用禁止です。`, en: `is forbidden by the register (${id}).` }),
  ended: (id, endedOn) => ({
    ja: `は台帳（${id}）で利用を終了しています${endedOn === undefined ? '' : `（${endedOn}）`}。`,
    en: `has ended by the register (${id}${endedOn === undefined ? '' : `, ${endedOn}`}) and is still in use.`,
  }),
};

function severityOf(uses: UsesOfService, kind: Standing): Severity {
  if (!isProven(uses)) return 'low';
  return kind === 'forbidden' ? 'high' : 'medium';
}

function isProven(uses: UsesOfService): boolean {
  return uses.some(({ use }) => use.sightings.some(({ layer, attemptOnly }) => layer !== 'stored' && !attemptOnly));
}
