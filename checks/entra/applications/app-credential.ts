import { defineCheck } from '../../../lib/model/check.ts';
import { dayOf } from '../../../lib/model/days.ts';
import { applicationResource } from '../../../lib/model/entra/application-resource.ts';
import type { HeldCredential, ReviewedApplication } from '../../../lib/model/entra/application-review.ts';
import { graphCommand, idInPath } from '../../../lib/model/entra/graph-command.ts';
import { tenantOf } from '../../../lib/model/entra/tenant-of.ts';
import type { Failed, Judgement } from '../../../lib/model/judgement.ts';

export default defineCheck({
  id: 'entra-app-credential',
  clauses: ['7.4', '8.4'],
  severity: 'medium',
  title: {
    ja: 'アプリのシークレットや証明書が、期限切れか、長すぎる',
    en: 'A secret or certificate of an application has expired, or lives too long',
  },
  why: {
    ja: 'アプリの資格情報は多要素認証なしに使え、設定ファイルやコードから漏れます。長い有効期間は、漏れた後に使える時間でもあります。期限切れの資格情報は、誰も管理していない印です。登録とエンタープライズアプリの両方を調べ、SAMLの署名用の証明書は数えません。',
    en: 'A credential of an application works without a second factor, and leaks from files and code; a long life is time to use what leaked. An expired one is a sign that nobody looks after it. Registrations and enterprise applications are both read; certificates that sign SAML tokens are not credentials.',
  },
  fix: {
    ja: 'フェデレーション資格情報かマネージドIDに置き換えます。できなければ、証明書を短い期間で自動更新します。期限切れのものは削除します。',
    en: 'Replace it with a federated credential or a managed identity; else renew certificates automatically and often. Delete what has expired.',
  },
  reads: ['entra.applicationReview', 'entra.applications'],
  find(
    { 'entra.applicationReview': { applications: reviewed }, 'entra.applications': registrations },
    { unit, standard },
  ) {
    const own = new Set(registrations.map(({ appId }) => appId));
    return reviewed
      .filter(
        ({ credentials, class: kind, appId }) => credentials.length > 0 && (kind !== 'thirdParty' || own.has(appId)),
      )
      .flatMap((application): readonly Judgement[] => {
        const resource = applicationResource(tenantOf(unit), application);
        const bad = application.credentials.filter(({ isExpired, isLongLived }) => isExpired || isLongLived);
        if (bad.length === 0) return [{ status: 'pass', resource }];
        return bad.map((credential) => failed(application, credential, resource, standard.entra));
      });
  },
});

function failed(
  { name }: ReviewedApplication,
  credential: HeldCredential,
  resource: Failed['resource'],
  limits: { readonly secretDays: number; readonly certificateDays: number },
): Failed {
  const { kind, id, holder, isExpired, days, ends } = credential;
  const what = kind === 'secret' ? { ja: 'シークレット', en: 'secret' } : { ja: '証明書', en: 'certificate' };
  const most = kind === 'secret' ? limits.secretDays : limits.certificateDays;
  const until = ends ? dayOf(ends) : '—';
  const of = holder.kind === 'application' ? 'applications' : 'servicePrincipals';
  const state = isExpired
    ? { ja: `は ${until} に期限が切れています`, en: `expired on ${until}` }
    : {
        ja: `の有効期間は ${days ?? '無期限'} 日です(基準は ${most} 日、期限 ${until})`,
        en: `is valid for ${days ?? 'unlimited'} days (at most ${most}; until ${until})`,
      };
  return {
    status: 'fail',
    resource,
    discriminator: id,
    severity: isExpired ? 'low' : 'medium',
    detail: {
      ja: `${name} の${what.ja}(${credential.name ?? id})${state.ja}。`,
      en: `The ${what.en} of ${name} (${credential.name ?? id}) ${state.en}.`,
    },
    evidence: [
      { what: { ja: `${what.ja}${state.ja}`, en: `The ${what.en} ${state.en}` }, operation: `/${of}`, ref: id },
    ],
    remediation: [
      kind === 'secret'
        ? graphCommand('POST', `${of}/${idInPath(holder.id)}/removePassword`, { keyId: id })
        : {
            kind: 'console',
            text: {
              ja: `Microsoft Entra管理センターの［アプリの登録］で ${name} を開き、［証明書とシークレット］から証明書 ${credential.name ?? id} を削除します(新しい証明書を先に登録します)。`,
              en: `In the Microsoft Entra admin center open App registrations, ${name}, Certificates & secrets, and delete the certificate ${credential.name ?? id} after adding a new one.`,
            },
          },
    ],
  };
}
