import type { RegisterEntry } from '../register.ts';
import type { Unread } from '../unread.ts';
import type { ServiceUse } from './service-use.ts';

/**
 * What a use lacks. `unregistered`: no row is about it; `forbidden`, `ended`: its row says so; `outside-regions`,
 * `outside-accounts`: its row approves of it elsewhere; `unchecked`: nobody looked into the contract or its security;
 * `overdue`: a review or the approval ran out.
 */
export const useGaps = [
  'unregistered',
  'forbidden',
  'ended',
  'outside-regions',
  'outside-accounts',
  'unchecked',
  'overdue',
] as const;

/** One of {@link useGaps}. */
export type UseGap = (typeof useGaps)[number];

/** A use beside the row of the register that it falls under. */
export interface ReviewedUse {
  readonly use: ServiceUse;
  /** Absent where there is none. */
  readonly entry?: RegisterEntry;
  /** Empty where all is well, and where nobody is asked for an approval. */
  readonly gaps: readonly UseGap[];
}

/** What an account, subscription or tenant uses, held against the register. */
export interface ServiceReview {
  readonly uses: readonly ReviewedUse[];
  /** Layers that tell of uses and were not read: what they alone would tell is missing. */
  readonly unread: readonly Unread[];
}

/** Things that were stored by a service whose use has ended. */
export interface LeftData {
  readonly entry: RegisterEntry;
  readonly thing: LeftThing;
}

/** Something that may still hold data, of any cloud. */
export interface LeftThing {
  /** `ebs-snapshot`, or a type of Azure resource. */
  readonly kind: string;
  /** ARN or ARM id. */
  readonly id: string;
  readonly name: string;
  readonly region: string;
  readonly operation: string;
  /** ISO 8601, where the answer says so. */
  readonly created?: string;
  readonly sizeGiB?: number;
  /** What it was made of, and whether that is gone. */
  readonly source?: string;
  readonly sourceIsGone?: boolean;
  /** When the service deletes it by itself. */
  readonly deletedOn?: string;
  /** Nobody can delete it sooner than the service does by itself. */
  readonly mustWait?: boolean;
  /** A disk that belongs to no machine. */
  readonly isUnattached?: boolean;
  /** Who answers for it, where a tag says so. */
  readonly owner?: string;
}

/** What is left of services whose use has ended, in an account or subscription. */
export interface LeftServices {
  readonly left: readonly LeftData[];
  /** Ended services of which some kind of thing was not read. */
  readonly unread: readonly { readonly entry: RegisterEntry; readonly kind: string; readonly unread: Unread }[];
  /** Ended services of which nothing is left, as far as it is known where they keep data. */
  readonly clean: readonly RegisterEntry[];
  /** Ids of everything stored that was seen, whosoever's: what stands here was not deleted. */
  readonly present: readonly string[];
}
