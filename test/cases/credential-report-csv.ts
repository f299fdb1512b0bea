/** The columns of the credential report, with what a row without credentials says. */
const blank: Readonly<Record<string, string>> = {
  user: '',
  arn: '',
  user_creation_time: '2020-01-01T00:00:00+00:00',
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

/** The answer of `iam:GetCredentialReport` with these rows, and a root user that nobody uses where none is given. */
export function credentialReportAnswer(
  rows: readonly Readonly<Record<string, unknown>>[],
  account: string,
  collectedAt: string,
): object {
  const root: Readonly<Record<string, unknown>> = {
    user: '<root_account>',
    arn: `arn:aws:iam::${account}:root`,
    password_enabled: 'not_supported',
    password_last_used: 'no_information',
    password_last_changed: 'not_supported',
    password_next_rotation: 'not_supported',
    mfa_active: 'true',
  };
  const all = rows.some(({ user }) => user === '<root_account>') ? rows : [root, ...rows];
  const lines = all.map((row) =>
    Object.keys(blank)
      .map((column) => textOf(row[column] ?? blank[column]))
      .join(','),
  );
  const csv = [Object.keys(blank).join(','), ...lines].join('\n');
  return { Content: Buffer.from(csv).toString('base64'), GeneratedTime: collectedAt, ReportFormat: 'text/csv' };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
