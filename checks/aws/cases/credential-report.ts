import { account, collectedAt } from './units.ts';

/** The columns of the credential report, as a row without any credential fills them. */
const blank = {
  user: '',
  arn: '',
  user_creation_time: '2020-04-01T00:00:00+00:00',
  password_enabled: 'false',
  password_last_used: 'N/A',
  password_last_changed: 'N/A',
  password_next_rotation: 'N/A',
  mfa_active: 'false',
  access_key_1_active: 'false',
  access_key_1_last_rotated: 'N/A',
  access_key_1_last_used_date: 'N/A',
  access_key_1_last_used_region: 'N/A',
  access_key_1_last_used_service: 'N/A',
  access_key_2_active: 'false',
  access_key_2_last_rotated: 'N/A',
  access_key_2_last_used_date: 'N/A',
  access_key_2_last_used_region: 'N/A',
  access_key_2_last_used_service: 'N/A',
  cert_1_active: 'false',
  cert_1_last_rotated: 'N/A',
  cert_2_active: 'false',
  cert_2_last_rotated: 'N/A',
};

/** Columns of a row, by name. */
export type ReportRow = Readonly<Partial<typeof blank>>;

/**
 * The answer of `iam:GetCredentialReport` with these rows; columns that are not given say that there is nothing, and
 * a root user without any use is there unless one is given.
 */
export function credentialReport(...rows: readonly ReportRow[]): Readonly<Record<string, unknown>> {
  return reportOf(rows.some((row) => row.user === '<root_account>') ? rows : [root(), ...rows]);
}

/** The answer with these rows and no other. */
export function reportOf(rows: readonly ReportRow[]): Readonly<Record<string, unknown>> {
  const columns = Object.keys(blank);
  const lines = rows.map((row) => Object.values({ ...blank, ...row }).join(','));
  const csv = [columns.join(','), ...lines].join('\n');
  return { 'iam:GetCredentialReport': { Content: btoa(csv), GeneratedTime: collectedAt, ReportFormat: 'text/csv' } };
}

/** The row of a user who was created in 2020 and has no credentials. */
export function user(name: string, columns: ReportRow = {}): ReportRow {
  return { user: name, arn: `arn:aws:iam::${account}:user/${name}`, ...columns };
}

/** The row of the root user. */
export function root(columns: ReportRow = {}): ReportRow {
  return {
    user: '<root_account>',
    arn: `arn:aws:iam::${account}:root`,
    password_enabled: 'not_supported',
    password_last_used: 'no_information',
    password_last_changed: 'not_supported',
    password_next_rotation: 'not_supported',
    ...columns,
  };
}
