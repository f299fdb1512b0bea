import { defineCheck } from '../../../lib/model/check.ts';
import { dayOf } from '../../../lib/model/days.ts';
import { applicationResource } from '../../../lib/model/entra/application-resource.ts';
import { graphCommand, idInPath } from '../../../lib/model/entra/graph-command.ts';
import { tenantOf } from '../../../lib/model/entra/tenant-of.ts';
import type { Judgement } from '../../../lib/model/judgement.ts';

export default defineCheck({
  id: 'entra-app-foreign-credential',
  clauses: ['8.4'],
  severity: 'high',
  title: {
    ja: '他社のアプリに、このテナントで資格情報が追加されている',
    en: 'A credential was added here to an application of somebody else',
  },
  why: {
    ja: '他社のアプリの資格情報は、発行元のテナントで管理されます。このテナントのサービスプリンシパルに追加された資格情報は、持つ人がその会社の名でサインインできる合鍵です。侵入者が居座るための定番の手口でもあります。',
    en: "The credentials of somebody else's application belong to its own tenant. One that was added to the service principal here is a spare key: whoever holds it signs in under that name. Intruders use it to stay.",
  },
  fix: {
    ja: '追加した人と理由を監査ログで確かめ、正当な理由がなければ削除して、そのアプリのサインインを調べます。',
    en: 'Find out in the audit log who added it and why; without a good reason delete it, and look at what the application did.',
  },
  reads: ['entra.applicationReview'],
  find({ 'entra.applicationReview': { applications } }, { unit }) {
    return applications
      .filter(({ class: kind, servicePrincipal }) => kind !== 'internal' && servicePrincipal)
      .flatMap((application): readonly Judgement[] => {
        const resource = applicationResource(tenantOf(unit), application);
        const added = application.credentials.filter(({ holder }) => holder.kind === 'servicePrincipal');
        if (added.length === 0) return [{ status: 'pass', resource }];
        return added.map(({ id, kind, name, ends, holder }): Judgement => {
          const what = kind === 'secret' ? { ja: 'シークレット', en: 'secret' } : { ja: '証明書', en: 'certificate' };
          const until = ends ? dayOf(ends) : '—';
          return {
            status: 'fail',
            resource,
            discriminator: id,
            detail: {
              ja: `他社のアプリ ${application.name} に${what.ja}(${name ?? id}、期限 ${until})が追加されています。`,
              en: `A ${what.en} (${name ?? id}, until ${until}) was added to ${application.name}, an application of somebody else.`,
            },
            evidence: [
              {
                what: { ja: `${what.ja} ${name ?? id}`, en: `${what.en} ${name ?? id}` },
                operation: '/servicePrincipals',
                ref: id,
              },
            ],
            remediation: [
              kind === 'secret'
                ? graphCommand('POST', `servicePrincipals/${idInPath(holder.id)}/removePassword`, { keyId: id })
                : graphCommand('PATCH', `servicePrincipals/${idInPath(holder.id)}`, { keyCredentials: [] }),
            ],
          };
        });
      });
  },
});
