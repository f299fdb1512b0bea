import type { RegisterEntry } from '../../model/register.ts';
import type { LeftThing } from '../../model/services/service-review.ts';
import type { Unread } from '../../model/unread.ts';

/** Something stored, with the keys of the services whose data it may hold. */
export interface Stored {
  readonly keys: readonly string[];
  readonly thing: LeftThing;
}

/** What is stored in an account or subscription, and kinds of it that were not read. */
export interface StoredIn {
  readonly provider: 'aws' | 'azure';
  readonly stored: readonly Stored[];
  /** Whether what was read would tell of all that a row's services keep. */
  knows(entry: RegisterEntry): boolean;
  /** `any`: whatever the key. */
  readonly unread: readonly {
    readonly keys: readonly string[] | 'any';
    readonly kind: string;
    readonly unread: Unread;
  }[];
}
