import type { IpPermission, SecurityGroup as GroupAnswer } from '@aws-sdk/client-ec2';
import type { SecurityGroup, SecurityGroupRule } from '../../model/aws/security-group.ts';
import type { AwsUnit } from '../../model/unit.ts';
import type { Answers, PartDefinition } from '../part.ts';
import { listOf, required } from '../shape.ts';
import type { Wire } from '../wire.ts';
import { answerOf } from './answer.ts';
import { ec2Arn } from './ec2-arn.ts';
import { prefixListEntries, type PrefixLists } from './prefix-list-entries.ts';
import { answeredRuleKey, ruleKey, rulesOf } from './security-group-rules.ts';

/** What other operations add to the groups: rule ids by {@link ruleKey}, and the entries of prefix lists by id. */
interface Additions {
  readonly ruleIds: ReadonlyMap<string, string>;
  readonly prefixLists: PrefixLists;
  readonly listNames: ReadonlyMap<string, string>;
}

/** `aws.securityGroups`: the region's groups and their rules, one for each source. */
export const securityGroups: PartDefinition<'aws.securityGroups'> = {
  per: 'aws-region',
  operations: ['ec2:DescribeSecurityGroups'],
  optional: ['ec2:DescribeManagedPrefixLists', 'ec2:DescribeSecurityGroupRules', 'ec2:GetManagedPrefixListEntries'],
  interpret: (answers, unit) => {
    const answer = answerOf(answers, 'ec2:DescribeSecurityGroups');
    const additions = {
      ruleIds: ruleIdsOf(answers),
      prefixLists: prefixListEntries(answers),
      listNames: listNamesOf(answers),
    };
    return listOf(answer.SecurityGroups, 'SecurityGroups').map((group) => groupOf(group, unit, additions));
  },
};

function groupOf(group: Wire<GroupAnswer>, unit: AwsUnit, additions: Additions): SecurityGroup {
  const id = required(group.GroupId, 'GroupId');
  const owner = group.OwnerId ?? unit.account;
  const rules = (permissions: readonly Wire<IpPermission>[] | undefined, egress: boolean): SecurityGroupRule[] =>
    listOf(permissions, 'IpPermissions')
      .flatMap((permission) => rulesOf(permission, (list) => listed(list, additions)))
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

function listed(id: string, { prefixLists, listNames }: Additions): { name?: string; cidrs?: readonly string[] } {
  const [name, cidrs] = [listNames.get(id), prefixLists.get(id)];
  return { ...(name !== undefined && { name }), ...(cidrs && { cidrs }) };
}

function listNamesOf(answers: Answers): Additions['listNames'] {
  if (!('ec2:DescribeManagedPrefixLists' in answers)) return new Map();
  const { PrefixLists } = answerOf(answers, 'ec2:DescribeManagedPrefixLists');
  return new Map(
    listOf(PrefixLists, 'PrefixLists').map((list) => [list.PrefixListId ?? '', list.PrefixListName ?? '']),
  );
}
