import { connectionRelation, type KnownAccounts } from '../model/aws/connection-relation.ts';
import type { Counterpart, ExternalConnection } from '../model/aws/external-connection.ts';
import type { OrganizationMembers } from '../model/aws/organization-members.ts';
import type { ConnectionFact } from '../model/facts/connection-fact.ts';
import { ownerOf } from '../model/owner-of.ts';
import type { Standard } from '../model/standard.ts';
import type { AwsUnit } from '../model/unit.ts';

/** The external connections of one region as facts. */
export function connectionFacts(
  { account, region }: AwsUnit,
  connections: readonly ExternalConnection[],
  organization: OrganizationMembers,
  { owners, trustedAccounts }: Pick<Standard, 'owners' | 'trustedAccounts'>,
): readonly ConnectionFact[] {
  const known: KnownAccounts = { own: account, organization, trusted: new Set(trustedAccounts.map(({ id }) => id)) };
  return connections.map(({ kind, arn, name, tags, counterpart, state, reach, authentication, tunnels }) => {
    const owner = ownerOf(tags, owners);
    const other = counterpartText(counterpart);
    return {
      provider: 'aws',
      account,
      region,
      kind,
      id: arn,
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
