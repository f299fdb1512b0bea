import type { StoredKind, StoredThing } from '../../../model/aws/stored-data.ts';
import type { AwsUnit } from '../../../model/unit.ts';
import type { Answers, HowRead } from '../../part.ts';

/** How the things of one kind that keep data are made from raw answers. */
export interface StoredSource {
  readonly kind: StoredKind;
  /** The operation that lists them: without it, nothing of the kind is known. */
  readonly operation: string;
  /** Listed only once a register says that the use of its service has ended: before, that nobody asked is a choice. */
  readonly onceEnded?: true;
  /** Called once per thing of another list: what of it was not read leaves the kind read in part. */
  readonly each?: string;
  /** Operations that say whether what they were made of still stands. */
  readonly standing?: readonly string[];
  /** Pure. Throws a TypeError when an answer has not the documented shape. */
  things(answers: Answers, place: StoredPlace): readonly StoredThing[];
}

/** Where things are kept, and how the answers about them were come by. */
export interface StoredPlace {
  readonly unit: AwsUnit;
  readonly how: HowRead;
}

/** Leaves out what is not known, as optional members want it. */
export function known<T extends object>(members: T): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]?: Exclude<T[Key], undefined>;
  };
}
