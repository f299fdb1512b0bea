import { deleteRootCredentials } from '../../../lib/model/aws/delete-root-credentials.ts';
import { rootUser } from '../../../lib/model/aws/root-user.ts';
import { defineCheck } from '../../../lib/model/check.ts';
import type { Remediation } from '../../../lib/model/judgement.ts';

export default defineCheck({
  id: 'aws-root-access-key',
  clauses: ['7.2', '7.3'],
  severity: 'critical',
  title: {
    ja: 'ルートユーザーのアクセスキーが存在する',
    en: 'The root user has an access key',
  },
  why: {
    ja: 'ルートユーザーのアクセスキーは、アカウントのすべてを操作でき、権限を絞ることも、誰が使ったかを特定することもできません。漏えいすれば、アカウント全体を失います。',
    en: 'A root access key can do everything in the account, cannot be narrowed, and never tells who used it. If it leaks, the account is lost.',
  },
  fix: {
    ja: 'このキーを使う処理をIAMロールに移し、キーを無効化して影響がないことを確かめてから削除します。',
    en: 'Move whatever uses the key to an IAM role, deactivate the key, see that nothing breaks, and delete it.',
  },
  reads: ['aws.accountSummary'],
  find: ({ 'aws.accountSummary': summary }, { unit }) => {
    const resource = rootUser(unit);
    if (!summary.rootHasAccessKey) return [{ status: 'pass', resource }];
    return [
      {
        status: 'fail',
        resource,
        detail: {
          ja: `アカウント ${resource.account} のルートユーザーにアクセスキーがあります。`,
          en: `The root user of account ${resource.account} has an access key.`,
        },
        evidence: [
          {
            what: { ja: 'AccountAccessKeysPresent が 1', en: 'AccountAccessKeysPresent is 1' },
            operation: 'iam:GetAccountSummary',
            ref: 'SummaryMap.AccountAccessKeysPresent',
          },
        ],
        // Without a password nobody can sign in and delete it.
        remediation:
          summary.rootHasPassword === false
            ? deleteRootCredentials(resource.account, 'access-key')
            : [signIn(resource.account)],
      },
    ];
  },
});

function signIn(account: string): Remediation {
  return {
    kind: 'console',
    text: {
      ja: `アカウント ${account} にルートユーザーでサインインし、右上のメニューの［セキュリティ認証情報］→［アクセスキー］で、キーを無効化してから削除します。`,
      en: `Sign in to account ${account} as the root user; in the menu at the top right choose Security credentials; under Access keys deactivate the key, then delete it.`,
    },
  };
}
