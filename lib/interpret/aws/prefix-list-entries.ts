import type { Answers } from '../part.ts';
import { listOf, required } from '../shape.ts';
import { keyedAnswersOf } from './answer.ts';

/** The blocks of prefix lists, by the list's id; a list that was not read is not in it. */
export type PrefixLists = ReadonlyMap<string, readonly string[]>;

/** The prefix lists whose entries were read. */
export function prefixListEntries(answers: Answers): PrefixLists {
  const lists = keyedAnswersOf(answers, 'ec2:GetManagedPrefixListEntries');
  return new Map(
    lists.map(({ input, output }) => [
      String(input['PrefixListId']),
      listOf(output.Entries, 'Entries').map((entry) => required(entry.Cidr, 'Cidr')),
    ]),
  );
}
