import { defineCheck } from '../../../lib/model/check.ts';
import { tenantResource } from '../../../lib/model/entra/entra-resource.ts';
import { graphCommand } from '../../../lib/model/entra/graph-command.ts';
import { tenantOf } from '../../../lib/model/entra/tenant-of.ts';
import type { Judgement } from '../../../lib/model/judgement.ts';

const operation = '/policies/authorizationPolicy';

export default defineCheck({
  id: 'entra-user-consent-open',
  clauses: ['12.1', '8.4'],
  severity: 'high',
  title: {
    ja: '利用者が、どのアプリにも自分で同意でき、またはアプリを登録できる',
    en: 'Users may consent to any application, or register applications',
  },
  why: {
    ja: '利用者の同意が開いていれば、偽アプリの同意画面を一度承認させるだけで、メールやファイルへの継続的なアクセスを与えます。アプリの登録が全員に開いていれば、管理されない資格情報が増えます。teams やチャットの所有者の同意は別の設定で、ここでは判断しません。',
    en: 'Where user consent is open, one click on the screen of a fake application gives it lasting access to mail and files. Where everybody may register applications, credentials grow that nobody manages. Consent of owners of teams and chats is another setting, and not judged here.',
  },
  fix: {
    ja: '利用者の同意を、確認済みの発行者の影響の小さい許可に限るか無効にし、管理者の同意のワークフローを有効にします。アプリの登録は担当者のロールに限ります。',
    en: 'Limit user consent to verified publishers and low-impact permissions, or turn it off, and enable the admin consent workflow. Leave registration to a role.',
  },
  reads: ['entra.authorizationPolicy'],
  find({ 'entra.authorizationPolicy': policy }, { unit }) {
    const resource = tenantResource(tenantOf(unit));
    const failures: Judgement[] = [];
    const path = 'policies/authorizationPolicy';
    if (policy.userConsent === 'anyApp')
      failures.push({
        status: 'fail',
        resource,
        discriminator: 'consent',
        detail: {
          ja: '利用者は、どの発行者のどのアプリにも、自分のデータへのアクセスを同意できます。',
          en: 'Users may consent for any application of any publisher to reach their data.',
        },
        evidence: [
          {
            what: { ja: '利用者の同意: すべてのアプリ', en: 'User consent: any application' },
            operation,
            ref: 'permissionGrantPoliciesAssigned',
          },
        ],
        remediation: [
          graphCommand('PATCH', path, {
            defaultUserRolePermissions: {
              permissionGrantPoliciesAssigned: ['ManagePermissionGrantsForSelf.microsoft-user-default-low'],
            },
          }),
        ],
      });
    if (policy.usersMayRegisterApplications)
      failures.push({
        status: 'fail',
        resource,
        discriminator: 'registration',
        severity: 'medium',
        detail: { ja: '利用者は誰でもアプリを登録できます。', en: 'Every user may register applications.' },
        evidence: [
          {
            what: { ja: 'アプリの登録: 全員に許可', en: 'App registration: allowed to everybody' },
            operation,
            ref: 'allowedToCreateApps',
          },
        ],
        remediation: [graphCommand('PATCH', path, { defaultUserRolePermissions: { allowedToCreateApps: false } })],
      });
    return failures.length > 0 ? failures : [{ status: 'pass', resource }];
  },
});
