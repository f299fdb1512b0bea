import type { CredentialReport, CredentialRow } from '../model/aws/credential-report.ts';
import type { AccountAccess, PrincipalAccess } from '../model/aws/principal-access.ts';
import type { PrincipalFact } from '../model/facts/principal-fact.ts';
import { lastPart } from '../model/last-part.ts';

/** The users and roles of one account, as facts. */
export function principalFacts(
  account: string,
  { principals }: AccountAccess,
  report: CredentialReport | undefined,
): readonly PrincipalFact[] {
  const rows = new Map(report?.rows.map((row) => [row.arn, row]));
  return principals.map((principal) => principalFact(account, principal, rows.get(principal.arn)));
}

function principalFact(account: string, principal: PrincipalAccess, row: CredentialRow | undefined): PrincipalFact {
  const { arn, name, kind, created, privileges, steps, needs, groups, policies, services, verdict } = principal;
  const lastUsed = kind === 'role' ? principal.lastUsed : latest(row);
  return {
    provider: 'aws',
    account,
    kind: `iam-${kind}`,
    id: arn,
    name,
    privileges,
    chain: steps.map(({ technique, actor, target, what }) => ({ technique, actor, target, what })),
    conditions: verdict === 'conditional' ? needs.map(({ id }) => id) : [],
    ...(lastUsed && { lastUsed: lastUsed.toISOString() }),
    created: created.toISOString(),
    ...(row && { mfa: row.mfaActive }),
    groups: groups.map(lastPart),
    entitlements: { policies: policies.map((each) => each.name), services },
    reviewable: !principal.isServiceLinked,
  };
}

function latest(row: CredentialRow | undefined): Date | undefined {
  return row?.uses.map(({ at }) => at).toSorted((a, b) => b.getTime() - a.getTime())[0];
}
