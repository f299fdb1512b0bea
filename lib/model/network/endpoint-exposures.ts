import type { UnreadKind } from '../aws/service-endpoint.ts';
import type { Exposure } from './exposure.ts';

/** The endpoints of a region or an account, held against the internet. */
export interface EndpointExposures {
  readonly exposures: readonly Exposure[];
  /** Kinds of which nothing was read. */
  readonly unread: readonly UnreadKind[];
}
