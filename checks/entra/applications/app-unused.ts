import { defineCheck } from '../../../lib/model/check.ts';
import { dayOf } from '../../../lib/model/days.ts';
import { applicationResource } from '../../../lib/model/entra/application-resource.ts';
import { graphCommand, idInPath } from '../../../lib/model/entra/graph-command.ts';
import { tenantOf } from '../../../lib/model/entra/tenant-of.ts';
import type { Judgement } from '../../../lib/model/judgement.ts';

export default defineCheck({
  id: 'entra-app-unused',
  clauses: ['7.4', '12.4'],
  severity: 'low',
  title: {
    ja: '使われていないアプリが有効なまま残っている',
    en: 'An application is enabled and no longer used',
  },
  why: {
    ja: '使われないアプリの資格情報と許可は、誰にも見られないまま残ります。サービスプリンシパルのサインインの記録で、基準の日数を超えて使われていないものを指摘します。記録がないだけのアプリは、使われていない証明にならないため指摘しません。',
    en: 'Credentials and permissions of an application that nobody uses are watched by nobody. Found is what the sign-in report has seen and not for longer than the standard allows. Without a record there is no proof, and no finding.',
  },
  fix: {
    ja: '責任者に要否を確かめ、サインインを無効にし、30日後に削除します。',
    en: 'Ask who answers for it, disable it, and delete it after 30 days.',
  },
  reads: ['entra.applicationReview', 'entra.appActivity'],
  find({ 'entra.applicationReview': { applications }, 'entra.appActivity': activity }, { unit }) {
    return applications
      .filter(
        ({ class: kind, servicePrincipal, appId }) =>
          kind !== 'microsoft' && servicePrincipal?.enabled && activity.has(appId),
      )
      .map((application): Judgement => {
        const { concerns, lastUsed, servicePrincipal, name } = application;
        const resource = applicationResource(tenantOf(unit), application);
        if (!concerns.has('unusedApp') || !servicePrincipal) return { status: 'pass', resource };
        const day = lastUsed ? dayOf(lastUsed) : '?';
        return {
          status: 'fail',
          resource,
          severity: application.permissions.length > 0 || application.credentials.length > 0 ? 'medium' : 'low',
          detail: { ja: `${name} は ${day} から使われていません。`, en: `${name} was not used since ${day}.` },
          evidence: [
            {
              what: { ja: `最後のサインイン: ${day}`, en: `Last sign-in: ${day}` },
              operation: '/reports/servicePrincipalSignInActivities',
              ref: application.appId,
            },
          ],
          remediation: [
            graphCommand('PATCH', `servicePrincipals/${idInPath(servicePrincipal.id)}`, { accountEnabled: false }),
          ],
        };
      });
  },
});
