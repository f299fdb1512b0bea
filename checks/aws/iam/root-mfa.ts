import { rootUser } from '../../../lib/model/aws/root-user.ts';
import { defineCheck } from '../../../lib/model/check.ts';

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
    const hasCredentials = summary.rootHasPassword !== false || summary.rootHasAccessKey;
    if (summary.rootHasMfa || !hasCredentials) return [{ status: 'pass', resource }];
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
        ],
        remediation: [
          {
            kind: 'console',
            text: {
              ja: `アカウント ${resource.account} にルートユーザーでサインインし、右上のメニューの［セキュリティ認証情報］→［MFAデバイスの割り当て］で登録します。`,
              en: `Sign in to account ${resource.account} as the root user; in the menu at the top right choose Security credentials, then Assign MFA device.`,
            },
          },
        ],
      },
    ];
  },
});
