import type { CredentialReport, CredentialRow } from '../model/aws/credential-report.ts';
import { identityStoreArn, peopleHolding, type Person } from '../model/aws/people-holding.ts';
import { privilegeClasses, type AccountAccess, type PrincipalAccess } from '../model/aws/principal-access.ts';
import type { PrincipalFact } from '../model/facts/principal-fact.ts';
import { ownerOf } from '../model/owner-of.ts';
import type { Owners } from '../model/standard.ts';
import { lastPart } from '../model/last-part.ts';

/** The users and roles of one account, and the people who come through IAM Identity Center, as facts. */
export function principalFacts(
  account: string,
  { principals }: AccountAccess,
  report: CredentialReport | undefined,
  owners: Owners,
): readonly PrincipalFact[] {
  const rows = new Map(report?.rows.map((row) => [row.arn, row]));
  return [
    ...principals.map((principal) => principalFact(account, principal, rows.get(principal.arn), owners)),
    ...peopleHolding({ principals }).map((each) => personFact(account, each)),
  ];
}

function principalFact(
  account: string,
  principal: PrincipalAccess,
  row: CredentialRow | undefined,
  owners: Owners,
): PrincipalFact {
  const { arn, name, kind, created, privileges, groups, policies, services, tags } = principal;
  const lastUsed = kind === 'role' ? principal.lastUsed : latest(row);
  const owner = ownerOf(tags, owners);
  return {
    provider: 'aws',
    account,
    kind: `iam-${kind}`,
    id: arn,
    name,
    ...(owner !== undefined && { owner }),
    privileges,
    ...chainOf(principal),
    ...(lastUsed && { lastUsed: lastUsed.toISOString() }),
    created: created.toISOString(),
    ...(row && { mfa: row.mfaActive }),
    groups: groups.map(lastPart),
    entitlements: { policies: policies.map((each) => each.name), services },
    reviewable: !principal.isServiceLinked,
  };
}

function chainOf({ steps, needs, verdict }: PrincipalAccess): Pick<PrincipalFact, 'chain' | 'conditions'> {
  return {
    chain: steps.map(({ technique, actor, target, what }) => ({ technique, actor, target, what })),
    conditions: verdict === 'conditional' ? needs.map(({ id }) => id) : [],
  };
}

/** A person, by the strongest of the permission sets that the person holds in the account. */
function personFact(account: string, { person, roles }: Person): PrincipalFact {
  const { name, enabled, groups } = person;
  const rank = ({ privileges }: PrincipalAccess): number => privilegeClasses.indexOf(privileges);
  const strongest = roles.reduce((one, other) => (rank(other) < rank(one) ? other : one));
  const uses = roles.flatMap(({ lastUsed }) => lastUsed ?? []).toSorted((a, b) => b.getTime() - a.getTime());
  const services = [...new Set(roles.flatMap((role) => role.services))].toSorted();
  return {
    provider: 'aws',
    account,
    kind: 'identity-center-user',
    id: identityStoreArn(person),
    name,
    privileges: strongest.privileges,
    ...chainOf(strongest),
    ...(uses[0] && { lastUsed: uses[0].toISOString() }),
    ...(enabled === false && { disabled: true }),
    groups,
    entitlements: {
      policies: roles.map((role) => role.permissionSet ?? role.name).toSorted(),
      services: services.includes('*') ? ['*'] : services,
    },
    reviewable: true,
  };
}

function latest(row: CredentialRow | undefined): Date | undefined {
  return row?.uses.map(({ at }) => at).toSorted((a, b) => b.getTime() - a.getTime())[0];
}
