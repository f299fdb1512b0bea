import type { RegisterEntry } from '../../model/register.ts';
import type { Text } from '../../model/text.ts';
import { keyOverlaps, type KeyOverlap } from './key-overlaps.ts';

/** More than these nobody reads. */
const mostShown = 50;

/** Says of each two rows that recognise one service in one place which of them holds: of the first fifty. */
export function overlapWarnings(entries: readonly RegisterEntry[]): readonly Text[] {
  const overlaps = keyOverlaps(entries)
    .take(mostShown + 1)
    .toArray();
  const warnings = overlaps.slice(0, mostShown).map(warningOf);
  return overlaps.length > mostShown ? [...warnings, { ja: '…ほかにもあります', en: '… and more' }] : warnings;
}

function warningOf({ winner, loser, isMoreSpecific }: KeyOverlap): Text {
  const why = isMoreSpecific
    ? { ja: 'より具体的なキーの', en: 'its key is the more specific one' }
    : { ja: '台帳で先にある', en: 'it comes first in the register' };
  return {
    ja: `警告: 検出キー「${winner.key}」(${winner.id})と「${loser.key}」(${loser.id})は、同じアカウントとリージョンで重なります。両方に当たるサービスには、${why.ja}${winner.id}を適用します。`,
    en: `Warning: the keys "${winner.key}" (${winner.id}) and "${loser.key}" (${loser.id}) overlap in the same accounts and regions; to services of both ${winner.id} applies, as ${why.en}.`,
  };
}
