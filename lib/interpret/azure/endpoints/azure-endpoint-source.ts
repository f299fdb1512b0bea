import type { AzureEndpoint, AzureEndpointKind } from '../../../model/azure/endpoint.ts';
import type { Answers } from '../../part.ts';

/** How the endpoints of some kinds are made from raw answers. */
export interface AzureEndpointSource {
  /** The kinds that the operation lists: what is not read is unread for each. */
  readonly kinds: readonly AzureEndpointKind[];
  /** The operation that lists them: without it, nothing of the kinds is known. */
  readonly operation: string;
  /** Operations that say more of each. */
  readonly more?: readonly string[];
  /** Pure. Throws a TypeError when an answer has not the documented shape. */
  endpoints(answers: Answers): readonly AzureEndpoint[];
}
