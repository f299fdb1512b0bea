import { awsResource } from '../../../lib/model/aws/aws-resource.ts';
import { labelled } from '../../../lib/model/aws/labelled.ts';
import { revokeCommand } from '../../../lib/model/aws/revoke-command.ts';
import { ruleText } from '../../../lib/model/aws/rule-text.ts';
import type { SecurityGroup, SecurityGroupRule } from '../../../lib/model/aws/security-group.ts';
import { defineCheck } from '../../../lib/model/check.ts';
import type { Evidence, Judgement } from '../../../lib/model/judgement.ts';

export default defineCheck({
  id: 'aws-default-security-group',
  clauses: ['11.1', '11.4'],
  severity: 'low',
  title: {
    ja: 'デフォルトのセキュリティグループにルールがある',
    en: 'A default security group has rules',
  },
  why: {
    ja: 'セキュリティグループを指定せずに作られたリソースには、VPCのデフォルトのグループが付きます。このグループにルールがあると、意図しない通信が許可されます。作成直後は、グループ内の相互通信とすべての送信が許可されています。',
    en: 'A resource made without naming a security group gets the default group of its VPC, and with it whatever its rules allow. When new, it allows all traffic among its members and all outbound traffic.',
  },
  fix: {
    ja: 'このグループを使うリソースに専用のグループを付け替え、デフォルトのグループのルールをすべて削除します。グループ自体は削除できません。',
    en: 'Give the resources that use it a group of their own, then remove every rule. The group itself cannot be deleted.',
  },
  reads: ['aws.securityGroups'],
  find: ({ 'aws.securityGroups': groups }, { unit }) =>
    groups
      .filter((group) => group.name === 'default')
      .flatMap((group): readonly Judgement[] => {
        const resource = awsResource(unit, {
          type: 'security-group',
          id: group.arn,
          name: labelled(group.id, group.name),
        });
        if (group.owner !== resource.account) return [];
        const [first, ...rest] = evidenceOf(group);
        if (!first) return [{ status: 'pass', resource }];
        const [text = '', ...more] = (['ingress', 'egress'] as const)
          .filter((direction) => group[direction].length > 0)
          .map((direction) => revokeCommand(resource.region, group, direction, group[direction]));
        return [
          {
            status: 'fail',
            resource,
            detail: {
              ja: `${group.vpcId} のデフォルトのセキュリティグループ ${group.id} に、ルールが ${rest.length + 1} 件あります。`,
              en: `The default security group ${group.id} of ${group.vpcId} has ${rest.length + 1} ${rest.length ? 'rules' : 'rule'}.`,
            },
            evidence: [first, ...rest],
            remediation: [{ kind: 'aws-cli', text }, ...more.map((each) => ({ kind: 'aws-cli', text: each }) as const)],
          },
        ];
      }),
});

function evidenceOf({ id, ingress, egress }: SecurityGroup): Evidence[] {
  const evidence = (rule: SecurityGroupRule, ja: string, en: string): Evidence => ({
    what: { ja: `${ja} ${ruleText(rule)}`, en: `${en} ${ruleText(rule)}` },
    operation: 'ec2:DescribeSecurityGroups',
    ref: rule.ruleId ?? `${id}: ${ruleText(rule)}`,
  });
  return [
    ...ingress.map((rule) => evidence(rule, '受信ルール', 'Inbound rule')),
    ...egress.map((rule) => evidence(rule, '送信ルール', 'Outbound rule')),
  ];
}
