import { shorten } from '../wording/column-width.ts';
import { plainText } from '../wording/plain-text.ts';

/**
 * A name chosen by a stranger, for a mail: one safe line of at most `columns` columns in which no mail program finds an
 * address to make a link of, because a link in this mail would be trusted.
 */
export function mailName(name: string, columns: number): string {
  // Longer names are cut before they are looked at: what is shown cannot need more.
  const beginning = name.slice(0, columns * 8);
  return shorten(plainText(beginning).replaceAll('://', '[:]//').replaceAll(/www\./gi, 'www[.]'), columns);
}
