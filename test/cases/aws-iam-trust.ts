import type { CaseFile } from './case-file.ts';
import { evaluate } from './case-file.ts';
import { organizationUnit } from './organization-unit.ts';
import { globalUnit } from './units.ts';

interface TrustCase {
  readonly context: { readonly accountId: string; readonly orgId?: string; readonly orgAccounts?: readonly string[] };
  readonly roleName: string;
  readonly trust: object;
  readonly asOf?: string;
  readonly expect: { readonly exposed: boolean; readonly kind?: string; readonly reason?: string };
}

/** Who from outside may assume a role: one trust policy. */
export const awsIamTrust: CaseFile = {
  file: 'aws-iam-trust.json',
  compare(example) {
    const { context, roleName, trust, asOf = '2026-01-01T00:00:00Z', expect } = example as TrustCase;
    const { accountId, orgId, orgAccounts = [] } = context;
    const arn = `arn:aws:iam::${accountId}:role/${roleName}`;
    const role = {
      Path: '/',
      RoleName: roleName,
      RoleId: 'AROACASE',
      Arn: arn,
      CreateDate: asOf,
      AssumeRolePolicyDocument: trust,
    };
    const snapshot = globalUnit(accountId, asOf, {
      'iam:GetAccountAuthorizationDetails': {
        UserDetailList: [],
        GroupDetailList: [],
        RoleDetailList: [role],
        Policies: [],
      },
    });
    const organization = orgId
      ? organizationUnit(
          { id: orgId, account: accountId, accounts: orgAccounts, isManagement: false, levels: [] },
          asOf,
        )
      : undefined;
    const { findings } = evaluate([snapshot], organization);
    const failures = findings.filter(
      ({ check, status, severity }) =>
        status === 'fail' &&
        (check === 'aws-external-trust' || (check === 'aws-oidc-trust-open' && severity !== 'low')),
    );
    return [
      {
        about: roleName,
        expected: String(expect.exposed),
        found: String(failures.length > 0),
        reason: `${expect.kind}: ${expect.reason}; found ${findings.map(({ detail }) => detail.en).join(' ') || 'nothing'}`,
      },
    ];
  },
};
