import type { KnownAccounts } from '../model/aws/connection-relation.ts';
import type { ExternalConnection } from '../model/aws/external-connection.ts';
import type { OrganizationMembers } from '../model/aws/organization-members.ts';
import type { ConnectionFact } from '../model/facts/connection-fact.ts';
import type { Standard } from '../model/standard.ts';
import type { AwsUnit } from '../model/unit.ts';
import { connectionFact } from './connection-fact.ts';

/** The external connections of one region as facts. */
export function connectionFacts(
  { account, region }: AwsUnit,
  connections: readonly ExternalConnection[],
  organization: OrganizationMembers,
  { owners, trustedAccounts }: Pick<Standard, 'owners' | 'trustedAccounts'>,
): readonly ConnectionFact[] {
  const known: KnownAccounts = { own: account, organization, trusted: new Set(trustedAccounts.map(({ id }) => id)) };
  return connections.map((each) =>
    connectionFact({ provider: 'aws', account, region, id: each.arn }, each, known, owners),
  );
}
