import type { Text } from '../text.ts';
import type { Block } from './exposure.ts';

/** What stops a connection, in a clause that follows "is not reached, because". */
export const blockText: Readonly<Record<Block, Text>> = {
  'account-bpa': {
    ja: 'アカウントのパブリックアクセスブロックが有効なため',
    en: "the account's Block Public Access stops it",
  },
  'admin-rule': {
    ja: 'ネットワークマネージャーのセキュリティ管理規則が拒否するため',
    en: 'a security admin rule of the network manager denies it',
  },
  blackhole: { ja: 'ルートの宛先が存在しない（ブラックホール）ため', en: 'its route is a blackhole' },
  bpa: { ja: 'VPCブロックパブリックアクセスが有効なため', en: 'VPC Block Public Access stops it' },
  'cross-zone': {
    ja: 'ロードバランサーのノードが別のゾーンのターゲットを使えないため',
    en: 'the node of the load balancer may not use targets in another zone',
  },
  'deny-igw': {
    ja: 'インターネットゲートウェイからの通信を拒否する設定のため',
    en: 'its network interface denies traffic of internet gateways',
  },
  'egress-only-igw': {
    ja: 'Egress-Onlyインターネットゲートウェイは外向きの通信だけを通すため',
    en: 'its route leads to an egress-only internet gateway',
  },
  'igw-not-attached': {
    ja: 'インターネットゲートウェイがVPCにアタッチされていないため',
    en: 'the internet gateway is not attached to the VPC',
  },
  'lb-internal': { ja: 'ロードバランサーが内部向けのため', en: 'the load balancer is internal' },
  'lb-no-path': {
    ja: 'ロードバランサーにインターネットから到達できないため',
    en: 'the load balancer is not reached from the internet',
  },
  'lb-sg-egress': {
    ja: 'ロードバランサーのセキュリティグループがターゲットへの送信を許可していないため',
    en: 'the security group of the load balancer lets nothing out to it',
  },
  'nacl-inbound': { ja: 'ネットワークACLが受信を拒否するため', en: 'a network ACL denies what comes in' },
  'nacl-outbound': { ja: 'ネットワークACLが応答を拒否するため', en: 'a network ACL denies the answers' },
  'nat-gateway': {
    ja: 'ルートの宛先がNATゲートウェイで、外からの接続を通さないため',
    en: 'its route leads to a NAT gateway, which lets no connection in',
  },
  'no-igw-route': {
    ja: 'サブネットにインターネットゲートウェイへのルートがないため',
    en: 'its subnet has no route to an internet gateway',
  },
  'no-ingress': { ja: 'イングレスがないため', en: 'it has no ingress' },
  'no-listener': { ja: 'ロードバランサーにリスナーがないため', en: 'the load balancer has no listener' },
  'no-nsg-standard': {
    ja: 'ネットワークセキュリティグループがなく、Standard SKUは既定ですべて閉じるため',
    en: 'it has no network security group, and the SKU Standard is closed without one',
  },
  'no-public-address': { ja: 'パブリックアドレスがないため', en: 'it has no public address' },
  'not-attached': {
    ja: 'ネットワークインターフェイスがどこにもアタッチされていないため',
    en: 'the network interface is attached to nothing',
  },
  'not-in-use': { ja: '使われていないため', en: 'nothing uses it' },
  nsg: { ja: 'ネットワークセキュリティグループが許可していないため', en: 'its network security groups let nothing in' },
  'not-running': { ja: '停止しているため', en: 'it does not run' },
  'private-endpoint': { ja: 'エンドポイントが非公開のため', en: 'its endpoint is private' },
  'private-ipv6': {
    ja: 'IPv6アドレスがインターネットから到達できないものであるため',
    en: 'the internet does not know its IPv6 address',
  },
  'public-access-disabled': {
    ja: 'パブリックネットワークアクセスが無効なため',
    en: 'public network access is disabled',
  },
  'resource-policy': { ja: 'リソースポリシーが許可していないため', en: 'its resource policy does not allow it' },
  'return-route': {
    ja: 'ルートテーブルが応答を別の経路（アプライアンスなど）へ送るため',
    en: 'its route table sends the answers another way, to an appliance for one',
  },
  'service-rules': {
    ja: 'サービスのネットワーク規則がインターネットからの接続を許可していないため',
    en: 'the network rules of the service let nobody in from the internet',
  },
  sg: { ja: 'セキュリティグループが許可していないため', en: 'its security groups let nothing in' },
  'snapshot-bpa': {
    ja: 'スナップショットのパブリックアクセスブロックが有効なため',
    en: 'Block Public Access for snapshots stops it',
  },
  'target-nacl': {
    ja: 'ターゲットのサブネットのネットワークACLが拒否するため',
    en: 'the network ACL of the target denies it',
  },
  'target-sg': {
    ja: 'ターゲットのセキュリティグループが許可していないため',
    en: 'the security groups of the target let nothing in',
  },
};
