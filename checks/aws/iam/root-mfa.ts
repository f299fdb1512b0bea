import { deleteRootCredentials } from '../../../lib/model/aws/delete-root-credentials.ts';
import { rootUser } from '../../../lib/model/aws/root-user.ts';
import { defineCheck } from '../../../lib/model/check.ts';
import type { Evidence, Remediation } from '../../../lib/model/judgement.ts';

export default defineCheck({
  id: 'aws-root-mfa',
  clauses: ['8.3'],
  severity: 'critical',
  title: {
    ja: 'ルートユーザーに多要素認証が設定されていない',
    en: 'The root user has no multi-factor authentication',
  },
  why: {
    ja: 'ルートユーザーは、アカウント内のすべてを操作でき、IAMポリシーでは制限できません。多要素認証がなければ、パスワードを知った者がアカウント全体を支配できます。組織の「ルートアクセスの一元管理」でルートの認証情報を削除したメンバーアカウントは、サインインする手段がないため適合とします。',
    en: 'The root user can do everything in its account, and no IAM policy limits it. Without multi-factor authentication, whoever learns the password owns the account. A member account whose root credentials were removed by central root access has nothing to sign in with, and passes.',
  },
  fix: {
    ja: 'ルートユーザーに多要素認証デバイスを登録します。メンバーアカウントでは、ルートの認証情報そのものを一元管理で削除する方法が確実です。',
    en: 'Register a multi-factor device for the root user. In a member account, removing the root credentials through central root access is better still.',
  },
  reads: ['aws.accountSummary'],
  find: ({ 'aws.accountSummary': summary }, { unit }) => {
    const resource = rootUser(unit);
    const hasPassword = summary.rootHasPassword !== false;
    if (summary.rootHasMfa || !(hasPassword || summary.rootHasAccessKey)) return [{ status: 'pass', resource }];
    return [
      {
        status: 'fail',
        resource,
        detail: {
          ja: `アカウント ${resource.account} のルートユーザーには、多要素認証デバイスが登録されていません。`,
          en: `The root user of account ${resource.account} has no multi-factor device.`,
        },
        evidence: [
          {
            what: { ja: 'AccountMFAEnabled が 0', en: 'AccountMFAEnabled is 0' },
            operation: 'iam:GetAccountSummary',
            ref: 'SummaryMap.AccountMFAEnabled',
          },
          ...(hasPassword ? [] : [keyEvidence]),
        ],
        // Without a password nobody can sign in and register a device: the key is what has to go.
        remediation: hasPassword ? [signIn(resource.account)] : deleteRootCredentials(resource.account, 'access-key'),
      },
    ];
  },
});

const keyEvidence: Evidence = {
  what: {
    ja: 'パスワードはないが、AccountAccessKeysPresent が 1',
    en: 'There is no password, but AccountAccessKeysPresent is 1',
  },
  operation: 'iam:GetAccountSummary',
  ref: 'SummaryMap.AccountAccessKeysPresent',
};

function signIn(account: string): Remediation {
  return {
    kind: 'console',
    text: {
      ja: `アカウント ${account} にルートユーザーでサインインし、右上のメニューの［セキュリティ認証情報］→［MFAデバイスの割り当て］で登録します。`,
      en: `Sign in to account ${account} as the root user; in the menu at the top right choose Security credentials, then Assign MFA device.`,
    },
  };
}
