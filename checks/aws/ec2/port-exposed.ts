import { awsResource, regionResource } from '../../../lib/model/aws/aws-resource.ts';
import { closePath } from '../../../lib/model/aws/close-path.ts';
import { labelled } from '../../../lib/model/aws/labelled.ts';
import type { SecurityGroup } from '../../../lib/model/aws/security-group.ts';
import { unreadKinds } from '../../../lib/model/aws/unread-kinds.ts';
import { defineCheck } from '../../../lib/model/check.ts';
import type { Failed, Judgement } from '../../../lib/model/judgement.ts';
import { allowedAt, unallowed } from '../../../lib/model/network/allowed-ports.ts';
import type { Exposure } from '../../../lib/model/network/exposure.ts';
import { openPortsByWay, type OpenPorts } from '../../../lib/model/network/open-ports-by-way.ts';
import { openPortsText } from '../../../lib/model/network/open-ports-text.ts';
import { pathEvidence } from '../../../lib/model/network/path-evidence.ts';
import { exposureSeverity } from '../../../lib/model/network/exposure-severity.ts';
import type { Resource } from '../../../lib/model/resource.ts';
import type { AllowedPort } from '../../../lib/model/standard.ts';

export default defineCheck({
  id: 'aws-port-exposed',
  clauses: ['11.3', '11.4'],
  severity: 'high',
  title: {
    ja: '許可されていないポートにインターネットから到達できる',
    en: 'The internet reaches a port that the standard does not allow',
  },
  why: {
    ja: 'アドレス、ルート、ネットワークACL、セキュリティグループ、ロードバランサーをすべてたどり、経路が実際に通じていることを確かめた結果です。到達できる人は誰でも、そのポートの脆弱性や弱いパスワードを試せます。接続元が限られている場合、検査アプライアンスを経由する場合、停止中のリソースの場合は重大度を下げています。ICMPにはポートがないため対象外です。',
    en: 'Every control on the way was followed (addresses, routes, network ACLs, security groups, load balancers), and the path is open. Whoever reaches the port can try its flaws and weak passwords. Where only some sources reach it, where an appliance inspects the way, or where the resource is stopped, the severity is lower. ICMP has no ports and is left out.',
  },
  fix: {
    ja: '不要なポートは、経路を開いているルールまたはリスナーを削除して閉じます。必要なポートは、接続元、対象のリソース、責任者、期限を添えて基準の許可ポートに登録します。',
    en: 'Close a port that is not needed by removing the rule or the listener that opens the way. A port that is needed belongs in the allowed ports of the standard, with its sources, resources, owner and end date.',
  },
  reads: ['aws.exposures', 'aws.securityGroups'],
  find: ({ 'aws.exposures': network, 'aws.securityGroups': groups }, { unit, standard, asOf }) => {
    const { exposures, organizationalUnits, unread } = network;
    if (unread) return [{ status: 'unknown', resource: regionResource(unit), unread }];
    const groupsById = new Map(groups.map((group) => [group.id, group]));
    const judged = exposures
      // The resource that an interface is part of says the same, once; so does the account whose it is.
      .filter(({ partOf, ofOther }) => partOf === undefined && !ofOther)
      .flatMap((exposure): readonly Judgement[] => {
        const { kind, arn, id, name, tags } = exposure;
        const resource = awsResource(unit, { type: kind, id: arn, name: id === arn ? name : labelled(id, name) });
        const { account } = resource;
        const allowed = allowedAt(standard.allowedPorts, { account, tags, organizationalUnits }, asOf);
        return judge(exposure, resource, allowed, groupsById);
      });
    return [...judged, ...unreadKinds(unit, network.unreadKinds)];
  },
});

function judge(
  exposure: Exposure,
  resource: Resource,
  allowed: readonly AllowedPort[],
  groups: ReadonlyMap<string, SecurityGroup>,
): readonly Judgement[] {
  const { verdict, reaches, unread } = exposure;
  const [gap] = unread;
  const open = reaches.filter((reach) => reach.strength !== 'authenticated' && unallowed(reach, allowed) !== 'nothing');
  if (verdict === 'unknown') {
    if (open.length === 0 && reaches.length > 0) return [{ status: 'pass', resource }];
    return gap ? [{ status: 'unknown', resource, unread: gap }] : [];
  }
  const fails = openPortsByWay(open, allowed).map((group) => failure(exposure, resource, group, groups));
  const rest: readonly Judgement[] = gap ? [{ status: 'unknown', resource, unread: gap }] : [];
  return fails.length + rest.length > 0 ? [...fails, ...rest] : [{ status: 'pass', resource }];
}

function failure(
  exposure: Exposure,
  resource: Resource,
  open: OpenPorts,
  groups: ReadonlyMap<string, SecurityGroup>,
): Failed {
  const { ports, reaches } = open;
  const [{ path, via, listenerPort }] = reaches;
  const [first, ...rest] = pathEvidence(path);
  const operation = 'ec2:DescribeNetworkInterfaces';
  return {
    status: 'fail',
    resource,
    severity: exposureSeverity(exposure.verdict, reaches),
    discriminator: [ports, ...(via === undefined ? [] : [`via ${via}:${listenerPort ?? ''}`])].join(' '),
    detail: openPortsText(exposure.verdict, open),
    evidence: [first ?? { what: { ja: '公開', en: 'Public' }, operation, ref: resource.id }, ...rest],
    remediation: closePath(resource.region, path, groups),
    path,
  };
}
