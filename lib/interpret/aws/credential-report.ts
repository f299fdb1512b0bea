import { parse } from 'csv-parse/sync';
import type { CredentialRow, ReportedKey, ReportedPassword } from '../../model/aws/credential-report.ts';
import type { PartDefinition } from '../part.ts';
import { momentOf, required } from '../shape.ts';
import { answerOf } from './answer.ts';

const slots = [1, 2] as const;

type Columns = Readonly<Record<string, string | undefined>>;

/** `aws.credentialReport`: the report's rows, by the names of their columns. */
export const credentialReport: PartDefinition<'aws.credentialReport'> = {
  per: 'aws-account',
  operations: ['iam:GetCredentialReport'],
  interpret: (answers) => {
    const answer = answerOf(answers, 'iam:GetCredentialReport');
    const csv = Buffer.from(required(answer.Content, 'Content'), 'base64').toString('utf8');
    const rows = parse<Columns>(csv, { columns: true, skip_empty_lines: true, relax_column_count_less: true });
    const read = rows.map(rowOf);
    // Every account has a root user at least.
    if (read.length === 0) throw new TypeError('the credential report has no rows');
    return { generated: momentOf(answer.GeneratedTime, 'GeneratedTime'), rows: read };
  },
};

function rowOf(columns: Columns): CredentialRow {
  const user = required(columns['user'], 'user');
  const isRoot = user === '<root_account>';
  return {
    user,
    arn: required(columns['arn'], 'arn'),
    isRoot,
    created: momentOf(columns['user_creation_time'], 'user_creation_time'),
    password: passwordOf(columns, isRoot),
    mfaActive: isTrue(columns, 'mfa_active'),
    keySlots: slots.filter((slot) => isTrue(columns, `access_key_${slot}_active`) || isRotated(columns, slot)).length,
    keys: slots.filter((slot) => isTrue(columns, `access_key_${slot}_active`)).map((slot) => keyOf(columns, slot)),
    uses: ['password_last_used', ...slots.map((slot) => `access_key_${slot}_last_used_date`)].flatMap((column) => {
      const at = momentIn(columns, column);
      return at ? [{ column, at }] : [];
    }),
    certificates: slots
      .filter((slot) => isTrue(columns, `cert_${slot}_active`))
      .map((slot) => ({ slot, lastRotated: momentIn(columns, `cert_${slot}_last_rotated`) })),
  };
}

function isRotated(columns: Columns, slot: 1 | 2): boolean {
  return momentIn(columns, `access_key_${slot}_last_rotated`) !== undefined;
}

/** For root the report says `not_supported`, or `FALSE` in member accounts created without root credentials. */
function passwordOf(columns: Columns, isRoot: boolean): ReportedPassword | undefined {
  const unsupported = columns['password_enabled']?.toLowerCase() === 'not_supported';
  if (unsupported ? !isRoot : !isTrue(columns, 'password_enabled')) return undefined;
  return {
    lastUsed: momentIn(columns, 'password_last_used'),
    lastChanged: momentIn(columns, 'password_last_changed'),
  };
}

function keyOf(columns: Columns, slot: 1 | 2): ReportedKey {
  return {
    slot,
    lastRotated: momentIn(columns, `access_key_${slot}_last_rotated`),
    lastUsed: momentIn(columns, `access_key_${slot}_last_used_date`),
    lastUsedRegion: wordIn(columns, `access_key_${slot}_last_used_region`),
    lastUsedService: wordIn(columns, `access_key_${slot}_last_used_service`),
  };
}

/** The report writes `true` and `TRUE`; any word but these and `false` is not the documented shape. */
function isTrue(columns: Columns, column: string): boolean {
  const word = required(columns[column], column).toLowerCase();
  if (word !== 'true' && word !== 'false') throw new TypeError(`${column} is neither true nor false: ${word}`);
  return word === 'true';
}

function momentIn(columns: Columns, column: string): Date | undefined {
  const word = wordIn(columns, column);
  return word === undefined ? undefined : momentOf(word, column);
}

/** `N/A`: does not apply; `no_information`: nothing recorded; `not_supported`: the report never says it of root. */
function wordIn(columns: Columns, column: string): string | undefined {
  const word = columns[column];
  return word === undefined || /^(|n\/a|no_information|not_supported)$/i.test(word) ? undefined : word;
}
