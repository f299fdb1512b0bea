import { YAMLParseError, type ErrorCode } from 'yaml';
import type { Text } from '../model/text.ts';

/** The faults that people make; the parser has words of its own for them in English. */
const faults: Partial<Record<ErrorCode, string>> = {
  BAD_ALIAS: '別名(*)の書き方が正しくありません',
  BAD_DQ_ESCAPE: '二重引用符の中の \\ の書き方が正しくありません。一重引用符で囲んでください',
  BAD_INDENT: '字下げがそろっていません',
  BAD_SCALAR_START: 'この記号で始まる値は引用符で囲んでください',
  BLOCK_AS_IMPLICIT_KEY: 'キーと値の並びがここでは書けません。字下げと引用符を確認してください',
  BLOCK_IN_FLOW: '[ ] や { } の中に行で分けた一覧は書けません',
  DUPLICATE_KEY: '同じキーが2つあります。一方を消してください',
  MISSING_CHAR: '必要な記号がありません。引用符や括弧が閉じているか、コロンや読点の位置を確認してください',
  MULTILINE_IMPLICIT_KEY: 'キーは1行で書いてください。コロンと引用符を確認してください',
  MULTIPLE_DOCS: '文書は1つだけ書いてください(--- で分けられません)',
  TAB_AS_INDENT: '字下げにタブは使えません。空白を使ってください',
  UNEXPECTED_TOKEN: 'ここには書けない記号があります。引用符で囲むか、字下げを確認してください',
};

/** What the parser throws without a code. */
const others: readonly (readonly [RegExp, Text])[] = [
  [
    /^Excessive alias count/,
    {
      ja: '別名(*)の使用が多すぎます。値をそのまま書いてください',
      en: 'there are too many aliases (*); write the values themselves',
    },
  ],
  [
    /^Unresolved alias/,
    {
      ja: '別名(*)が指す値(&)がありません。別名より前に書いてください',
      en: 'an alias (*) has no value (&) before it; write it above, or the value itself',
    },
  ],
  [
    /^Merge sources/,
    {
      ja: '<< には、それより前にある項目の組(&)の別名(*)を書いてください',
      en: 'write an alias (*) of fields that stand above (&) after <<',
    },
  ],
];

/** Says what keeps a text from being YAML: what its parser threw, without saying where. */
export function yamlFault(cause: unknown): Text {
  const said = (cause instanceof Error ? cause.message : String(cause)).split('\n')[0] ?? '';
  const known = others.find(([pattern]) => pattern.test(said))?.[1];
  if (known) return known;
  const fault = cause instanceof YAMLParseError ? faults[cause.code] : undefined;
  return { ja: fault ? `YAMLとして読めません: ${fault}` : `YAMLとして読めません(${said})`, en: said };
}
