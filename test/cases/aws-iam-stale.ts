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
    const arn = String(credentialReportRow?.['arn'] ?? role?.['Arn'] ?? '');
    const account = arn.split(':')[4] ?? '';
    const rows = credentialReportRow ? [credentialReportRow] : [];
    const snapshot = globalUnit(account, asOf, {
      'iam:GetCredentialReport': credentialReportAnswer(rows, account, asOf),
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
    case 'aws-user-stale':
      return [column.startsWith('password_last') ? 'stale-password' : 'user-without-usable-credentials'];
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
