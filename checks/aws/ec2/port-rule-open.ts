import { awsResource } from '../../../lib/model/aws/aws-resource.ts';
import { labelled } from '../../../lib/model/aws/labelled.ts';
import { letsUnallowed, openRules } from '../../../lib/model/aws/open-rules.ts';
import { revokeCommand } from '../../../lib/model/aws/revoke-command.ts';
import { ruleText } from '../../../lib/model/aws/rule-text.ts';
import type { SecurityGroup, SecurityGroupRule } from '../../../lib/model/aws/security-group.ts';
import { unreadList } from '../../../lib/model/aws/unread-list.ts';
import { defineCheck } from '../../../lib/model/check.ts';
import type { Failed, Judgement, Undecided } from '../../../lib/model/judgement.ts';
import { allowedAt } from '../../../lib/model/network/allowed-ports.ts';
import { blockText } from '../../../lib/model/network/block-text.ts';
import type { GroupExposure } from '../../../lib/model/network/exposures.ts';
import { pathEvidence } from '../../../lib/model/network/path-evidence.ts';
import type { Resource } from '../../../lib/model/resource.ts';
import type { AllowedPort } from '../../../lib/model/standard.ts';
import type { Text } from '../../../lib/model/text.ts';

export default defineCheck({
  id: 'aws-port-rule-open',
  clauses: ['11.3'],
  severity: 'medium',
  title: {
    ja: '到達はできないが、許可されていないポートを全世界に開くルールがある',
    en: 'A rule opens a port to the world that is not allowed, though nothing is reached through it',
  },
  why: {
    ja: 'いまは別の制御が止めていますが、パブリックアドレスやルートが一つ加わるだけで、誰でも接続できるようになります。どの制御が止めているかを、リソースごとに示します。実際に到達できるポートは aws-port-exposed が指摘します。0.0.0.0/1 と 128.0.0.0/1 のように、合わせて全世界になるルールも対象です。ICMPにはポートがないため対象外です。',
    en: 'Another control stops it now, and one more address or route is all it takes until anybody can connect. Which control that is stands with each resource. Ports that are reached indeed are found by aws-port-exposed. Rules that are the world only together, such as 0.0.0.0/1 and 128.0.0.0/1, count too. ICMP has no ports and is left out.',
  },
  fix: {
    ja: 'ルールを削除するか、接続元を必要な範囲（ロードバランサーのセキュリティグループなど）に絞ります。公開が必要なポートは、理由と責任者を添えて基準の許可ポートに登録します。',
    en: 'Remove the rule, or narrow its source, to the security group of the load balancer for one. A port that must be public belongs in the allowed ports of the standard, with a reason and an owner.',
  },
  reads: ['aws.securityGroups', 'aws.exposures'],
  find: (
    { 'aws.securityGroups': groups, 'aws.exposures': { exposures, groups: states, unread, organizationalUnits } },
    context,
  ) => {
    const stateOf = new Map(states.map((state) => [state.groupId, state]));
    const tagsOf = new Map(exposures.map(({ id, tags }) => [id, tags]));
    return groups.flatMap((group): readonly Judgement[] => {
      const { unit, standard, asOf } = context;
      const resource = awsResource(unit, {
        type: 'security-group',
        id: group.arn,
        name: labelled(group.id, group.name),
      });
      const { account } = resource;
      if (group.owner !== account) return [];
      const state =
        stateOf.get(group.id) ?? (unread && { groupId: group.id, carriers: [], reached: [], unread: [unread] });
      // What is allowed to one resource behind a group is no reason to open the group of another.
      const places = (state?.carriers ?? []).map((id) => ({
        account,
        tags: tagsOf.get(id) ?? {},
        organizationalUnits,
      }));
      const own = { account, tags: {}, organizationalUnits };
      const [first = [], ...others] = (places.length > 0 ? places : [own]).map((place) =>
        allowedAt(standard.allowedPorts, place, asOf).filter(({ sources }) => !sources),
      );
      const allowed = first.filter((port) => others.every((each) => each.includes(port)));
      const failures = unreachedRules(group, allowed, state).map((rule) => failure(resource, group, rule, state));
      if (failures.length > 0) return failures;
      const unreadRule = group.ingress.find((rule) => unreadList(rule) !== undefined && letsUnallowed(rule, allowed));
      return [unreadRule ? undecided(resource, unreadRule) : { status: 'pass', resource }];
    });
  },
});

