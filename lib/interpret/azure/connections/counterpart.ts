import type { Counterpart } from '../../../model/aws/external-connection.ts';
import { subscriptionOf } from '../../../model/azure/arm-id.ts';

/** The subscription that an id names; that nobody knows, where it names none. */
export function subscriptionBehind(id: string | undefined, operation: string): Counterpart {
  const subscription = id === undefined ? undefined : subscriptionOf(id);
  return subscription === undefined ? { kind: 'unread', operation } : { kind: 'account', id: subscription };
}
