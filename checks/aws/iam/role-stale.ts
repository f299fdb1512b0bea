import { awsResource } from '../../../lib/model/aws/aws-resource.ts';
import type { IamRole } from '../../../lib/model/aws/iam-entities.ts';
import { isStale } from '../../../lib/model/aws/is-stale.ts';
import { permissionSetOf } from '../../../lib/model/aws/permission-set-role.ts';
import { deleteRoleCommands, silenceRoleCommand } from '../../../lib/model/aws/retire-role-commands.ts';
import { defineCheck, type CheckContext } from '../../../lib/model/check.ts';
import { command } from '../../../lib/model/command.ts';
import { dayOf } from '../../../lib/model/days.ts';
import type { Failed, Judgement } from '../../../lib/model/judgement.ts';
import type { Resource } from '../../../lib/model/resource.ts';

export default defineCheck({
  id: 'aws-role-stale',
  clauses: ['7.4', '7.3'],
  severity: 'medium',
  title: {
    ja: '使われていないIAMロールが残っている',
    en: 'An IAM role is no longer used',
  },
  why: {
    ja: '使われないロールの権限は、誰にも必要とされず、引き受けられる者には攻撃の足場になります。AWSは過去400日の最後の使用だけを記録するため、記録のないロールは作成日から数えます。サービスにリンクされたロールはAWSのサービスが管理するため、対象外です。',
    en: 'Nobody needs what an unused role may do, but whoever can assume it may misuse it. AWS records the last use within 400 days only, so a role without a record counts from its creation. Service-linked roles are kept by AWS services and are not judged.',
  },
  fix: {
    ja: '責任者に要否を確かめ、まずすべての操作を拒否するポリシーを付けて影響がないことを見てから、ロールを削除します。IAM Identity Centerが作ったロールは、ロールではなく許可セットの割り当てを削除します。',
    en: 'Ask the owner, put a policy on the role that denies everything, see that nothing breaks, and delete the role. For a role that IAM Identity Center made, remove the assignment of the permission set, not the role.',
  },
  reads: ['aws.iamEntities'],
  find: ({ 'aws.iamEntities': { roles } }, context) =>
    roles.filter(({ path }) => !path.startsWith('/aws-service-role/')).map((role) => judge(role, context)),
});

function judge(role: IamRole, { unit, asOf, standard }: CheckContext): Judgement {
  const resource = awsResource(unit, { type: 'iam-role', id: role.arn, name: role.name });
  const { created: made, lastUsed } = role;
  if (!isStale({ made, lastUsed }, standard.thresholds, asOf)) return { status: 'pass', resource };
  const permissionSet = permissionSetOf(role);
  return {
    status: 'fail',
    resource,
    detail: lastUsed
      ? {
          ja: `ロール ${role.name} は、${dayOf(lastUsed)} を最後に使われていません。`,
          en: `Role ${role.name} was last used on ${dayOf(lastUsed)}.`,
        }
      : {
          ja: `ロール ${role.name} は ${dayOf(made)} に作成され、過去400日に使われた記録がありません。`,
          en: `Role ${role.name} was made on ${dayOf(made)}, and no use within the last 400 days is on record.`,
        },
    evidence: [
      {
        what: {
          ja: `最後の使用: ${lastUsed ? dayOf(lastUsed) : '記録なし'}`,
          en: `Last used: ${lastUsed ? dayOf(lastUsed) : 'none on record'}`,
        },
        operation: 'iam:GetAccountAuthorizationDetails',
        ref: `${role.arn}#RoleLastUsed`,
      },
      {
        what: { ja: `作成日: ${dayOf(made)}`, en: `Created: ${dayOf(made)}` },
        operation: 'iam:GetAccountAuthorizationDetails',
        ref: `${role.arn}#CreateDate`,
      },
    ],
    ...(permissionSet === undefined
      ? {
          discriminator: 'role',
          remediation: [
            { kind: 'aws-cli', text: silenceRoleCommand(role) },
            { kind: 'aws-cli', text: deleteRoleCommands(role) },
          ],
        }
      : { discriminator: 'assignment', remediation: removeAssignment(permissionSet, resource) }),
  };
}

/** The role comes back as long as the permission set is assigned to somebody in the account. */
function removeAssignment(permissionSet: string, { account }: Resource): Failed['remediation'] {
  return [
    {
      kind: 'console',
      text: {
        ja: `IAM Identity Centerコンソールの［AWSアカウント］→ ${account} で、許可セット ${permissionSet} の割り当てを削除します。最後の割り当てがなくなると、ロールも削除されます。`,
        en: `In the IAM Identity Center console open AWS accounts, ${account}, and remove the assignments of permission set ${permissionSet}. With the last one, the role goes too.`,
      },
    },
    {
      kind: 'aws-cli',
      text: [
        command`aws sso-admin list-permission-sets-provisioned-to-account --instance-arn "$INSTANCE_ARN" --account-id ${account} --query "PermissionSets[].[@]" --output text | xargs -I{} aws sso-admin describe-permission-set --instance-arn "$INSTANCE_ARN" --permission-set-arn {} --query "PermissionSet.[PermissionSetArn,Name]" --output text | awk -v name=${permissionSet} '$2 == name'`,
        command`aws sso-admin list-account-assignments --instance-arn "$INSTANCE_ARN" --permission-set-arn "$PERMISSION_SET_ARN" --account-id ${account}`,
        command`aws sso-admin delete-account-assignment --instance-arn "$INSTANCE_ARN" --permission-set-arn "$PERMISSION_SET_ARN" --target-type AWS_ACCOUNT --target-id ${account} --principal-type "$PRINCIPAL_TYPE" --principal-id "$PRINCIPAL_ID"`,
      ].join('\n'),
    },
  ];
}
