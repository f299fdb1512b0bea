import type { Unread } from '../../model/unread.ts';

/** The gap that a prefix list leaves whose entries were not read. */
export function unreadPrefixList(id: string): Unread {
  const message = `the entries of prefix list ${id} were not read`;
  return { operation: 'ec2:GetManagedPrefixListEntries', code: 'NotCollected', message };
}
