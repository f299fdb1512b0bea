import { awsResource } from '../../../lib/model/aws/aws-resource.ts';
import { labelled } from '../../../lib/model/aws/labelled.ts';
import { letsUnallowed, openRules } from '../../../lib/model/aws/open-rules.ts';
import { revokeCommand } from '../../../lib/model/aws/revoke-command.ts';
import { ruleText } from '../../../lib/model/aws/rule-text.ts';
import type { SecurityGroup, SecurityGroupRule } from '../../../lib/model/aws/security-group.ts';
import { defineCheck } from '../../../lib/model/check.ts';
import { dayOf } from '../../../lib/model/days.ts';
import type { Failed, Judgement, Undecided } from '../../../lib/model/judgement.ts';
import type { Resource } from '../../../lib/model/resource.ts';

export default defineCheck({
  id: 'aws-port-rule-open',
  clauses: ['11.3', '11.4'],
  severity: 'high',
  title: {
    ja: '許可されていないポートを全世界に開くルールがある',
    en: 'A rule opens to the world a port that the standard does not allow',
  },
  why: {
    ja: 'このルールが付いたリソースに外部への経路ができれば、誰でもそのポートに接続できます。指摘するのはルールそのものであり、いま実際に到達できるかどうかは問いません。0.0.0.0/1 と 128.0.0.0/1 のように、合わせて全世界になるルールも対象です。ICMPにはポートがないため対象外です。',
    en: 'As soon as a resource with this rule has a path from outside, anybody can connect to the port. The rule itself is what is found, whether or not anything can be reached through it now. Rules that are the world only together, such as 0.0.0.0/1 and 128.0.0.0/1, count too. ICMP has no ports and is left out.',
  },
  fix: {
    ja: 'ルールを削除するか、接続元を必要な範囲に絞ります。公開が必要なポートは、理由と責任者を添えて基準の許可ポートに登録します。',
    en: 'Remove the rule, or narrow its source. A port that must be public belongs in the allowed ports of the standard, with a reason and an owner.',
  },
  reads: ['aws.securityGroups'],
  find: ({ 'aws.securityGroups': groups }, { unit, asOf, standard }) => {
    const allowed = standard.allowedPorts.filter(({ until }) => !until || dayOf(asOf) <= until);
    return groups.flatMap((group): readonly Judgement[] => {
      const resource = awsResource(unit, {
        type: 'security-group',
        id: group.arn,
        name: labelled(group.id, group.name),
      });
      if (group.owner !== resource.account) return [];
      const failures = openRules(group.ingress, allowed).map((rule) => failure(resource, group, rule));
      if (failures.length > 0) return failures;
      const unread = group.ingress.find((rule) => isUnread(rule) && letsUnallowed(rule, allowed));
      return [unread ? undecided(resource, unread) : { status: 'pass', resource }];
    });
  },
});

function failure(resource: Resource, group: SecurityGroup, rule: SecurityGroupRule): Failed {
  return {
    status: 'fail',
    resource,
    discriminator: ruleText(rule),
    detail: {
      ja: `セキュリティグループ ${group.name}（${group.id}）のルール「${ruleText(rule)}」は、全世界からの接続を許可しています。`,
      en: `The rule "${ruleText(rule)}" of security group ${group.name} (${group.id}) is open to the world.`,
    },
    evidence: [
      {
        what: { ja: `受信ルール ${ruleText(rule)}`, en: `Inbound rule ${ruleText(rule)}` },
        operation: 'ec2:DescribeSecurityGroups',
        ref: rule.ruleId ?? `${group.id}: ${ruleText(rule)}`,
      },
    ],
    remediation: [{ kind: 'aws-cli', text: revokeCommand(resource.region, group, 'ingress', [rule]) }],
  };
}

function isUnread({ source }: SecurityGroupRule): boolean {
  return source.kind === 'prefix-list' && !source.cidrs;
}

function undecided(resource: Resource, rule: SecurityGroupRule): Undecided {
  const operation = 'ec2:GetManagedPrefixListEntries';
  const message = `the rule "${ruleText(rule)}" names a prefix list whose entries were not read`;
  return { status: 'unknown', resource, unread: { operation, code: 'NotCollected', message } };
}
