import type { MfaStatus } from '../../model/entra/mfa-coverage.ts';
import type { Text } from '../../model/text.ts';

/** Whether a user gets in with the password alone, in a word or two. */
export const mfaStatusText: Readonly<Record<MfaStatus, Text>> = {
  ok: { ja: '常に必要', en: 'Always asked' },
  enforcedNotRegistered: { ja: '必要だが未登録', en: 'Asked, not registered' },
  capableNotEnforced: { ja: '登録済みだが不要', en: 'Registered, never asked' },
  unprotected: { ja: '無防備', en: 'Unprotected' },
  partial: { ja: '一部だけ必要', en: 'Asked in part' },
  conditional: { ja: '社内・管理端末では不要', en: 'Not asked inside' },
  adaptive: { ja: '必要時のみ(既定値群)', en: 'When Microsoft decides' },
  enforcedAtHome: { ja: '所属元で実施', en: 'At the home tenant' },
  declaredException: { ja: '宣言した例外', en: 'Declared exception' },
  disabledAccount: { ja: '無効', en: 'Disabled' },
  unknown: { ja: '確認不能', en: 'Unknown' },
};
