import { awsResource } from '../../../lib/model/aws/aws-resource.ts';
import type { IamEntity } from '../../../lib/model/aws/iam-entities.ts';
import { isInGrace } from '../../../lib/model/aws/is-stale.ts';
import { defineCheck } from '../../../lib/model/check.ts';
import { command } from '../../../lib/model/command.ts';

export default defineCheck({
  id: 'aws-group-unused',
  clauses: ['7.4'],
  severity: 'low',
  title: {
    ja: 'メンバーのいないIAMグループが残っている',
    en: 'An IAM group has no members',
  },
  why: {
    ja: '使われないグループの権限は見直されません。後から誰かを加えるだけで、その権限がすべて与えられます。',
    en: 'Nobody reviews the rights of an unused group, and adding somebody to it later grants them all at once.',
  },
  fix: {
    ja: '不要であることを確かめ、ポリシーを外してからグループを削除します。',
    en: 'Make sure that nobody needs it, take off its policies and delete the group.',
  },
  reads: ['aws.iamEntities'],
  find: ({ 'aws.iamEntities': { users, groups } }, { unit, asOf, standard }) => {
    const peopled = new Set(users.flatMap((user) => user.groups));
    return groups.map((group) => {
      const resource = awsResource(unit, { type: 'iam-group', id: group.arn, name: group.name });
      if (peopled.has(group.name) || isInGrace(group.created, standard.thresholds, asOf)) {
        return { status: 'pass', resource };
      }
      return {
        status: 'fail',
        resource,
        detail: {
          ja: `グループ ${group.name} に、所属するユーザーがいません。`,
          en: `No user is a member of group ${group.name}.`,
        },
        evidence: [
          {
            what: {
              ja: `${users.length} 人のユーザーのうち、所属する者はいない`,
              en: `Of the ${users.length} users of the account none is a member`,
            },
            operation: 'iam:GetAccountAuthorizationDetails',
            ref: group.arn,
          },
        ],
        remediation: [{ kind: 'aws-cli', text: deleteCommands(group) }],
      };
    });
  },
});

/** IAM deletes only a group that has no policies. */
function deleteCommands({ name, attached, inline }: IamEntity): string {
  return [
    ...attached.map(({ arn }) => command`aws iam detach-group-policy --group-name ${name} --policy-arn ${arn}`),
    ...inline.map((policy) => command`aws iam delete-group-policy --group-name ${name} --policy-name ${policy.name}`),
    command`aws iam delete-group --group-name ${name}`,
  ].join('\n');
}
