import { defineCheck } from '../../../lib/model/check.ts';
import { tenantResource } from '../../../lib/model/entra/entra-resource.ts';
import { graphCommand } from '../../../lib/model/entra/graph-command.ts';
import { isEmergencyAccount } from '../../../lib/model/entra/is-emergency-account.ts';
import type { MfaCoverage } from '../../../lib/model/entra/mfa-coverage.ts';
import { isPhishingResistant } from '../../../lib/model/entra/mfa-methods.ts';
import { tenantOf } from '../../../lib/model/entra/tenant-of.ts';
import type { Evidence } from '../../../lib/model/judgement.ts';
import type { Text } from '../../../lib/model/text.ts';

/** Of what Microsoft recommends ("Manage emergency access accounts in Microsoft Entra ID"). */
const least = 2;

export default defineCheck({
  id: 'entra-emergency-accounts',
  clauses: ['8.3', '7.3'],
  severity: 'medium',
  title: {
    ja: '緊急用アカウントが足りないか、備えができていない',
    en: 'Emergency access accounts are missing or not fit for use',
  },
  why: {
    ja: 'ポリシーの誤りや認証サービスの障害で全員が締め出されたとき、入れるのは緊急用アカウントだけです。標準に宣言された2つ以上が、有効で、クラウド専用で、グローバル管理者で、フィッシングに強い方法を登録していることを確かめます。名前から推測はしません。',
    en: 'When a wrong policy or an outage locks everybody out, an emergency account is the only way in. At least two must be declared in the standard, enabled, cloud-only, Global Administrator and with a phishing-resistant method. Nobody guesses them from their names.',
  },
  fix: {
    ja: 'クラウド専用のアカウントを2つ作り、FIDO2キーを登録して金庫に保管し、グローバル管理者を常時割り当て、標準の entra.emergencyAccounts に書きます。',
    en: 'Make two cloud-only accounts, register security keys and keep them in a safe, assign Global Administrator for good, and write them into entra.emergencyAccounts of the standard.',
  },
  reads: ['entra.mfa', 'entra.privilege', 'entra.registrations'],
  find(parts, { unit, standard }) {
    const {
      'entra.mfa': { users },
      'entra.privilege': { globalAdministrators },
      'entra.registrations': registrations,
    } = parts;
    const resource = tenantResource(tenantOf(unit));
    const declared = users.filter(({ user }) => isEmergencyAccount(user, standard.entra));
    const fit = declared.filter(
      (each) => faults(each, globalAdministrators.active).length === 0 && registrations.has(each.user.id),
    );
    if (fit.length >= least) return [{ status: 'pass', resource }];
    const [first, ...rest] = declared.map((each): Evidence => {
      const said = faults(each, globalAdministrators.active);
      const ja = said.map((fault) => fault.ja).join('、') || '問題なし';
      const en = said.map((fault) => fault.en).join('; ') || 'fit';
      return {
        what: { ja: `${each.user.name}: ${ja}`, en: `${each.user.name}: ${en}` },
        operation: '/users',
        ref: each.user.id,
      };
    });
    const none: Evidence = {
      what: {
        ja: `標準に宣言された ${standard.entra.emergencyAccounts.length} 件のうち、テナントにあるものはありません`,
        en: `Of the ${standard.entra.emergencyAccounts.length} declared, none is in the tenant`,
      },
      operation: '/users',
      ref: 'entra.emergencyAccounts',
    };
    return [
      {
        status: 'fail',
        resource,
        detail: {
          ja: `備えのできた緊急用アカウントは ${fit.length} つです(${least} つ以上必要、宣言は ${standard.entra.emergencyAccounts.length} つ)。`,
          en: `${fit.length} emergency accounts are fit for use (${least} are needed; ${standard.entra.emergencyAccounts.length} are declared).`,
        },
        evidence: first ? [first, ...rest] : [none],
        remediation: [
          graphCommand('POST', 'users', {
            accountEnabled: true,
            displayName: 'Emergency access 1',
            mailNickname: 'emergency1',
            userPrincipalName: 'emergency1@YOUR-TENANT.onmicrosoft.com',
            passwordProfile: { forceChangePasswordNextSignIn: false, password: 'A-LONG-RANDOM-PASSWORD' },
          }),
          {
            kind: 'console',
            text: {
              ja: 'FIDO2キーを登録し、グローバル管理者を割り当て、標準の entra.emergencyAccounts に加えます。',
              en: 'Register a security key, assign Global Administrator, and add the account to entra.emergencyAccounts of the standard.',
            },
          },
        ],
      },
    ];
  },
});

function faults({ user, methods }: MfaCoverage, administrators: readonly string[]): readonly Text[] {
  return [
    ...(user.enabled ? [] : [{ ja: '無効', en: 'disabled' }]),
    ...(user.isSynced ? [{ ja: 'オンプレミスから同期', en: 'synced from on premises' }] : []),
    ...(administrators.includes(user.id)
      ? []
      : [{ ja: '常時のグローバル管理者ではない', en: 'not an active Global Administrator' }]),
    ...(isPhishingResistant(methods)
      ? []
      : [{ ja: 'フィッシングに強い認証方法がない', en: 'no phishing-resistant method' }]),
  ];
}