/** The rules that open more to the world than what is allowed and what is reached through the group. */
function unreachedRules(
  { ingress }: SecurityGroup,
  allowed: readonly AllowedPort[],
  state: GroupExposure | undefined,
): readonly SecurityGroupRule[] {
  const open = (['ipv4', 'ipv6'] as const).flatMap((family) => {
    const reached = (state?.reached ?? []).filter((each) => each.family === family);
    if (reached.some(({ protocol }) => protocol === 'all')) return [];
    const taken = reached.flatMap(({ protocol, fromPort = 0, toPort = 65_535 }): AllowedPort[] =>
      protocol === 'tcp' || protocol === 'udp' ? [{ protocol, fromPort, toPort }] : [],
    );
    const rules = ingress.filter((rule) => isOf(rule, family));
    const others = new Set(reached.map(({ protocol }) => protocol));
    return openRules(rules, [...allowed, ...taken]).filter(
      ({ protocol }) => !others.has(protocol) || hasPorts(protocol),
    );
  });
  const found = new Set(open);
  return ingress.filter((rule) => found.has(rule));
}

function hasPorts(protocol: string): boolean {
  return protocol === 'tcp' || protocol === 'udp';
}

function isOf({ source }: SecurityGroupRule, family: 'ipv4' | 'ipv6'): boolean {
  return source.kind === 'cidr' ? source.family === family : source.kind === 'prefix-list';
}

function failure(
  resource: Resource,
  group: SecurityGroup,
  rule: SecurityGroupRule,
  state: GroupExposure | undefined,
): Failed {
  const text = ruleText(rule);
  const path = state?.blockedPath;
  return {
    status: 'fail',
    resource,
    discriminator: text,
    detail: detail(group, text, state),
    evidence: [
      {
        what: { ja: `受信ルール ${text}`, en: `Inbound rule ${text}` },
        operation: 'ec2:DescribeSecurityGroups',
        ref: rule.ruleId ?? `${group.id}: ${text}`,
      },
      ...(path ? pathEvidence(path.filter(({ stops }) => stops)) : []),
    ],
    remediation: [{ kind: 'aws-cli', text: revokeCommand(resource.region, group, 'ingress', [rule]) }],
    ...(path && { path }),
  };
}

function detail({ id, name }: SecurityGroup, text: string, state: GroupExposure | undefined): Text {
  const carriers = state?.carriers.length ?? 0;
  const [gap] = state?.unread ?? [];
  if (gap) {
    return {
      ja: `セキュリティグループ ${name}（${id}）のルール「${text}」は全世界に開いています。${gap.operation} を読めなかったため、実際に到達できるかどうかは判定できません。`,
      en: `The rule "${text}" of security group ${name} (${id}) is open to the world. Whether anything is reached through it is not known, because ${gap.operation} was not read.`,
    };
  }
  const block = blockText[carriers === 0 ? 'not-in-use' : (state?.blockedBy ?? 'lb-no-path')];
  const reached = (state?.reached.length ?? 0) > 0;
  return {
    ja: `セキュリティグループ ${name}（${id}）のルール「${text}」は全世界に開いていますが、${reached ? '一部のポートは誰も待ち受けていないか、別の制御が止めているため' : block.ja}、${reached ? '残りは' : ''}到達できません。`,
    en: reached
      ? `The rule "${text}" of security group ${name} (${id}) is open to the world for more ports than are reached: nothing listens on the others, or another control stops them.`
      : `The rule "${text}" of security group ${name} (${id}) is open to the world; nothing is reached through it, because ${block.en}.`,
  };
}

function undecided(resource: Resource, rule: SecurityGroupRule): Undecided {
  const operation = 'ec2:GetManagedPrefixListEntries';
  const message = `the rule "${ruleText(rule)}" names a prefix list whose entries were not read`;
  return { status: 'unknown', resource, unread: { operation, code: 'NotCollected', message } };
}
