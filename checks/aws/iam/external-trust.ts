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
  id: 'aws-external-trust',
  clauses: ['7.3', '8.4', '11.4'],
  severity: 'high',
  title: {
    ja: '組織の外からロールを引き受けられる',
    en: 'Somebody outside the organization can assume a role',
  },
  why: {
    ja: '信頼ポリシーが組織外のアカウントや誰でも(Principal: *)を許すロールは、外部の者がこのアカウントで操作する入口になります。条件(aws:PrincipalOrgID、外部ID、送信元など)と拒否を評価し、外部の者が満たせる条件は守りとみなしません。基準の trustedAccounts に書かれたアカウントは合格です。OIDCは aws-oidc-trust-open が扱います。',
    en: 'A role whose trust policy admits other accounts, or anybody (Principal: *), is a door for outsiders into this account. Conditions (aws:PrincipalOrgID, external ids, networks) and denials are evaluated; a condition that an outsider can meet protects nothing. Accounts that the standard names under trustedAccounts pass. OIDC providers are judged by aws-oidc-trust-open.',
  },
  fix: {
    ja: '信頼ポリシーを必要な相手だけに絞ります。組織内なら aws:PrincipalOrgID、外部の委託先なら外部IDを条件にし、基準の trustedAccounts に登録します。',
    en: 'Limit the trust policy to whom it is for: aws:PrincipalOrgID within the organization, an external id for a vendor, whom the standard then names under trustedAccounts.',
  },
  reads: ['aws.access'],
  find: ({ 'aws.access': { principals } }, { unit, standard }) => {
    const trusted = new Set(standard.trustedAccounts.map(({ id }) => id));
    return principals
      .filter(({ exposures, isServiceLinked }) => !isServiceLinked && exposures.some(isHere))
      .flatMap((role) => judge(role, principalResource(unit, role), trusted));
  },
});

/** The ways in that are findings: how bad each is, and how it is put into words. */
const here: Readonly<Partial<Record<TrustKind, { readonly severity: Severity; words(who: string): Text }>>> = {
  public: {
    severity: 'critical',
    words: () => ({
      ja: '誰でも、どのAWSアカウントからでも引き受けられます。',
      en: 'anybody can assume it, from any AWS account.',
    }),
  },
  'public-from-network': {
    severity: 'high',
    words: () => ({
      ja: '指定のネットワークからであれば、誰でも引き受けられます。',
      en: 'anybody can assume it from the networks named.',
    }),
  },
  'public-cognito': {
    severity: 'critical',
    words: () => ({
      ja: 'IDプールの未認証のゲストが引き受けられます。',
      en: 'unauthenticated guests of an identity pool can assume it.',
    }),
  },
  'cognito-any-pool': {
    severity: 'critical',
    words: () => ({
      ja: 'どのCognito IDプールからでも引き受けられます。',
      en: 'identities of any Cognito identity pool can assume it.',
    }),
  },
  'shared-secret': {
    severity: 'high',
    words: () => ({
      ja: '外部IDを知っていれば誰でも引き受けられます。',
      en: 'anybody who knows the external id can assume it.',
    }),
  },
  'third-party': {
    severity: 'medium',
    words: (who) => ({
      ja: `組織外のアカウント ${who} が引き受けられます(外部IDあり)。`,
      en: `${who}, outside the organization, can assume it (with an external id).`,
    }),
  },
  'confused-deputy-service': {
    severity: 'high',
    words: (who) => ({
      ja: `サービス ${who} を通じて、他のアカウントから使われるおそれがあります(aws:SourceAccount の条件がありません)。`,
      en: `other accounts may use it through ${who}: there is no condition on aws:SourceAccount.`,
    }),
  },
  'third-party-no-external-id': {
    severity: 'high',
    words: (who) => ({
      ja: `組織外のアカウント ${who} が、外部IDなしで引き受けられます。`,
      en: `${who}, outside the organization, can assume it without an external id.`,
    }),
  },
};

/** Ways in that this check is about, whether or not they are open. */
function isHere({ kind }: TrustExposure): boolean {
  return kind in here || ['org', 'org-account', 'own-account', 'dead-principal', 'service'].includes(kind);
}

function judge(role: PrincipalAccess, resource: Resource, trusted: ReadonlySet<string>): readonly Judgement[] {
  const open = role.exposures.filter(({ kind, who }) => kind in here && !trusted.has(accountOf(who)));
  if (open.length === 0) return [{ status: 'pass', resource }];
  return [...new Map(open.map((each) => [`${each.kind} ${each.who}`, each])).values()].map((each) =>
    failure(role, resource, each),
  );
}

function accountOf(who: string): string {
  return /^\d{12}$/.test(who) ? who : (who.split(':')[4] ?? '');
}

function failure(role: PrincipalAccess, resource: Resource, exposure: TrustExposure): Failed {
  const { kind, who, statement } = exposure;
  const way = here[kind];
  if (!way) throw new TypeError(`${kind} is no finding`);
  const { ja, en } = way.words(who);
  return {
    status: 'fail',
    severity: way.severity,
    resource,
    discriminator: `${kind} ${who}`,
    detail: { ja: `ロール ${role.name}: ${ja}`, en: `Role ${role.name}: ${en}` },
    evidence: [trustEvidence(role, exposure, { ja: who, en: who })],
    remediation: rewriteTrust(role.name, mend(kind, who, statement)),
  };
}

function mend(kind: TrustKind, who: string, statement: number): Text {
  const place = {
    ja: `trust.json の${statement + 1}番目のステートメント`,
    en: `statement ${statement + 1} of trust.json`,
  };
  if (kind === 'third-party-no-external-id') {
    return {
      ja: `${place.ja}から ${who} を外すか、条件 StringEquals sts:ExternalId を加えます(値は委託先が発行した、顧客ごとに異なるもの)。`,
      en: `Remove ${who} from ${place.en}, or add the condition StringEquals sts:ExternalId with the value that the vendor issues to each customer.`,
    };
  }
  if (kind === 'confused-deputy-service') {
    return {
      ja: `${place.ja}に条件 StringEquals aws:SourceAccount(自アカウントのID)を加えます。`,
      en: `Add the condition StringEquals aws:SourceAccount with the own account's id to ${place.en}.`,
    };
  }
  return {
    ja: `${place.ja}の Principal を必要な相手だけに書き換えます。組織内だけなら条件 StringEquals aws:PrincipalOrgID を加えます。`,
    en: `In ${place.en}, name only whom the role is for; for the organization alone, add the condition StringEquals aws:PrincipalOrgID.`,
  };
}
