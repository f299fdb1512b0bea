import type { Answers } from '../part.ts';
import { listOf, required } from '../shape.ts';
import { answersBy } from './answer.ts';

/** The blocks of prefix lists, by the list's id; a list that was not read is not in it. */
export type PrefixLists = ReadonlyMap<string, readonly string[]>;

/** The prefix lists whose entries were read. */
export function prefixListEntries(answers: Answers): PrefixLists {
  return answersBy(answers, 'ec2:GetManagedPrefixListEntries', 'PrefixListId', ({ Entries }) =>
    listOf(Entries, 'Entries').map((entry) => required(entry.Cidr, 'Cidr')),
  );
}
