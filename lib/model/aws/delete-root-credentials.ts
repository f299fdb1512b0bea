import { command } from '../command.ts';
import type { Remediation } from '../judgement.ts';

/** What is to be deleted: the commands that list it, tell its use and delete it. */
const commands = {
  'access-key': 'aws iam list-access-keys → aws iam get-access-key-last-used → aws iam delete-access-key',
  'signing-certificate': 'aws iam list-signing-certificates → aws iam delete-signing-certificate',
};

/**
 * Deletes a credential of a member account's root user who has no password, and whom nobody can sign in as. The session
 * is limited to that task; AssumeRoot has no global endpoint ("Perform a privileged task on an AWS Organizations member
 * account", IAM User Guide).
 */
export function deleteRootCredentials(account: string, kind: keyof typeof commands): [Remediation, Remediation] {
  const task = 'arn=arn:aws:iam::aws:policy/root-task/IAMDeleteRootUserCredentials';
  const start = command`aws sts assume-root --region us-east-1 --target-principal ${account} --task-policy-arn ${task}`;
  return [
    { kind: 'aws-cli', text: start },
    {
      kind: 'console',
      text: {
        ja: `アカウント ${account} のルートユーザーにはパスワードがなく、サインインできません。管理アカウントまたはIAMの委任管理アカウントで上のコマンドを実行し、返された認証情報（15分間有効）で次の順に実行します: ${commands[kind]}`,
        en: `The root user of account ${account} has no password, so nobody can sign in as it. Run the command above in the management account or the delegated administrator of IAM, and with the credentials that it returns (good for 15 minutes) run: ${commands[kind]}`,
      },
    },
  ];
}
