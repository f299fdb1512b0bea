import type { Counterpart } from '../model/aws/external-connection.ts';
import { connectionRelation } from '../model/aws/connection-relation.ts';
import type { AzureConnections } from '../model/azure/connection.ts';
import { connectionKnown } from '../model/azure/connection-known.ts';
import type { KnownSubscription } from '../model/azure/subscription.ts';
import type { ConnectionFact } from '../model/facts/connection-fact.ts';
import { ownerOf } from '../model/owner-of.ts';
import type { Standard } from '../model/standard.ts';

/** The external connections of a subscription as facts. */
export function azureConnectionFacts(
  subscription: string,
  { connections }: AzureConnections,
  subscriptions: readonly KnownSubscription[] | undefined,
  { owners, trustedAccounts }: Pick<Standard, 'owners' | 'trustedAccounts'>,
): readonly ConnectionFact[] {
  const known = connectionKnown(subscription, subscriptions, trustedAccounts);
  return connections.map((connection) => {
    const { kind, id, name, location, tags, counterpart, state, reach, authentication, tunnels } = connection;
    const owner = ownerOf(tags, owners);
    const other = counterpartText(counterpart);
    return {
      provider: 'azure',
      account: subscription,
      region: location || 'global',
      kind,
      id,
      name,
      ...(owner !== undefined && { owner }),
      ...(other !== undefined && { counterpart: other }),
      relation: connectionRelation(counterpart, known),
      state,
      reach,
      ...(authentication && { authentication }),
      ...(tunnels && { encryption: tunnels }),
    };
  });
}

/** A subscription, the address of premises, `users` or `anyone`. */
function counterpartText(counterpart: Counterpart): string | undefined {
  if (counterpart.kind === 'account') return counterpart.id;
  if (counterpart.kind === 'premises') return counterpart.address;
  return counterpart.kind === 'unread' ? undefined : counterpart.kind;
}
