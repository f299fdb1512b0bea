import { command } from '../command.ts';
import type { CredentialRow, ReportedKey } from './credential-report.ts';

/**
 * The command that deactivates one key of a user. The credential report does not name key ids, so the command finds the
 * key by the moment the report gives; if none matches, nothing is changed.
 */
export function deactivateKeyCommand({ user }: CredentialRow, { lastRotated }: ReportedKey): string {
  const second = lastRotated?.toISOString().slice(0, 19);
  const query = `AccessKeyMetadata[?${second ? `starts_with(CreateDate, '${second}')` : `Status=='Active'`}].AccessKeyId`;
  const find = command`aws iam list-access-keys --user-name ${user}` + ` --query "${query}" --output text`;
  return command`aws iam update-access-key --user-name ${user} --status Inactive` + ` --access-key-id "$(${find})"`;
}
