import { awsResource } from '../../../lib/model/aws/aws-resource.ts';
import { defineCheck } from '../../../lib/model/check.ts';
import { command } from '../../../lib/model/command.ts';

/** The policy that AWS attaches to a user whose key it found in public ("AWS Managed Policy Reference Guide"). */
const quarantine = /^arn:[\w-]+:iam::aws:policy\/AWSCompromisedKeyQuarantine(V\d+)?$/;

export default defineCheck({
  id: 'aws-key-quarantined',
  clauses: ['8.4'],
  severity: 'critical',
  title: {
    ja: 'AWSがアクセスキーの漏えいを検出し、ユーザーを隔離している',
    en: 'AWS found a leaked access key and quarantined its user',
  },
  why: {
    ja: 'AWSは、公開の場所で見つけたアクセスキーのユーザーに隔離ポリシーを付けます。このポリシーは一部の操作を止めるだけで、漏えいしたキーは有効なままです。',
    en: 'AWS attaches a quarantine policy to the user of an access key that it found in public. The policy stops some actions only; the leaked key still works.',
  },
  fix: {
    ja: 'キーを無効化し、漏えいしてからの操作をCloudTrailで調べ、新しいキーに替えます。隔離ポリシーは、調査が終わってから外します。',
    en: 'Deactivate the keys, review in CloudTrail what was done since the leak, and replace them. Detach the quarantine policy only after the review.',
  },
  reads: ['aws.iamEntities'],
  find: ({ 'aws.iamEntities': { users } }, { unit }) =>
    users.map((user) => {
      const resource = awsResource(unit, { type: 'iam-user', id: user.arn, name: user.name });
      const policy = user.attached.find(({ arn }) => quarantine.test(arn));
      if (!policy) return { status: 'pass', resource };
      return {
        status: 'fail',
        resource,
        detail: {
          ja: `ユーザー ${user.name} に、AWSが隔離ポリシー ${policy.name} を付けています。アクセスキーが漏えいしています。`,
          en: `User ${user.name} carries the quarantine policy ${policy.name}: an access key of this user has leaked.`,
        },
        evidence: [
          {
            what: { ja: `ポリシー ${policy.name} が付いている`, en: `The policy ${policy.name} is attached` },
            operation: 'iam:GetAccountAuthorizationDetails',
            ref: `${user.arn}#${policy.arn}`,
          },
        ],
        remediation: [
          { kind: 'aws-cli', text: deactivateAll(user.name) },
          {
            kind: 'aws-cli',
            text: command`aws cloudtrail lookup-events --lookup-attributes ${`AttributeKey=Username,AttributeValue=${user.name}`}`,
          },
          {
            kind: 'aws-cli',
            text: [
              command`aws iam create-access-key --user-name ${user.name}`,
              command`aws iam detach-user-policy --user-name ${user.name} --policy-arn ${policy.arn}`,
            ].join('\n'),
          },
        ],
      };
    }),
});

/** The details do not name key ids, so the command asks for them. */
function deactivateAll(user: string): string {
  const list = command`aws iam list-access-keys --user-name ${user}`;
  const update = command`aws iam update-access-key --user-name ${user} --status Inactive`;
  return `${list} --query "AccessKeyMetadata[?Status=='Active'].[AccessKeyId]" --output text | xargs -I{} ${update} --access-key-id {}`;
}
