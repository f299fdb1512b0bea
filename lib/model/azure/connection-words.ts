import type { Text } from '../text.ts';
import type { AzureConnectionKind } from './connection.ts';

/** What the kinds of connection are called in sentences. */
export const azureConnectionWords: Readonly<Record<AzureConnectionKind, Text>> = {
  'vnet-peering': { ja: '仮想ネットワークピアリング', en: 'virtual network peering' },
  'vnet-gateway-connection': {
    ja: '仮想ネットワークゲートウェイの接続',
    en: 'connection of a virtual network gateway',
  },
  'point-to-site-vpn': { ja: 'ポイント対サイトVPN', en: 'point-to-site VPN' },
  'expressroute-circuit': { ja: 'ExpressRoute回線', en: 'ExpressRoute circuit' },
  'private-endpoint': { ja: 'プライベートエンドポイント', en: 'private endpoint' },
  'private-link-connection': { ja: 'プライベートエンドポイント接続', en: 'private endpoint connection' },
  'private-link-service': { ja: 'プライベートリンクサービス', en: 'private link service' },
};
