import type { PrincipalAccess } from '../../../lib/model/aws/principal-access.ts';
import { principalResource } from '../../../lib/model/aws/principal-resource.ts';
import { rewriteTrust } from '../../../lib/model/aws/rewrite-trust.ts';
import { trustEvidence } from '../../../lib/model/aws/trust-evidence.ts';
import type { TrustExposure, TrustKind } from '../../../lib/model/aws/trust-exposure.ts';
import { defineCheck } from '../../../lib/model/check.ts';
import type { Failed, Judgement } from '../../../lib/model/judgement.ts';
import type { Resource } from '../../../lib/model/resource.ts';
import type { Severity } from '../../../lib/model/severity.ts';
import type { Text } from '../../../lib/model/text.ts';

export default defineCheck({
  id: 'aws-oidc-trust-open',
  clauses: ['7.3', '11.4'],
  severity: 'critical',
  title: {
    ja: 'OIDCプロバイダーを信頼するロールの条件が緩い',
    en: 'A role trusts an OIDC provider without a tight subject',
  },
  why: {
    ja: 'GitHub Actionsなどの共用プロバイダーは、誰にでもトークンを発行します。sub の条件がない、または組織名が「/」で閉じていない(repo:acme*)ロールは、他人のリポジトリから引き受けられます。組織全体(repo:acme/*)やプルリクエストは、公開ではないものの広すぎるため、低い深刻度で知らせます。',
    en: 'Shared providers such as GitHub Actions issue tokens to everybody. A role without a condition on the subject, or with an owner that is not closed by a slash (repo:acme*), can be assumed from a stranger’s repository. A whole organisation (repo:acme/*), its pull requests, or a whole cluster are not public but broad, and reported with a low severity.',
  },
  fix: {
    ja: '信頼ポリシーの sub を、リポジトリとブランチまたは環境まで指定します(StringEquals で repo:組織/リポジトリ:ref:refs/heads/main)。',
    en: 'Let the trust policy name repository and branch or environment in the subject (StringEquals, repo:owner/repository:ref:refs/heads/main).',
  },
  reads: ['aws.access'],
  find: ({ 'aws.access': { principals } }, { unit }) =>
    principals
      .filter(({ exposures }) => exposures.some(({ who }) => isProvider(who)))
      .flatMap((role) => judge(role, principalResource(unit, role))),
});

/** The ways in that are findings: how bad each is, and how it is put into words. */
const open: Readonly<Partial<Record<TrustKind, { readonly severity: Severity; words(provider: string): Text }>>> = {
  'oidc-any-repository': {
    severity: 'critical',
    words: (provider) => ({
      ja: `${provider} の誰のトークンでも引き受けられます(sub の条件なし)。`,
      en: `any token of ${provider} can assume it: there is no condition on the subject.`,
    }),
  },
  'oidc-prefix': {
    severity: 'critical',
    words: () => ({
      ja: `sub の条件が組織名で閉じていないため、似た名前を登録した他人が引き受けられます。`,
      en: `a stranger can register an owner whose name fits the condition on the subject.`,
    }),
  },
  'oidc-org-wide': {
    severity: 'low',
    words: () => ({
      ja: `組織のすべてのリポジトリから引き受けられます。`,
      en: `every repository of the organisation can assume it.`,
    }),
  },
  'oidc-pull-request': {
    severity: 'low',
    words: () => ({
      ja: `リポジトリのどのプルリクエストからでも引き受けられます。`,
      en: `every pull request of the repository can assume it.`,
    }),
  },
  'cluster-wide': {
    severity: 'low',
    words: () => ({
      ja: `クラスターのすべてのサービスアカウントが引き受けられます。`,
      en: `every service account of the cluster can assume it.`,
    }),
  },
};

/** Identity providers but Cognito, whose guests are a matter of aws-external-trust. */
function isProvider(who: string): boolean {
  return who.includes(':oidc-provider/') || /^(accounts\.google\.com|www\.amazon\.com|graph\.facebook\.com)$/.test(who);
}

function judge(role: PrincipalAccess, resource: Resource): readonly Judgement[] {
  const found = role.exposures.filter(({ kind, who }) => isProvider(who) && kind in open);
  if (found.length === 0) return [{ status: 'pass', resource }];
  return [...new Map(found.map((each) => [`${each.kind} ${each.who}`, each])).values()].map((each) =>
    failure(role, resource, each),
  );
}

function failure(role: PrincipalAccess, resource: Resource, exposure: TrustExposure): Failed {
  const { kind, who, statement } = exposure;
  const provider = who.replace(/^.*:oidc-provider\//, '');
  const way = open[kind];
  if (!way) throw new TypeError(`${kind} is no finding`);
  const { ja, en } = way.words(provider);
  return {
    status: 'fail',
    severity: way.severity,
    resource,
    discriminator: `${kind} ${provider}`,
    detail: {
      ja: `ロール ${role.name}: ${ja}`,
      en: `Role ${role.name}: ${en}`,
    },
    evidence: [trustEvidence(role, exposure, { ja: `${provider} のトークン`, en: `tokens of ${provider}` })],
    remediation: rewriteTrust(role.name, {
      ja: `trust.json の${statement + 1}番目のステートメントに、条件 StringEquals "${provider}:sub" を、意図したリポジトリ・ブランチ・サービスアカウントの完全な値で書いてから適用します。`,
      en: `Give statement ${statement + 1} of trust.json the condition StringEquals "${provider}:sub" with the whole value of the repository, branch or service account that is meant, then apply it.`,
    }),
  };
}
