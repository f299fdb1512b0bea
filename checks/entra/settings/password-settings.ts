import { defineCheck } from '../../../lib/model/check.ts';
import { entraResource, tenantResource } from '../../../lib/model/entra/entra-resource.ts';
import { graphCommand, idInPath } from '../../../lib/model/entra/graph-command.ts';
import type { PasswordProtection } from '../../../lib/model/entra/tenant.ts';
import { tenantOf } from '../../../lib/model/entra/tenant-of.ts';
import type { EntraUser } from '../../../lib/model/entra/user.ts';
import type { Failed, Judgement } from '../../../lib/model/judgement.ts';
import type { Text } from '../../../lib/model/text.ts';

/** What Microsoft delivers, and nobody should loosen ("Smart lockout"). */
const lockout = { threshold: 10, seconds: 60 };

export default defineCheck({
  id: 'entra-password-settings',
  clauses: ['8.1'],
  severity: 'medium',
  title: {
    ja: 'パスワードの保護が緩い',
    en: 'Passwords are not protected as they should be',
  },
  why: {
    ja: 'クラウドのアカウントの複雑さ(8〜256文字、4種のうち3種)は固定で、変えられるのは、強いパスワードを免除する個別の設定、禁止パスワードの独自の一覧、ロックアウト、オンプレミスへの適用です。同期アカウントの規則はActive Directoryにあり、ここには現れません。有効期限は、求める規格と避けよとする規格があるため判定しません。',
    en: 'The complexity of cloud passwords is fixed (8 to 256 characters, three of four kinds). What can be changed is the exemption of single accounts, the list of banned words, lockout, and what holds on premises. Rules of synced accounts stand in Active Directory and are not seen here. Expiry is not judged, because standards disagree about it.',
  },
  fix: {
    ja: '免除(DisableStrongPassword)を外し、組織名や製品名を禁止パスワードの独自の一覧に加えて強制し、ロックアウトを既定値より緩めません。',
    en: 'Remove the exemption (DisableStrongPassword), enforce a custom list with names of the organisation and its products, and leave lockout no looser than delivered.',
  },
  reads: ['entra.passwordProtection', 'entra.users'],
  find({ 'entra.passwordProtection': protection, 'entra.users': users }, { unit }) {
    const tenant = tenantOf(unit);
    const exempt = users.filter(({ passwordPolicies }) => passwordPolicies.includes('DisableStrongPassword'));
    const resource = tenantResource(tenant);
    const weak = weaknesses(protection).map(([name, what]) => ofTenant(resource, name, what));
    return [
      ...(weak.length > 0 ? weak : [{ status: 'pass', resource } as const]),
      ...exempt.map((user) => ofUser(user, tenant)),
    ];
  },
});

function weaknesses(protection: PasswordProtection): readonly (readonly [string, Text])[] {
  const { lockoutThreshold, lockoutSeconds, isCustomListEnforced, customWords, onPremises } = protection;
  const isListed = isCustomListEnforced && customWords > 0;
  return [
    ...(isListed
      ? []
      : [
          [
            'BannedPasswordList',
            {
              ja: '禁止パスワードの独自の一覧が使われていません',
              en: 'No custom list of banned passwords is enforced',
            },
          ] as const,
        ]),
    ...(lockoutThreshold > lockout.threshold
      ? [
          [
            'LockoutThreshold',
            {
              ja: `ロックアウトまでの失敗回数が ${lockoutThreshold} 回です(既定は ${lockout.threshold} 回)`,
              en: `Lockout comes after ${lockoutThreshold} failures (delivered: ${lockout.threshold})`,
            },
          ] as const,
        ]
      : []),
    ...(lockoutSeconds < lockout.seconds
      ? [
          [
            'LockoutDurationInSeconds',
            {
              ja: `ロックアウトの時間が ${lockoutSeconds} 秒です(既定は ${lockout.seconds} 秒)`,
              en: `Lockout lasts ${lockoutSeconds} seconds (delivered: ${lockout.seconds})`,
            },
          ] as const,
        ]
      : []),
    ...(onPremises === 'audited'
      ? [
          [
            'BannedPasswordCheckOnPremisesMode',
            {
              ja: 'オンプレミスでは監査だけで、禁止パスワードを拒否していません',
              en: 'On premises, banned passwords are noted and not refused',
            },
          ] as const,
        ]
      : []),
  ];
}

function ofTenant(resource: Failed['resource'], name: string, what: Text): Failed {
  return {
    status: 'fail',
    resource,
    discriminator: name,
    severity: name === 'BannedPasswordList' ? 'low' : 'medium',
    detail: { ja: `${what.ja}。`, en: `${what.en}.` },
    evidence: [{ what, operation: '/groupSettings', ref: name }],
    remediation: [
      {
        kind: 'console',
        text: {
          ja: `Microsoft Entra管理センターの［認証方法］→［パスワード保護］で ${name} を直します(P1ライセンスが必要な項目があります)。`,
          en: `In the Microsoft Entra admin center open Authentication methods, Password protection, and mend ${name} (some need a P1 licence).`,
        },
      },
    ],
  };
}

function ofUser(user: EntraUser, tenant: string): Judgement {
  const kept = user.passwordPolicies.filter((policy) => policy !== 'DisableStrongPassword');
  return {
    status: 'fail',
    resource: entraResource(tenant, 'user', user),
    detail: {
      ja: `${user.name} は強いパスワードの要求を免除されています。`,
      en: `${user.name} is exempt from strong passwords.`,
    },
    evidence: [
      {
        what: {
          ja: 'passwordPolicies: DisableStrongPassword(強度の免除)',
          en: 'passwordPolicies: DisableStrongPassword',
        },
        operation: '/users',
        ref: user.id,
      },
    ],
    remediation: [graphCommand('PATCH', `users/${idInPath(user.id)}`, { passwordPolicies: kept.join(', ') || 'None' })],
  };
}
