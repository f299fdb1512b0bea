import type { CheckCase } from '../../../lib/model/check-case.ts';
import { inTenant, refused, tenant } from '../cases/tenant.ts';

const operation = '/deviceManagement/deviceConfigurations';
const profile = (id: string, fields: object) => ({
  '@odata.type': '#microsoft.graph.windowsWifiConfiguration',
  id,
  displayName: id,
  ...fields,
});

export const cases: readonly CheckCase[] = [
  {
    name: {
      ja: '暗号化なし、WPA2-Enterprise、知らない方式、VPNの設定',
      en: 'Open, WPA2-Enterprise, an unknown one, and no Wi-Fi at all',
    },
    given: inTenant({
      [operation]: {
        value: [
          profile('lobby', { wifiSecurityType: 'open', ssid: 'LOBBY' }),
          profile('office', { '@odata.type': '#microsoft.graph.iosEnterpriseWiFiConfiguration' }),
          profile('new', { wifiSecurityType: 'wpa9' }),
          profile('vpn', { '@odata.type': '#microsoft.graph.iosVpnConfiguration' }),
        ],
      },
    }),
    expect: { lobby: 'fail', office: 'pass', new: 'unknown' },
  },
  {
    name: { ja: 'Intuneのライセンスがない', en: 'No licence for Intune' },
    given: refused(inTenant(), operation, 'Forbidden'),
    expect: { [tenant]: 'unknown' },
  },
];
