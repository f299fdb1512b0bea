import type { RegisterGap } from '../../model/facts/register-row.ts';
import type { RegisterState } from '../../model/register.ts';
import type { Text } from '../../model/text.ts';

/** What the register and reality lack of each other, in a word or two; `fine` where nothing is missing. */
export const registerGapText: Readonly<Record<RegisterGap | 'fine', Text>> = {
  forbidden: { ja: '利用禁止', en: 'Forbidden' },
  ended: { ja: '利用終了後の使用', en: 'Used after its end' },
  unregistered: { ja: '台帳になし', en: 'Not in the register' },
  'outside-regions': { ja: '承認リージョン外', en: 'Outside approved regions' },
  'outside-accounts': { ja: '承認アカウント外', en: 'Outside approved accounts' },
  unchecked: { ja: '確認なし', en: 'Not checked' },
  overdue: { ja: '期限超過', en: 'Overdue' },
  unseen: { ja: '使用なし', en: 'Not in use' },
  unwatched: { ja: '点検対象外', en: 'Not scanned' },
  fine: { ja: '問題なし', en: 'No gap' },
};

/** What a row of the register says of its service. */
export const registerStateText: Readonly<Record<RegisterState, Text>> = {
  approved: { ja: '承認', en: 'Approved' },
  conditional: { ja: '条件付き承認', en: 'Approved under conditions' },
  retiring: { ja: '利用終了予定', en: 'Being retired' },
  retired: { ja: '利用終了', en: 'Retired' },
  forbidden: { ja: '利用禁止', en: 'Forbidden' },
};

/** The clouds by name. */
export const providerText: Readonly<Record<'aws' | 'azure' | 'entra', string>> = {
  aws: 'AWS',
  azure: 'Azure',
  entra: 'Entra',
};
