import { defineCheck } from '../../../lib/model/check.ts';
import { entraResource } from '../../../lib/model/entra/entra-resource.ts';
import { graphCommand, idInPath } from '../../../lib/model/entra/graph-command.ts';
import { tenantOf } from '../../../lib/model/entra/tenant-of.ts';
import type { Judgement } from '../../../lib/model/judgement.ts';

export default defineCheck({
  id: 'entra-user-leftover',
  clauses: ['7.4'],
  severity: 'low',
  title: {
    ja: '無効にしたアカウントに、ライセンスやロールが残っている',
    en: 'A disabled account still has licences or roles',
  },
  why: {
    ja: '無効化だけで終わった退職の手続きは、誰かが有効に戻せばすべてが元に戻ります。ライセンスには費用もかかり続けます。',
    en: 'A departure that ended with disabling the account comes undone when somebody enables it again; and the licences go on costing money.',
  },
  fix: {
    ja: 'データを引き継いだうえで、ライセンスとロールを外し、アカウントを削除します(30日間は復元できます)。共有メールボックスへの変換も検討します。',
    en: 'Hand over the data, take licences and roles away and delete the account (it can be restored for 30 days), or convert it to a shared mailbox.',
  },
  reads: ['entra.users', 'entra.privilege'],
  find({ 'entra.users': users, 'entra.privilege': { principals } }, { unit }) {
    const roles = new Map(principals.map(({ id, roles: held, eligibleRoles }) => [id, [...held, ...eligibleRoles]]));
    return users
      .filter(({ enabled }) => !enabled)
      .map((user): Judgement => {
        const resource = entraResource(tenantOf(unit), 'user', user);
        const held = roles.get(user.id) ?? [];
        if (held.length === 0 && user.licences.length === 0) return { status: 'pass', resource };
        const parts = [
          ...(user.licences.length > 0
            ? [{ ja: `ライセンス ${user.licences.length} 件`, en: `${user.licences.length} licences` }]
            : []),
          ...(held.length > 0 ? [{ ja: `ロール ${held.join(', ')}`, en: `the roles ${held.join(', ')}` }] : []),
        ];
        return {
          status: 'fail',
          resource,
          severity: held.length > 0 ? 'medium' : 'low',
          detail: {
            ja: `${user.name} は無効ですが、${parts.map(({ ja }) => ja).join('と')}が残っています。`,
            en: `${user.name} is disabled and still has ${parts.map(({ en }) => en).join(' and ')}.`,
          },
          evidence: [
            {
              what: {
                ja: `無効(accountEnabled: false)、${parts.map(({ ja }) => ja).join('、')}`,
                en: `accountEnabled is false; ${parts.map(({ en }) => en).join('; ')}`,
              },
              operation: '/users',
              ref: user.id,
            },
          ],
          remediation: [
            ...(user.licences.length > 0
              ? ([
                  graphCommand('POST', `users/${idInPath(user.id)}/assignLicense`, {
                    addLicenses: [],
                    removeLicenses: user.licences,
                  }),
                ] as const)
              : ([] as const)),
            graphCommand('DELETE', `users/${idInPath(user.id)}`),
          ] as never,
        };
      });
  },
});
