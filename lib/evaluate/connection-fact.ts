import { connectionRelation, type KnownAccounts } from '../model/aws/connection-relation.ts';
import type { Counterpart, ExternalConnection } from '../model/aws/external-connection.ts';
import type { AzureConnection } from '../model/azure/connection.ts';
import type { ConnectionFact } from '../model/facts/connection-fact.ts';
import { ownerOf } from '../model/owner-of.ts';
import type { Standard } from '../model/standard.ts';

/** An external connection of any cloud as a fact of the place where it was found. */
export function connectionFact(
  place: Pick<ConnectionFact, 'provider' | 'account' | 'region' | 'id'>,
  connection: ExternalConnection | AzureConnection,
  known: KnownAccounts,
  owners: Standard['owners'],
): ConnectionFact {
  const { kind, name, tags, counterpart, state, reach, authentication, tunnels } = connection;
  const owner = ownerOf(tags, owners);
  const other = counterpartText(counterpart);
  return {
    provider: place.provider,
    account: place.account,
    region: place.region,
    kind,
    id: place.id,
    name,
    ...(owner !== undefined && { owner }),
    ...(other !== undefined && { counterpart: other }),
    relation: connectionRelation(counterpart, known),
    state,
    reach,
    ...(authentication && { authentication }),
    ...(tunnels && { encryption: tunnels }),
  };
}

/** An account or subscription, the address of premises, `users` or `anyone`. */
function counterpartText(counterpart: Counterpart): string | undefined {
  switch (counterpart.kind) {
    case 'account':
      return counterpart.id;
    case 'premises':
      return counterpart.address;
    case 'unread':
      return undefined;
    case 'users':
    case 'anyone':
      return counterpart.kind;
  }
}
