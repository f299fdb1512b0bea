import { awsResource, regionKindResource } from '../../../lib/model/aws/aws-resource.ts';
import type { Gateway, GatewayKind } from '../../../lib/model/aws/gateway.ts';
import { labelled } from '../../../lib/model/aws/labelled.ts';
import { defineCheck, type CheckContext } from '../../../lib/model/check.ts';
import { command } from '../../../lib/model/command.ts';
import type { Judgement } from '../../../lib/model/judgement.ts';
import { ownerOf } from '../../../lib/model/owner-of.ts';
import type { Text } from '../../../lib/model/text.ts';

export default defineCheck({
  id: 'aws-gateway-without-owner',
  clauses: ['11.1'],
  severity: 'low',
  title: {
    ja: 'ゲートウェイの責任者が分からない',
    en: 'Nobody can tell who owns a gateway',
  },
  why: {
    ja: 'ゲートウェイは内部のネットワークを外部につなぐ機器です。責任者の分からないゲートウェイは、不要になっても残り、異常のときに問い合わせる相手もいません。インターネットゲートウェイ、NATゲートウェイ、VPNの各ゲートウェイと接続、Transit Gatewayのうち、責任者のタグ（基準の owners.tagKeys）に値がないものを指摘します。',
    en: 'A gateway joins a network to what is outside it. One without an owner stays when it is no longer needed, and there is nobody to ask when something is wrong. Internet, NAT, VPN, customer and transit gateways and VPN connections are found where no owner tag (owners.tagKeys of the standard) has a value.',
  },
  fix: {
    ja: '責任者を確かめ、タグに記録します。',
    en: 'Find the owner and write the tag.',
  },
  reads: ['aws.gateways'],
  find: ({ 'aws.gateways': { gateways, unread } }, context) => [
    ...gateways.flatMap((each) => judge(each, context)),
    ...unread.map(({ kind, operation }): Judgement => {
      return {
        status: 'unknown',
        resource: regionKindResource(context.unit, kind),
        unread: { operation, code: 'NotCollected', message: 'the gateways of this kind were not read' },
      };
    }),
  ],
});

const words: Readonly<Record<GatewayKind, Text>> = {
  'internet-gateway': { ja: 'インターネットゲートウェイ', en: 'Internet gateway' },
  'nat-gateway': { ja: 'NATゲートウェイ', en: 'NAT gateway' },
  'vpn-gateway': { ja: '仮想プライベートゲートウェイ', en: 'Virtual private gateway' },
  'customer-gateway': { ja: 'カスタマーゲートウェイ', en: 'Customer gateway' },
  'transit-gateway': { ja: 'Transit Gateway', en: 'Transit gateway' },
  'vpn-connection': { ja: 'VPN接続', en: 'VPN connection' },
};

function judge(gateway: Gateway, { unit, standard }: CheckContext): readonly Judgement[] {
  const { kind, id, arn, name, owner, tags, operation } = gateway;
  const resource = awsResource(unit, { type: kind, id: arn, name: labelled(id, name) });
  // Its owner answers for it, and the tags of a shared one are seen by its owner alone.
  if (owner !== resource.account) return [];
  const { tagKeys } = standard.owners;
  if (ownerOf(tags, standard.owners) !== undefined) return [{ status: 'pass', resource }];
  const tag = `Key=${tagKeys[0] ?? 'owner'},Value=`;
  return [
    {
      status: 'fail',
      resource,
      detail: {
        ja: `${words[kind].ja} ${id} には責任者のタグがありません。`,
        en: `${words[kind].en} ${id} has no owner tag.`,
      },
      evidence: [
        {
          what: {
            ja: `責任者のタグ（${tagKeys.join(', ')}）に値がない`,
            en: 'No tag of those that the standard names for the owner has a value',
          },
          operation,
          ref: `${id}#Tags`,
        },
      ],
      remediation: [
        {
          kind: 'aws-cli',
          text: `${command`aws ec2 create-tags --region ${resource.region} --resources ${id} --tags ${tag}`}"$OWNER"`,
        },
      ],
    },
  ];
}
