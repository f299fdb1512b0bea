import { armKey } from '../../../lib/model/azure/arm-id.ts';
import { azureResource } from '../../../lib/model/azure/azure-resource.ts';
import { deleteRule } from '../../../lib/model/azure/close-azure-path.ts';
import type { AzureGroupExposure, OpenedByRule } from '../../../lib/model/azure/exposures.ts';
import type { AzureRule, NetworkSecurityGroup } from '../../../lib/model/azure/network-security-group.ts';
import { defineCheck } from '../../../lib/model/check.ts';
import type { Failed, Judgement } from '../../../lib/model/judgement.ts';
import { allowedAt, without } from '../../../lib/model/network/allowed-ports.ts';
import { blockText } from '../../../lib/model/network/block-text.ts';
import { pathEvidence } from '../../../lib/model/network/path-evidence.ts';
import { portsText } from '../../../lib/model/network/reach-words.ts';
import type { Resource } from '../../../lib/model/resource.ts';
import type { AllowedPort } from '../../../lib/model/standard.ts';
import type { Text } from '../../../lib/model/text.ts';

export default defineCheck({
  id: 'azure-port-rule-open',
  clauses: ['11.3'],
  severity: 'medium',
  title: {
    ja: '到達はできないが、許可されていないポートを全世界に開く規則がある',
    en: 'A rule opens a port to the world that is not allowed, though nothing is reached through it',
  },
  why: {
    ja: 'いまは別の制御（パブリックIPアドレスがない、もう一方のネットワークセキュリティグループ、セキュリティ管理規則、ルート、停止など）が止めていますが、パブリックIPアドレスを一つ付けるだけで誰でも接続できるようになります。優先度の高い拒否規則に隠れた許可は対象外で、分割された範囲（0.0.0.0/1 と 128.0.0.0/1）は合わせて評価します。実際に到達できるポートは azure-port-exposed が指摘します。',
    en: 'Another control stops it now: no public address, the other network security group, a security admin rule, a route, a machine that is stopped. One public address is all it takes until anybody can connect. An Allow behind a Deny of higher priority does not count, and halves of the world (0.0.0.0/1 and 128.0.0.0/1) are judged together. Ports that are reached indeed are found by azure-port-exposed.',
  },
  fix: {
    ja: '規則を削除するか、送信元を必要な範囲に絞ります。公開が必要なポートは、理由と責任者を添えて基準の許可ポートに登録します。',
    en: 'Delete the rule, or narrow its source. A port that must be public belongs in the allowed ports of the standard, with a reason and an owner.',
  },
  reads: ['azure.networkSecurityGroups', 'azure.exposures'],
  find: (
    { 'azure.networkSecurityGroups': groups, 'azure.exposures': { groups: states, unread } },
    { unit, standard, asOf },
  ) => {
    const stateOf = new Map(states.map((state) => [state.groupId, state]));
    return groups.flatMap((group): readonly Judgement[] => {
      const { id, name, location, tags } = group;
      const resource = azureResource(unit, { type: 'network-security-group', id, name, location });
      const state = stateOf.get(armKey(id));
      const place = { account: resource.account, tags, organizationalUnits: undefined };
      const allowed = allowedAt(standard.allowedPorts, place, asOf).filter(({ sources }) => !sources);
      const known = state && (unread ? { ...state, unread: [unread, ...state.unread] } : state);
      const fails = known ? unreached(known, allowed).map((each) => failure(resource, group, each, known)) : [];
      if (fails.length > 0) return fails;
      const unclear = group.inbound.some(({ access }) => access === 'unknown');
      const operation = 'Microsoft.Network/networkSecurityGroups';
      const message = 'a rule says something that this version does not understand';
      return [
        unclear
          ? { status: 'unknown', resource, unread: { operation, code: 'NotUnderstood', message } }
          : { status: 'pass', resource },
      ];
    });
  },
});

/** Rules that open more to the world than what is allowed and what is reached, each with its ports. */
function unreached(state: AzureGroupExposure, allowed: readonly AllowedPort[]): readonly OpenedPorts[] {
  const left = state.opened.flatMap((opened): readonly OpenedByRule[] => {
    const { protocol, fromPort = 0, toPort = 65_535 } = opened;
    // Words of rules mean both families: what is reached by one is found by azure-port-exposed.
    const reached = state.reached.filter((each) => each.protocol === protocol);
    const taken = [...reached, ...allowed.filter((each) => each.protocol === protocol)].map((each) => ({
      fromPort: each.fromPort ?? 0,
      toPort: each.toPort ?? 65_535,
    }));
    return without({ fromPort, toPort }, taken).map((range) => ({ ...opened, ...range }));
  });
  return [...Map.groupBy(left, ({ ruleId }) => ruleId)].map(([ruleId, each]) => ({
    ruleId,
    ports: [...new Set(each.map(portsOf))],
  }));
}

interface OpenedPorts {
  readonly ruleId: string;
  /** `tcp/22` */
  readonly ports: readonly string[];
}

function portsOf({ protocol, fromPort = 0, toPort = 65_535 }: OpenedByRule): string {
  return portsText({ protocol }, { fromPort, toPort });
}

function failure(
  resource: Resource,
  group: NetworkSecurityGroup,
  opened: OpenedPorts,
  state: AzureGroupExposure,
): Failed {
  const rule = group.inbound.find(({ id }) => id === opened.ruleId);
  const path = state.blockedPath;
  const text = ruleText(rule, opened);
  return {
    status: 'fail',
    resource,
    discriminator: opened.ruleId.toLowerCase(),
    detail: detail(group, text, state),
    evidence: [
      {
        what: { ja: `受信規則 ${text}`, en: `Inbound rule ${text}` },
        operation: 'Microsoft.Network/networkSecurityGroups',
        ref: opened.ruleId,
      },
      ...(path ? pathEvidence(path.filter(({ stops }) => stops)) : []),
    ],
    remediation: [deleteRule(group.id, opened.ruleId)],
    ...(path && { path }),
  };
}

function ruleText(rule: AzureRule | undefined, { ports }: OpenedPorts): string {
  const shown = ports.length > 5 ? `${ports.slice(0, 5).join(', ')} …` : ports.join(', ');
  return rule ? `${rule.name} (${rule.priority}, ${shown} ← ${rule.sources.slice(0, 3).join(', ')})` : shown;
}

function detail({ name }: NetworkSecurityGroup, text: string, state: AzureGroupExposure): Text {
  const [gap] = state.unread;
  if (gap) {
    return {
      ja: `${name} の規則 ${text} は全世界に開いています。${gap.operation} を読めなかったため、実際に到達できるかどうかは判定できません。`,
      en: `The rule ${text} of ${name} is open to the world. Whether anything is reached through it is not known, because ${gap.operation} was not read.`,
    };
  }
  const block = blockText[state.carriers.length === 0 ? 'not-in-use' : (state.blockedBy ?? 'no-public-address')];
  return {
    ja: `${name} の規則 ${text} は全世界に開いていますが、${block.ja}、到達できません。`,
    en: `The rule ${text} of ${name} is open to the world; nothing is reached through it, because ${block.en}.`,
  };
}
