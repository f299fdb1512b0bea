import { genericWords, sharedWords } from '../generic-words.ts';

const generic = new Set([...genericWords, ...sharedWords]);
const shared = new Set(sharedWords);
/** Words that are written together: `testuser`, `devteam`, `共用管理者`. */
const compound = new RegExp(`^(?:${[...generic].join('|')})+$`, 'u');
/** Japanese is written without spaces, so its words are found within others: `営業部共用`. */
const japaneseShared = sharedWords.filter((word) => /\P{ASCII}/u.test(word));

/**
 * The words that make a name generic, or none when the name may be a person's or one system's. Whole words only:
 * `testaverde.mario` has none.
 */
export function genericWordsIn(name: string): readonly string[] {
  const words = wordsOf(name);
  const telling = words.filter((word) => shared.has(word) || japaneseShared.some((part) => word.includes(part)));
  if (telling.length > 0) return telling;
  return words.length > 0 && words.every((word) => generic.has(word) || compound.test(word)) ? words : [];
}

/** Whether the name is an e-mail address. */
export function isMailAddress(name: string): boolean {
  return /^[^@\s]+@[^@\s]+\.[^@\s.]+$/.test(name);
}

/** The words of a name, in lower case and without numbers; of an e-mail address, those before the @. */
function wordsOf(name: string): string[] {
  const local = isMailAddress(name) ? name.slice(0, name.indexOf('@')) : name;
  return local
    .replaceAll(/(?<=\p{Ll})(?=\p{Lu})/gu, ' ')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
}
