import type { Unread } from '../model/unread.ts';

/** What was asked in vain, if anything was: what nobody asked for is no gap. */
export function meantToRead(unread: Unread | undefined): readonly Unread[] {
  return unread && unread.code !== 'NotSelected' ? [unread] : [];
}
