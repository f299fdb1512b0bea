import type { Text } from '../text.ts';
import type { HopKind } from './hop.ts';

/** What each kind of hop is called. */
export const hopName: Readonly<Record<HopKind, Text>> = {
  internet: { ja: 'インターネット', en: 'Internet' },
  accelerator: { ja: 'Global Accelerator', en: 'Global Accelerator' },
  distribution: { ja: 'CloudFront', en: 'CloudFront' },
  'internet-gateway': { ja: 'インターネットゲートウェイ', en: 'Internet gateway' },
  'block-public-access': { ja: 'VPCブロックパブリックアクセス', en: 'VPC Block Public Access' },
  route: { ja: 'ルート', en: 'Route' },
  appliance: { ja: '検査アプライアンス', en: 'Inspection appliance' },
  'network-acl': { ja: 'ネットワークACL', en: 'Network ACL' },
  'load-balancer': { ja: 'ロードバランサー', en: 'Load balancer' },
  listener: { ja: 'リスナー', en: 'Listener' },
  'security-group': { ja: 'セキュリティグループ', en: 'Security group' },
  'network-interface': { ja: 'ネットワークインターフェイス', en: 'Network interface' },
  policy: { ja: 'ポリシー', en: 'Policy' },
  'public-address': { ja: 'パブリックIPアドレス', en: 'Public IP address' },
  firewall: { ja: 'Azure Firewall', en: 'Azure Firewall' },
  'application-gateway': { ja: 'アプリケーションゲートウェイ', en: 'Application gateway' },
  'security-admin-rule': { ja: 'セキュリティ管理規則', en: 'Security admin rule' },
  'network-security-group': { ja: 'ネットワークセキュリティグループ', en: 'Network security group' },
  endpoint: { ja: 'エンドポイント', en: 'Endpoint' },
  resource: { ja: 'リソース', en: 'Resource' },
};
