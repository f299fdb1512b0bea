import type { IpPermission, SecurityGroup as GroupAnswer } from '@aws-sdk/client-ec2';
import type { SecurityGroup, SecurityGroupRule } from '../../model/aws/security-group.ts';
import type { AwsUnit } from '../../model/unit.ts';
import type { Answers, PartDefinition } from '../part.ts';
import { listOf, required } from '../shape.ts';
import type { Wire } from '../wire.ts';
import { answerOf, keyedAnswersOf } from './answer.ts';
import { ec2Arn } from './ec2-arn.ts';
import { answeredRuleKey, ruleKey, rulesOf } from './security-group-rules.ts';

/** What other operations add to the groups: rule ids by {@link ruleKey}, and the entries of prefix lists by id. */
interface Additions {
  readonly ruleIds: ReadonlyMap<string, string>;
  readonly prefixLists: ReadonlyMap<string, readonly string[]>;
}

/** `aws.securityGroups`: the region's groups and their rules, one for each source. */
export const securityGroups: PartDefinition<'aws.securityGroups'> = {
  per: 'aws-region',
  operations: ['ec2:DescribeSecurityGroups'],
  optional: ['ec2:DescribeSecurityGroupRules', 'ec2:GetManagedPrefixListEntries'],
  interpret: (answers, unit) => {
    const answer = answerOf(answers, 'ec2:DescribeSecurityGroups');
    const additions = { ruleIds: ruleIdsOf(answers), prefixLists: prefixListsOf(answers) };
    return listOf(answer.SecurityGroups, 'SecurityGroups').map((group) => groupOf(group, unit, additions));
  },
};

function groupOf(group: Wire<GroupAnswer>, unit: AwsUnit, additions: Additions): SecurityGroup {
  const id = required(group.GroupId, 'GroupId');
  const owner = group.OwnerId ?? unit.account;
  const rules = (permissions: readonly Wire<IpPermission>[] | undefined, egress: boolean): SecurityGroupRule[] =>
    listOf(permissions, 'IpPermissions')
      .flatMap((permission) => rulesOf(permission, (list) => additions.prefixLists.get(list)))
      .map((rule) => ({ ...rule, ruleId: additions.ruleIds.get(ruleKey(id, egress, rule, sourceText(rule))) }));
  return {
    id,
    arn: group.SecurityGroupArn ?? ec2Arn(unit, owner, `security-group/${id}`),
    name: group.GroupName ?? id,
    owner,
    vpcId: group.VpcId ?? '',
    ingress: rules(group.IpPermissions, false),
    egress: rules(group.IpPermissionsEgress, true),
  };
}

function sourceText({ source }: SecurityGroupRule): string {
  return source.kind === 'cidr' ? source.cidr : source.id;
}

function ruleIdsOf(answers: Answers): Additions['ruleIds'] {
  if (!('ec2:DescribeSecurityGroupRules' in answers)) return new Map();
  const answer = answerOf(answers, 'ec2:DescribeSecurityGroupRules');
  const rules = listOf(answer.SecurityGroupRules, 'SecurityGroupRules');
  return new Map(
    rules.map((rule) => [answeredRuleKey(rule), required(rule.SecurityGroupRuleId, 'SecurityGroupRuleId')]),
  );
}

function prefixListsOf(answers: Answers): Additions['prefixLists'] {
  const lists = keyedAnswersOf(answers, 'ec2:GetManagedPrefixListEntries');
  return new Map(
    lists.map(({ input, output }) => [
      String(input['PrefixListId']),
      listOf(output.Entries, 'Entries').map((entry) => required(entry.Cidr, 'Cidr')),
    ]),
  );
}
