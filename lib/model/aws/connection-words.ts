import type { Text } from '../text.ts';
import type { ConnectionKind } from './external-connection.ts';

/** What the kinds of connection are called in sentences. */
export const connectionWords: Readonly<Record<ConnectionKind, Text>> = {
  'vpc-peering': { ja: 'VPCピアリング接続', en: 'VPC peering connection' },
  'transit-gateway-attachment': {
    ja: 'Transit Gatewayアタッチメント',
    en: 'transit gateway attachment',
  },
  'vpn-connection': { ja: 'VPN接続', en: 'VPN connection' },
  'client-vpn-endpoint': { ja: 'クライアントVPNエンドポイント', en: 'Client VPN endpoint' },
  'vpc-endpoint': { ja: 'VPCエンドポイント', en: 'VPC endpoint' },
  'endpoint-service': { ja: 'VPCエンドポイントサービス', en: 'VPC endpoint service' },
  'endpoint-connection': { ja: 'エンドポイントサービスへの接続', en: 'connection to an endpoint service' },
  'instance-connect-endpoint': { ja: 'EC2 Instance Connectエンドポイント', en: 'EC2 Instance Connect Endpoint' },
  'direct-connect-interface': { ja: 'Direct Connect仮想インターフェイス', en: 'Direct Connect virtual interface' },
  'shared-subnet': { ja: '共有サブネット', en: 'shared subnet' },
};
