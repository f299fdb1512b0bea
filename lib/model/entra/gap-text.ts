import type { Text } from '../text.ts';
import type { GapCode } from './mfa-coverage.ts';

/** Why a sign-in is open, in words. */
export const gapText: Readonly<Record<GapCode, Text>> = {
  APP_EXCLUDED: { ja: '対象から除外されたアプリがある', en: 'An application is excluded' },
  APP_SCOPE: { ja: '一部のアプリだけが対象', en: 'Only some applications are covered' },
  AUTH_CONTEXT_ONLY: { ja: '認証コンテキストにだけ適用', en: 'Applies to authentication contexts only' },
  AUTH_FLOW_ONLY: {
    ja: 'デバイスコードなど特定の認証フローにだけ適用',
    en: 'Applies to certain flows only, such as device code',
  },
  CUSTOM_CONTROL: {
    ja: '他社のカスタムコントロールに任せており、Entraからは確認できない',
    en: 'Left to a custom control of another vendor, which Entra cannot see',
  },
  DEVICE_FILTER: { ja: 'デバイスのフィルターで対象から外れる', en: 'A filter for devices leaves it out' },
  DEVICE_STATE: { ja: '管理されたデバイスではパスワードだけで入れる', en: 'On a managed device a password is enough' },
  EXCLUDED_GROUP: { ja: '除外グループに属している', en: 'A member of an excluded group' },
  EXCLUDED_GUEST: { ja: 'ゲストとして除外されている', en: 'Excluded as a guest' },
  EXCLUDED_USER: { ja: '利用者として除外されている', en: 'Excluded by name or role' },
  LEGACY_CLIENT: { ja: 'レガシ認証のクライアントが対象外', en: 'Legacy clients are not covered' },
  LOCATION_SCOPE: {
    ja: '一部の場所だけが対象で、攻撃者は別の場所を選べる',
    en: 'Only some locations are covered, and an intruder chooses another',
  },
  LOCATION_TRUSTED: {
    ja: '信頼済みの場所ではパスワードだけで入れる',
    en: 'At a trusted location a password is enough',
  },
  MODERN_CLIENT: { ja: 'ブラウザーやアプリなど先進認証のクライアントが対象外', en: 'Modern clients are not covered' },
  NOT_IN_SCOPE: { ja: 'どのポリシーの対象にも入っていない', en: 'No policy includes the user' },
  NO_POLICY: { ja: '有効なポリシーがない', en: 'There is no policy in force' },
  OR_CONTROL: { ja: '多要素認証の代わりに別の条件でも入れる', en: 'Something else is accepted instead of MFA' },
  PER_USER_LEGACY: { ja: '旧来のユーザーごとのMFAだけに頼っている', en: 'Only the legacy per-user MFA asks for it' },
  PIM_ELIGIBLE: {
    ja: 'ロールの資格があるだけで、有効化するまで対象にならない',
    en: 'Only eligible for the role: not included until it is activated',
  },
  PLATFORM: {
    ja: '一部のOSだけが対象で、OSの種類は自己申告',
    en: 'Only some platforms are covered, and a client says what it likes',
  },
  POLICIES_UNREADABLE: { ja: 'ポリシーを取得できず判断できない', en: 'What decides it could not be read' },
  REPORT_ONLY: { ja: 'レポート専用モードで、強制されていない', en: 'Report-only: nothing is enforced' },
  RISK_ONLY: { ja: 'リスクが検出されたときだけ適用', en: 'Applies only when a risk is detected' },
  SCOPED_ROLE: {
    ja: '管理単位に限ったロールはポリシーの対象にならない',
    en: 'A role in an administrative unit is not included',
  },
  SECURITY_DEFAULTS_ADAPTIVE: {
    ja: 'セキュリティの既定値群により、必要とMicrosoftが判断したときだけ要求',
    en: 'Security defaults ask when Microsoft finds it necessary',
  },
  SESSION_ONLY: { ja: 'セッションの制御だけで、許可の条件がない', en: 'Limits the session and asks for nothing' },
  STRENGTH_NOT_REGISTERED: {
    ja: '要求される強度の認証方法を登録していない',
    en: 'No method of the required strength is registered',
  },
  TOO_MANY_SIGN_INS: {
    ja: 'ポリシーの組み合わせが多すぎて調べきれない',
    en: 'Policies combine in more ways than a scan tries',
  },
  UNKNOWN_CONTROL: {
    ja: '新しい条件や制御があり判断できない',
    en: 'A condition or control is newer than this version',
  },
  USER_ACTION_ONLY: { ja: 'ユーザー操作にだけ適用', en: 'Applies to user actions only' },
  WEAK_STRENGTH: { ja: '認証強度が多要素認証に当たらない', en: 'The authentication strength is no MFA' },
  WORKLOAD_ONLY: { ja: 'ワークロードIDにだけ適用', en: 'Applies to workload identities only' },
};
