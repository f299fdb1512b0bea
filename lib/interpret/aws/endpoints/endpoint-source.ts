import type { EndpointKind, ServiceEndpoint } from '../../../model/aws/service-endpoint.ts';
import type { AwsUnit } from '../../../model/unit.ts';
import type { Unread } from '../../../model/unread.ts';
import type { Answers } from '../../part.ts';

/** How the endpoints of one kind are made from raw answers. */
export interface EndpointSource {
  readonly kind: EndpointKind;
  /** The operation that lists them: without it, nothing of the kind is known. */
  readonly operation: string;
  /** Operations that say more of each. */
  readonly more: readonly string[];
  /** Pure. Throws a TypeError when an answer has not the documented shape. */
  endpoints(answers: Answers, unit: AwsUnit): readonly ServiceEndpoint[];
}

/** That an operation was not read, of one thing or at all; whoever judges adds what the service said. */
export function gapAt(operation: string, id: string): Unread {
  return { operation, code: 'NotCollected', message: `${operation} has no answer about ${id}` };
}

/** An endpoint of which nothing is known but that it is there. */
export function unreadEndpoint(
  named: Pick<ServiceEndpoint, 'kind' | 'id' | 'arn' | 'operation'>,
  unread: Unread,
): ServiceEndpoint {
  return { ...named, name: named.id, tags: {}, families: ['ipv4'], strength: 'open', unread: [unread] };
}
