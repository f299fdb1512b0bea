import { defineCheck } from '../../../lib/model/check.ts';
import { entraResource } from '../../../lib/model/entra/entra-resource.ts';
import { tenantOf } from '../../../lib/model/entra/tenant-of.ts';
import type { Judgement } from '../../../lib/model/judgement.ts';

const operation = '/deviceManagement/deviceConfigurations';
const weak = /^(open|wep|wpaPersonal|wpaEnterprise|basic|none)$/i;
const strong = /^(wpa2|wpa3)/i;

export default defineCheck({
  id: 'entra-wifi-weak',
  clauses: ['11.2'],
  severity: 'high',
  title: {
    ja: '暗号化の弱い無線LANのプロファイルを配布している',
    en: 'A Wi-Fi profile with weak encryption is handed out',
  },
  why: {
    ja: '暗号化なし、WEP、WPA(TKIP)の無線LANは、近くにいる誰にでも解読されます。Intuneのプロファイルで配布した端末は、そのネットワークに自動で接続します。Intuneが見るのは配布した設定だけで、アクセスポイント自体の設定は手作業で確かめます。',
    en: 'Networks without encryption, with WEP or with WPA (TKIP) are read by anybody nearby, and devices join by themselves what Intune hands out. Intune shows what is handed out; the access points have to be looked at by hand.',
  },
  fix: {
    ja: 'WPA3またはWPA2-Enterprise(証明書)に切り替え、古いプロファイルの割り当てを外します。',
    en: 'Move to WPA3 or WPA2-Enterprise with certificates, and take the old profile away.',
  },
  reads: ['entra.wifiProfiles'],
  find({ 'entra.wifiProfiles': profiles }, { unit }) {
    return profiles.map((profile): Judgement => {
      const { name, security, ssid } = profile;
      const resource = entraResource(tenantOf(unit), 'wifi-profile', profile);
      if (strong.test(security)) return { status: 'pass', resource };
      if (!weak.test(security)) {
        const message = `the profile says "${security}" of its encryption, which this version does not know`;
        return { status: 'unknown', resource, unread: { operation, code: 'UnknownValue', message } };
      }
      const network = ssid === undefined ? '' : ` (${ssid})`;
      return {
        status: 'fail',
        resource,
        detail: {
          ja: `${name}${network} の暗号化は ${security} です。`,
          en: `${name}${network} is encrypted with ${security}.`,
        },
        evidence: [{ what: { ja: `暗号化: ${security}`, en: `Encryption: ${security}` }, operation, ref: profile.id }],
        remediation: [
          {
            kind: 'console',
            text: {
              ja: `Microsoft Intune管理センターの［デバイス］→［構成］で ${name} を開き、セキュリティの種類をWPA2/WPA3-エンタープライズに変えます。`,
              en: `In the Microsoft Intune admin center open Devices, Configuration, ${name}, and set the security type to WPA2/WPA3-Enterprise.`,
            },
          },
        ],
      };
    });
  },
});
