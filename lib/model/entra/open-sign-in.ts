import type { Text } from '../text.ts';
import type { SignInSituation } from './mfa-coverage.ts';

const clients: Readonly<Record<string, Text>> = {
  browser: { ja: 'ブラウザー', en: 'a browser' },
  mobileAppsAndDesktopClients: { ja: 'アプリ', en: 'an app' },
  exchangeActiveSync: { ja: 'レガシ認証のクライアント', en: 'a legacy client' },
  other: { ja: 'レガシ認証のクライアント', en: 'a legacy client' },
};

const devices: Readonly<Record<SignInSituation['device'], Text>> = {
  unmanaged: { ja: '管理外のデバイス', en: 'an unmanaged device' },
  compliant: { ja: '準拠デバイス', en: 'a compliant device' },
  hybrid: { ja: 'ハイブリッド参加済みデバイス', en: 'a hybrid joined device' },
};

const places: Readonly<Record<string, Text>> = {
  elsewhere: { ja: '任意の場所', en: 'anywhere' },
  // The addresses that the old MFA settings trust.
  '00000000-0000-0000-0000-000000000000': { ja: '信頼済みの場所', en: 'a trusted place' },
};

/** A sign-in as words within a sentence: with what, to what, from where; nothing where there is no example. */
export function openSignIn(open: SignInSituation | undefined): Text {
  if (!open) return { ja: '', en: '' };
  const client = clients[open.client] ?? { ja: open.client, en: open.client };
  const device = devices[open.device];
  const app = open.application === 'other' ? { ja: '任意のアプリ', en: 'any application' } : both(open.application);
  const place = places[open.location] ?? both(open.location);
  const platform = open.platform === 'unknown' ? { ja: '不明なOS', en: 'an unknown platform' } : both(open.platform);
  return {
    ja: `${place.ja}から、${device.ja}(${platform.ja})の${client.ja}で、${app.ja}に、`,
    en: ` (with ${client.en} on ${device.en}, ${platform.en}, from ${place.en}, to ${app.en})`,
  };
}

function both(word: string): Text {
  return { ja: word, en: word };
}
