import type { Finding } from '../../lib/model/finding.ts';
import type { CaseFile, Comparison } from './case-file.ts';
import { evaluate } from './case-file.ts';
import { credentialReportAnswer } from './credential-report-csv.ts';
import { globalUnit } from './units.ts';

interface StaleCase {
  readonly asOf: string;
  readonly thresholdDays: number;
  readonly graceDays: number;
  readonly credentialReportRow?: Readonly<Record<string, unknown>>;
  readonly role?: Readonly<Record<string, unknown>>;
  readonly expect: readonly { readonly finding: string; readonly key?: string | number; readonly evidence?: string }[];
}

/** Stale credentials and roles: one row of the credential report, or one role. */
export const awsIamStale: CaseFile = {
  file: 'aws-iam-stale.json',
  compare(example) {
    const { asOf, thresholdDays, graceDays, credentialReportRow, role, expect } = example as StaleCase;
    const arn = credentialReportRow?.['arn'] ?? role?.['Arn'];
    if (typeof arn !== 'string') throw new TypeError('a case is about one row of the report, or one role');
    const account = arn.split(':')[4] ?? '';
    const rows = credentialReportRow ? [credentialReportRow] : [];
    const snapshot = globalUnit(account, asOf, {
      'iam:GetCredentialReport': credentialReportAnswer(rows, account, asOf),
      ...(credentialReportRow?.['user'] === '<root_account>' && {
        'iam:GetAccountSummary': { SummaryMap: summaryOf(credentialReportRow) },
      }),
      'iam:GetAccountAuthorizationDetails': {
        UserDetailList: [],
        GroupDetailList: [],
        RoleDetailList: role ? [{ RoleId: 'AROACASE', AssumeRolePolicyDocument: trust, ...role }] : [],
        Policies: [],
      },
    });
    const { findings } = evaluate([snapshot], undefined, {
      thresholds: {
        staleDays: thresholdDays,
        graceDays,
        accessKeyAgeDays: thresholdDays,
        rootUnusedDays: thresholdDays,
      },
    });
    const found = findings.filter(({ status, resource }) => status === 'fail' && resource.id === arn).flatMap(wordsOf);
    const wanted = expect.map(({ finding, key }) => (key === undefined ? finding : `${finding} ${key}`));
    return [compareSets(wanted, [...new Set(found)], expect)];
  },
};

const trust = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
};

/** What the account's summary says of the root user that a row of the report is about. */
function summaryOf(row: Readonly<Record<string, unknown>>): Readonly<Record<string, number>> {
  const has = (...columns: readonly string[]): number =>
    columns.some((column) => /^true$/i.test(String(row[column]))) ? 1 : 0;
  return {
    AccountMFAEnabled: has('mfa_active'),
    AccountAccessKeysPresent: has('access_key_1_active', 'access_key_2_active'),
    // The report does not say it of most root users, who have one.
    AccountPasswordPresent: /^false$/i.test(String(row['password_enabled'])) ? 0 : 1,
  };
}

function compareSets(wanted: readonly string[], found: readonly string[], expect: StaleCase['expect']): Comparison {
  const evidence = expect.flatMap((each) => each.evidence ?? []).join('; ');
  return {
    about: 'findings',
    expected: wanted.toSorted().join(', '),
    found: found.toSorted().join(', '),
    reason: evidence,
  };
}

/** The words of the case file for a finding of the product. */
function wordsOf({ check, evidence }: Finding): readonly string[] {
  const column = evidence[0]?.ref.split('#')[1] ?? '';
  const key = /^access_key_(\d)/.exec(column)?.[1];
  switch (check) {
    case 'aws-password-stale':
      return ['stale-password'];
    case 'aws-user-stale':
      return column === 'password_enabled' ? ['user-without-usable-credentials'] : [];
    case 'aws-access-key-stale':
      return [`stale-access-key ${key}`];
    case 'aws-access-key-old':
      return [`old-access-key ${key}`];
    case 'aws-role-stale':
      return [evidence[0]?.ref.includes('/aws-reserved/sso') ? 'stale-permission-set-assignment' : 'stale-role'];
    case 'aws-signing-certificate':
      return ['active-signing-certificate'];
    case 'aws-root-access-key':
      return ['root-access-key'];
    case 'aws-root-used':
      return ['root-used-recently'];
    case 'aws-root-mfa':
      return ['root-without-mfa'];
    default:
      return [];
  }
}
