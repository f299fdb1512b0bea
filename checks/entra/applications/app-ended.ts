import { defineCheck } from '../../../lib/model/check.ts';
import { applicationResource } from '../../../lib/model/entra/application-resource.ts';
import { graphCommand, idInPath } from '../../../lib/model/entra/graph-command.ts';
import { tenantOf } from '../../../lib/model/entra/tenant-of.ts';
import type { Judgement } from '../../../lib/model/judgement.ts';

export default defineCheck({
  id: 'entra-app-ended',
  clauses: ['12.4'],
  severity: 'medium',
  title: {
    ja: '利用を終了したサービスのアプリが接続されたまま残っている',
    en: 'An application is still connected after its use has ended',
  },
  why: {
    ja: '契約が終わっても、アプリの許可と同意は残り、相手は読み続けられます。承認済み一覧で利用の最終日(until)を過ぎたアプリのうち、サインインできるものと、許可や同意が残るものを指摘します。データの削除の確認は、手作業の記録が必要です。',
    en: 'Permissions and consents outlive a contract, and the other side can go on reading. Found are applications past the last day (until) of the approved list that can still sign in, or that keep permissions or consents. That data was deleted has to be confirmed by hand.',
  },
  fix: {
    ja: '許可と同意を取り消し、エンタープライズアプリケーションを削除し、データ削除の証明を受け取ります。',
    en: 'Revoke permissions and consents, delete the enterprise application, and ask for a certificate of deletion.',
  },
  reads: ['entra.applicationReview', 'entra.permissionGrants'],
  find({ 'entra.applicationReview': { applications }, 'entra.permissionGrants': grants }, { unit }) {
    return applications
      .filter(({ endedOn, servicePrincipal }) => endedOn !== undefined && servicePrincipal)
      .map((application): Judgement => {
        const { name, concerns, servicePrincipal, endedOn, permissions } = application;
        const resource = applicationResource(tenantOf(unit), application);
        if (!concerns.has('endedServiceStillConnected')) return { status: 'pass', resource };
        const left = grants.filter(({ client }) => client === servicePrincipal?.id);
        const state = servicePrincipal?.enabled
          ? { ja: 'サインイン可能', en: 'may sign in' }
          : { ja: '無効', en: 'disabled' };
        return {
          status: 'fail',
          resource,
          detail: {
            ja: `${name} の利用は ${endedOn} に終了しましたが、残っています(${state.ja}、許可 ${permissions.length} 件、同意 ${left.length} 件)。`,
            en: `The use of ${name} ended on ${endedOn}, and it is still there (${state.en}; ${permissions.length} permissions, ${left.length} consents).`,
          },
          evidence: [
            {
              what: { ja: `利用の最終日 ${endedOn}、${state.ja}`, en: `Last day of use ${endedOn}; ${state.en}` },
              operation: '/servicePrincipals',
              ref: servicePrincipal?.id ?? '',
            },
          ],
          remediation: [graphCommand('DELETE', `servicePrincipals/${idInPath(servicePrincipal?.id ?? '')}`)],
        };
      });
  },
});
