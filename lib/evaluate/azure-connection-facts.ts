import type { AzureConnections } from '../model/azure/connection.ts';
import { connectionKnown } from '../model/azure/connection-known.ts';
import type { KnownSubscription } from '../model/azure/subscription.ts';
import type { ConnectionFact } from '../model/facts/connection-fact.ts';
import type { Standard } from '../model/standard.ts';
import { connectionFact } from './connection-fact.ts';

/** The external connections of a subscription as facts. */
export function azureConnectionFacts(
  subscription: string,
  { connections }: AzureConnections,
  subscriptions: readonly KnownSubscription[] | undefined,
  { owners, trustedAccounts }: Pick<Standard, 'owners' | 'trustedAccounts'>,
): readonly ConnectionFact[] {
  const known = connectionKnown(subscription, subscriptions, trustedAccounts);
  return connections.map((each) => {
    const place = { provider: 'azure', account: subscription, region: each.location || 'global', id: each.id } as const;
    return connectionFact(place, each, known, owners);
  });
}
