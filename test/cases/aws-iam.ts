import type { CaseFile, Comparison } from './case-file.ts';
import { evaluate } from './case-file.ts';
import { credentialReportAnswer } from './credential-report-csv.ts';
import { decisionOf, type CaseDecision } from './iam-decision.ts';
import { organizationUnit, type CaseLevel } from './organization-unit.ts';
import { regionUnits } from './resource-units.ts';
import { globalUnit } from './units.ts';

interface IamCase {
  readonly accountId: string;
  readonly asOf: string;
  readonly account: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
  readonly credentialReport?: readonly Readonly<Record<string, unknown>>[];
  readonly resources?: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;
  readonly isManagementAccount?: boolean;
  readonly scps?: readonly CaseLevel[];
  readonly rcps?: readonly CaseLevel[];
  readonly conditions?: readonly unknown[];
  readonly decisions?: readonly CaseDecision[];
  readonly expect: Readonly<Record<string, Expectation>>;
}

interface Expectation {
  readonly admin: boolean;
  readonly conditions?: readonly unknown[];
  readonly reason?: string;
}

/** Effective permissions and escalation in one account. */
export const awsIam: CaseFile = {
  file: 'aws-iam.json',
  compare(example) {
    const given = example as IamCase;
    const { accountId, asOf, expect, decisions = [] } = given;
    const organization = organizationUnit(
      {
        id: 'o-case000001',
        account: accountId,
        accounts: [accountId],
        isManagement: given.isManagementAccount ?? false,
        levels: given.scps ?? [],
        ...(given.rcps && { resourceLevels: given.rcps }),
      },
      asOf,
    );
    const global = globalUnit(accountId, asOf, {
      'iam:GetAccountAuthorizationDetails': given.account,
      'iam:GetCredentialReport': credentialReportAnswer(reportRows(given), accountId, asOf),
    });
    const snapshots = [global, ...regionUnits(accountId, asOf, given.resources ?? {})];
    const { facts } = evaluate(snapshots, organization);
    const verdicts = Object.entries(expect).map(([arn, expectation]): Comparison => {
      const fact = facts.principals.find(({ id }) => id === arn);
      const isConditional = fact?.privileges === 'may-become-administrator';
      const listed = (expectation.conditions ?? given.conditions ?? []).length > 0;
      const isAdmin = fact?.privileges === 'administrator' || fact?.privileges === 'can-become-administrator';
      const chain = fact?.chain.map(({ technique }) => technique).join(' → ') ?? 'no such principal';
      return {
        about: arn,
        expected: `admin ${expectation.admin}`,
        found: `admin ${isAdmin || (isConditional && listed)}`,
        reason: `${expectation.reason ?? ''}; found ${fact?.privileges} ${chain} ${fact?.conditions.join(', ') ?? ''}`,
      };
    });
    return [...verdicts, ...decisions.map((decision) => decisionOf(decision, snapshots, organization))];
  },
};

/** One row for each user: what the case says of credentials, and none where it says nothing. */
function reportRows({ account, credentialReport = [] }: IamCase): readonly Readonly<Record<string, unknown>>[] {
  return (account['UserDetailList'] ?? []).map((user) => {
    const row = credentialReport.find((each) => each['user'] === user['UserName']) ?? {};
    const { access_keys: keys, ...columns } = row;
    // An inactive key shows by the date of its last change alone.
    const slots = [1, 2].filter((slot) => typeof keys === 'number' && slot <= keys);
    const changed = Object.fromEntries(
      slots.map((slot) => [`access_key_${slot}_last_rotated`, '2024-01-01T00:00:00+00:00']),
    );
    return { user: user['UserName'], arn: user['Arn'], ...changed, ...columns };
  });
}
