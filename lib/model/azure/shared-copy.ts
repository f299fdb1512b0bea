import type { Unread } from '../unread.ts';

/** Kinds of copies of machines and their disks that others may be let read. */
export type AzureSharedKind = 'compute-gallery' | 'managed-disk' | 'disk-snapshot';

/** A copy, and who may read it beside those whom roles let. */
export interface AzureSharedCopy {
  readonly kind: AzureSharedKind;
  /** ARM id. */
  readonly id: string;
  readonly name: string;
  readonly location: string;
  readonly operation: string;
  /** Everybody; whoever has the link; nobody. Absent where the answer does not tell. */
  readonly openTo?: 'everybody' | 'link' | 'nobody';
  /** The settings that say so, as Azure writes them. */
  readonly said: string;
  readonly unread?: Unread;
}

/** The copies of a subscription, each kind as far as it was read. */
export interface AzureSharedCopies {
  readonly copies: readonly AzureSharedCopy[];
  readonly unread: readonly { readonly kind: AzureSharedKind; readonly unread: Unread }[];
}
