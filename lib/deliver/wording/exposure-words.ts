import type { ExposureVerdict } from '../../model/network/exposure.ts';
import type { Text } from '../../model/text.ts';

/** What each verdict about an exposure is called. */
export const exposureVerdictText: Readonly<Record<ExposureVerdict, Text>> = {
  exposed: { ja: '到達できる', en: 'Reached' },
  unknown: { ja: '確認不能', en: 'Unknown' },
  conditional: { ja: '検査装置を経由', en: 'Past an appliance' },
  authenticated: { ja: '認証あり', en: 'Asks for credentials' },
  latent: { ja: '停止中', en: 'Not running' },
  'rule-open': { ja: '規則だけ開放', en: 'A rule is open' },
  closed: { ja: '閉鎖', en: 'Closed' },
};
