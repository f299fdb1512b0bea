import type { ExposedKind } from '../network/exposure.ts';
import type { Unread } from '../unread.ts';

/** STUB: to be written. */
export interface AzureEndpoints {
  readonly endpoints: readonly never[];
  readonly unread: readonly { readonly kind: ExposedKind; readonly unread: Unread }[];
}
