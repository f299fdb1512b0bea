import type { ServiceUse } from '../services/service-use.ts';
import type { Unread } from '../unread.ts';

/** A region that an account can use. */
export interface EnabledRegion {
  readonly name: string;
  /** Somebody opted in to it: it is not one of those that every account has, and can be disabled again. */
  readonly isOptedIn: boolean;
}

/** What an account uses in a region. */
export interface RegionUse extends EnabledRegion {
  /** Without what is part of every account. */
  readonly uses: readonly ServiceUse[];
  /** Why nobody knows what stands there; absent where it was read. */
  readonly unread?: Unread;
}
