/** Combining marks and joiners: they take no column of their own. */
const zeroWidth = /\p{Mn}|\p{Me}|\u200D|[\uFE00-\uFE0F]/u;

/** Wide and fullwidth characters (Unicode Standard Annex 11, "East Asian Width", classes W and F), and emoji. */
const wide =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{16FE0}-\u{1B2FF}\u{20000}-\u{3FFFD}]|\p{Emoji_Presentation}/u;

/** Columns that a text takes in a terminal: 2 for a full-width character, 0 for a combining mark. */
export function columnWidth(text: string): number {
  let columns = 0;
  for (const character of text) columns += characterWidth(character);
  return columns;
}

function characterWidth(character: string): number {
  if (character <= '\u007E') return 1;
  if (zeroWidth.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}

/** The text itself, or its beginning and `…`, so that it takes at most `columns` columns. Never cuts a character in two. */
export function shorten(text: string, columns: number): string {
  // A character takes at most one column less than it has code units, so a hostile name is never walked to its end.
  if (text.length <= columns && columnWidth(text) <= columns) return text;
  let kept = '';
  let used = 0;
  for (const character of text) {
    used += characterWidth(character);
    if (used > columns - 1 || kept.length > columns * 8) break;
    kept += character;
  }
  if (columns < 1) return '';
  return kept.length === text.length ? kept : `${kept}…`;
}

/** Fills up with spaces to `columns`; a longer text is shortened. */
export function pad(text: string, columns: number, side: 'left' | 'right' = 'right'): string {
  const fitted = shorten(text, columns);
  const space = ' '.repeat(Math.max(0, columns - columnWidth(fitted)));
  return side === 'right' ? fitted + space : space + fitted;
}
