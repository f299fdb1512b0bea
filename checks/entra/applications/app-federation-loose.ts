import { defineCheck } from '../../../lib/model/check.ts';
import type { FederatedCredential } from '../../../lib/model/entra/application.ts';
import { entraResource } from '../../../lib/model/entra/entra-resource.ts';
import { graphCommand, idInPath } from '../../../lib/model/entra/graph-command.ts';
import { tenantOf } from '../../../lib/model/entra/tenant-of.ts';
import type { Judgement } from '../../../lib/model/judgement.ts';
import type { Text } from '../../../lib/model/text.ts';

const operation = '/applications/{id}/federatedIdentityCredentials';

export default defineCheck({
  id: 'entra-app-federation-loose',
  clauses: ['11.4', '8.4'],
  severity: 'high',
  title: {
    ja: '外部のIDプロバイダーを、広すぎる条件で信頼しているアプリがある',
    en: 'An application trusts an outside issuer under too wide a condition',
  },
  why: {
    ja: 'フェデレーション資格情報は、発行者と主体(subject)が一致するトークンなら誰のものでもアプリとしてサインインさせます。プルリクエストやワイルドカードを主体にすると、リポジトリに書けない人や別のブランチのジョブも入れます。許可またはロールを持つアプリの登録を調べます。',
    en: 'A federated credential lets in whoever brings a token of the issuer with the subject. With a pull request or a wildcard as the subject, jobs of other branches come in, and of people who may not write to the repository. Registrations of applications that hold permissions or roles are read.',
  },
  fix: {
    ja: '主体を、保護された環境(environment)かブランチに限ります。',
    en: 'Limit the subject to a protected environment or branch.',
  },
  reads: ['entra.applications', 'entra.federatedCredentials'],
  find({ 'entra.applications': applications, 'entra.federatedCredentials': credentials }, { unit }) {
    return applications.flatMap((application): readonly Judgement[] => {
      const own = credentials.get(application.id);
      if (!own || own.length === 0) return [];
      const resource = entraResource(tenantOf(unit), 'application', application);
      const loose = own.flatMap((credential) => {
        const reason = looseness(credential);
        return reason ? [{ credential, reason }] : [];
      });
      if (loose.length === 0) return [{ status: 'pass', resource }];
      return loose.map(({ credential: { name, issuer, subject }, reason }): Judgement => ({
        status: 'fail',
        resource,
        discriminator: name,
        detail: {
          ja: `${application.name} のフェデレーション資格情報 ${name} は${reason.ja}(${subject})。`,
          en: `The federated credential ${name} of ${application.name} ${reason.en} (${subject}).`,
        },
        evidence: [
          {
            what: { ja: `発行者 ${issuer}、主体 ${subject}`, en: `Issuer ${issuer}; subject ${subject}` },
            operation,
            ref: name,
          },
        ],
        remediation: [
          graphCommand(
            'DELETE',
            `applications/${idInPath(application.id)}/federatedIdentityCredentials/${idInPath(name)}`,
          ),
        ],
      }));
    });
  },
});

/** What makes a subject too wide ("Configure an app to trust an external identity provider"). */
function looseness({ issuer, subject }: FederatedCredential): Text | undefined {
  if (/[*?]/.test(subject) || subject === '')
    return { ja: '主体にワイルドカードを使っています', en: 'has a wildcard for a subject' };
  if (/token\.actions\.githubusercontent\.com/i.test(issuer) && subject.endsWith(':pull_request'))
    return { ja: 'すべてのプルリクエストを信頼しています', en: 'trusts every pull request' };
  return undefined;
}
