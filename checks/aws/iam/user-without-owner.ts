import type { CredentialRow } from '../../../lib/model/aws/credential-report.ts';
import { genericWordsIn, isMailAddress } from '../../../lib/model/aws/generic-name.ts';
import type { IamUser } from '../../../lib/model/aws/iam-entities.ts';
import { reportEvidence } from '../../../lib/model/aws/report-evidence.ts';
import { userResource } from '../../../lib/model/aws/user-resource.ts';
import { defineCheck, type CheckContext } from '../../../lib/model/check.ts';
import { command } from '../../../lib/model/command.ts';
import type { Judgement } from '../../../lib/model/judgement.ts';
import { ownerOf } from '../../../lib/model/owner-of.ts';

export default defineCheck({
  id: 'aws-user-without-owner',
  clauses: ['7.1'],
  severity: 'low',
  title: {
    ja: 'ユーザーの責任者が分からない',
    en: 'Nobody can tell who owns a user',
  },
  why: {
    ja: '責任者の分からないユーザーは、不要になっても誰も止められません。認証情報を持つユーザーのうち、責任者のタグ（基準の owners.tagKeys）に値があるもの、名前がメールアドレスのもの、パスワードを持ち名前が汎用の語でないもの（本人とみなす）を適合とし、それ以外を指摘します。',
    en: 'Nobody can stop a user without an owner when it is no longer needed. Of the users with credentials, those pass that carry an owner tag with a value (owners.tagKeys of the standard), are named by an e-mail address, or have a password and a name that is not generic, which is taken for a person. All others are found.',
  },
  fix: {
    ja: '責任者を確かめ、タグに記録します。見つからなければ、キーを無効化して申し出を待ちます。',
    en: 'Find the owner and write the tag. If there is none, deactivate the keys and wait for somebody to ask.',
  },
  reads: ['aws.credentialReport', 'aws.iamEntities'],
  find: ({ 'aws.credentialReport': report, 'aws.iamEntities': { users } }, context) => {
    const known = new Map(users.map((user) => [user.arn, user]));
    return report.rows.flatMap((row) => {
      const user = known.get(row.arn);
      // The report is up to four hours old: a user that only it names is gone.
      return row.isRoot || !user || !hasCredentials(row) ? [] : [judge(row, user, context)];
    });
  },
});

function hasCredentials({ password, keys, certificates }: CredentialRow): boolean {
  return password !== undefined || keys.length > 0 || certificates.length > 0;
}

function judge(row: CredentialRow, { tags }: IamUser, { unit, standard }: CheckContext): Judgement {
  const resource = userResource(unit, row);
  const { tagKeys } = standard.owners;
  const isTagged = ownerOf(tags, standard.owners) !== undefined;
  const isPerson = row.password !== undefined && genericWordsIn(row.user).length === 0;
  if (isTagged || isMailAddress(row.user) || isPerson) return { status: 'pass', resource };
  return {
    status: 'fail',
    resource,
    detail: {
      ja: `ユーザー ${row.user} には責任者のタグがなく、名前からも責任者が分かりません。`,
      en: `User ${row.user} has no owner tag, and its name does not tell an owner either.`,
    },
    evidence: [
      {
        what: {
          ja: `責任者のタグ（${tagKeys.join(', ')}）に値がない`,
          en: `No tag of those that the standard names for the owner has a value`,
        },
        operation: 'iam:GetAccountAuthorizationDetails',
        ref: `${row.arn}#Tags`,
      },
      reportEvidence(
        row,
        'password_enabled',
        row.password
          ? { ja: '汎用の名前で、パスワードが有効', en: 'The name is generic and the password is enabled' }
          : { ja: 'パスワードはなく、キーか証明書だけを持つ', en: 'No password: only keys or certificates' },
      ),
    ],
    remediation: [
      {
        kind: 'aws-cli',
        text: `${command`aws iam tag-user --user-name ${row.user} --tags ${`Key=${tagKeys[0] ?? 'owner'},Value=`}`}"$OWNER"`,
      },
    ],
  };
}
