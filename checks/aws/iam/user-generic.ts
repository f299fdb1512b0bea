import type { CredentialRow } from '../../../lib/model/aws/credential-report.ts';
import { genericWordsIn } from '../../../lib/model/aws/generic-name.ts';
import { reportEvidence } from '../../../lib/model/aws/report-evidence.ts';
import { userResource } from '../../../lib/model/aws/user-resource.ts';
import { defineCheck } from '../../../lib/model/check.ts';
import { command } from '../../../lib/model/command.ts';
import type { Evidence, Judgement, Remediation } from '../../../lib/model/judgement.ts';

export default defineCheck({
  id: 'aws-user-generic',
  clauses: ['7.1', '7.2'],
  severity: 'medium',
  title: {
    ja: '共用と思われる汎用名のユーザーがコンソールにサインインできる',
    en: 'A user with a generic name can sign in to the console',
  },
  why: {
    ja: '共用のアカウントでは、誰が操作したかを特定できず、退職者もパスワードを知ったままになります。名前が汎用の語だけでできているか、共用を表す語を含み、パスワードを持つユーザーを指摘します。キーだけを持つシステム用のユーザーは対象外です。共用されていることの証明ではないため、利用者の確認が要ります。',
    en: 'A shared account never tells who acted, and those who left still know its password. Found are users with a password whose name consists of generic words only, or holds a word that means sharing. Users of systems, with keys only, are not judged. A name proves no sharing: ask who uses it.',
  },
  fix: {
    ja: '誰が使っているかを確かめ、一人ずつ個人のアカウントを付与してから、パスワードを削除します。',
    en: 'Find out who uses it, give each of them an account of their own, and delete the password.',
  },
  reads: ['aws.credentialReport'],
  find: ({ 'aws.credentialReport': report }, { unit }) =>
    report.rows
      .filter((row) => !row.isRoot && row.password)
      .map((row): Judgement => {
        const resource = userResource(unit, row);
        const words = genericWordsIn(row.user);
        if (words.length === 0) return { status: 'pass', resource };
        const quoted = words.join(', ');
        return {
          status: 'fail',
          resource,
          detail: {
            ja: `ユーザー ${row.user} の名前は個人を表さず（${quoted}）、パスワードでサインインできます。`,
            en: `The name of user ${row.user} says nobody in particular (${quoted}), and a password lets it sign in.`,
          },
          evidence: [
            reportEvidence(row, 'user', { ja: `名前に含まれる汎用の語: ${quoted}`, en: `Generic words: ${quoted}` }),
            reportEvidence(row, 'password_enabled', { ja: 'パスワードが有効', en: 'The password is enabled' }),
            ...keysInDifferentUse(row),
          ],
          remediation: [whoUsesIt(row), afterwards(row)],
        };
      }),
});

/** Two keys that were last used from different regions or for different services point to two users of them. */
function keysInDifferentUse(row: CredentialRow): Evidence[] {
  const uses = row.keys.map(
    ({ lastUsedRegion = 'N/A', lastUsedService = 'N/A' }) => `${lastUsedService} ${lastUsedRegion}`,
  );
  if (new Set(uses).size < 2) return [];
  return [
    reportEvidence(row, 'access_key_2_last_used_region', {
      ja: `有効な二つのアクセスキーの最後の使用が異なる: ${uses.join(' / ')}`,
      en: `Two active access keys were last used differently: ${uses.join(' / ')}`,
    }),
  ];
}

function whoUsesIt({ user }: CredentialRow): Remediation {
  return {
    kind: 'aws-cli',
    text: command`aws cloudtrail lookup-events --lookup-attributes ${`AttributeKey=Username,AttributeValue=${user}`}`,
  };
}

function afterwards({ user }: CredentialRow): Remediation {
  return { kind: 'aws-cli', text: command`aws iam delete-login-profile --user-name ${user}` };
}
