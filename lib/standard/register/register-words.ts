import { registerStates, type RegisterEntry, type RegisterState } from '../../model/register.ts';
import type { Text } from '../../model/text.ts';

/** What people call the states, in sheets and reports. */
export const stateWords = {
  approved: { ja: '承認済み', en: 'Approved' },
  conditional: { ja: '条件付き承認', en: 'Conditional' },
  retiring: { ja: '利用終了予定', en: 'Retiring' },
  retired: { ja: '利用終了', en: 'Retired' },
  forbidden: { ja: '利用禁止', en: 'Forbidden' },
} as const satisfies Record<RegisterState, Text>;

/** Other words for the states. */
const moreWords: Readonly<Record<string, RegisterState>> = {
  承認: 'approved',
  承認済: 'approved',
  条件付承認: 'conditional',
  条件付き: 'conditional',
  終了予定: 'retiring',
  終了: 'retired',
  終了済み: 'retired',
  利用終了済み: 'retired',
  禁止: 'forbidden',
};

/** Kinds of services. */
export const registerKinds = ['IaaS', 'PaaS', 'SaaS'] as const satisfies readonly RegisterEntry['kind'][];

/** A word without what people write this way or that: width, case, white space. */
export function plainWord(word: string): string {
  return word.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '');
}

const states = new Map<string, RegisterState>([
  ...Object.entries(moreWords),
  ...registerStates.flatMap((state) =>
    [state, stateWords[state].ja, stateWords[state].en].map((word): [string, RegisterState] => [
      plainWord(word),
      state,
    ]),
  ),
]);

/** The state that a word means. */
export function stateOf(word: string): RegisterState | undefined {
  return states.get(plainWord(word));
}

/** The kind that a word means. */
export function kindOf(word: string): RegisterEntry['kind'] | undefined {
  return registerKinds.find((kind) => plainWord(kind) === plainWord(word));
}
