import type { Evidence } from '../judgement.ts';
import type { Text } from '../text.ts';
import type { CredentialRow } from './credential-report.ts';

/** What one column of a user's row in the credential report proves. */
export function reportEvidence({ arn }: CredentialRow, column: string, what: Text): Evidence {
  return { what, operation: 'iam:GetCredentialReport', ref: `${arn}#${column}` };
}
