import { awsResource } from '../../../lib/model/aws/aws-resource.ts';
import { labelled } from '../../../lib/model/aws/labelled.ts';
import type { SecurityGroup } from '../../../lib/model/aws/security-group.ts';
import { defineCheck } from '../../../lib/model/check.ts';
import { command } from '../../../lib/model/command.ts';
import type { Judgement } from '../../../lib/model/judgement.ts';

export default defineCheck({
  id: 'aws-security-group-unused',
  clauses: ['11.1'],
  severity: 'low',
  title: {
    ja: '使われていないセキュリティグループがある',
    en: 'A security group is not used',
  },
  why: {
    ja: '使われていないグループは誰も見直さず、後から別のリソースに付けられると、古いルールのまま通信を許可します。どのネットワークインターフェイスにも付いておらず、ほかのグループのルールからも参照されていないグループを指摘します。デフォルトのグループと、ほかのアカウントのグループは対象外です。起動テンプレートなど、これから使う設定が残っていないかは、削除の前に確かめてください。',
    en: 'Nobody reviews a group that is not used, and once it is given to something else, its old rules let traffic through. Found are groups that no network interface carries and that no rule of another group names. Default groups, and groups of other accounts, are not judged. Whether something that does not run yet names the group, such as a launch template, is to be looked at before it is deleted.',
  },
  fix: {
    ja: '起動テンプレートやAuto Scalingの設定が参照していないことを確かめ、グループを削除します。',
    en: 'Make sure that no launch template or Auto Scaling configuration names it, and delete the group.',
  },
  reads: ['aws.securityGroups', 'aws.networkInterfaces'],
  find: ({ 'aws.securityGroups': groups, 'aws.networkInterfaces': interfaces }, { unit }) => {
    const carried = new Set(interfaces.flatMap(({ securityGroupIds }) => securityGroupIds));
    const named = new Set(groups.flatMap(othersNamedBy));
    return groups.flatMap((group): readonly Judgement[] => {
      const { id, name, owner, vpcId } = group;
      const resource = awsResource(unit, { type: 'security-group', id: group.arn, name: labelled(id, name) });
      if (owner !== resource.account || name === 'default') return [];
      if (carried.has(id) || named.has(id)) return [{ status: 'pass', resource }];
      const { region } = resource;
      return [
        {
          status: 'fail',
          resource,
          detail: {
            ja: `${vpcId} のセキュリティグループ ${id} は、どのネットワークインターフェイスにも付いていません。`,
            en: `No network interface carries the security group ${id} of ${vpcId}.`,
          },
          evidence: [
            {
              what: {
                ja: `${interfaces.length} 件のネットワークインターフェイスのいずれにも付いていない`,
                en: `None of the ${interfaces.length} network interfaces carries it`,
              },
              operation: 'ec2:DescribeNetworkInterfaces',
              ref: id,
            },
            {
              what: { ja: 'ほかのグループのルールから参照されていない', en: 'No rule of another group names it' },
              operation: 'ec2:DescribeSecurityGroups',
              ref: id,
            },
          ],
          remediation: [
            { kind: 'aws-cli', text: command`aws ec2 delete-security-group --region ${region} --group-id ${id}` },
          ],
        },
      ];
    });
  },
});

/** The groups that the rules of a group name, but for itself. */
function othersNamedBy({ id, ingress, egress }: SecurityGroup): readonly string[] {
  return [...ingress, ...egress].flatMap(({ source }) =>
    source.kind === 'security-group' && source.id !== id ? [source.id] : [],
  );
}
