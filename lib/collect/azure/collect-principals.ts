import { notAsked } from '../not-asked.ts';
import type { ArmRow } from './arm-page.ts';
import { collectDirectory, directoryOperations, type DirectoryOptions } from './collect-directory.ts';
import { rowsIn, type Collected } from '../collected.ts';

/** Answers that name the principals whom the directory is asked about. */
export const namesPrincipals = [
  'Microsoft.Authorization/roleAssignments',
  'Microsoft.Authorization/roleEligibilityScheduleInstances',
  'Microsoft.Authorization/roleAssignmentScheduleInstances',
] as const;

/** Asks the directory who the principals are that were read. */
export async function collectPrincipals(
  asked: ReadonlySet<string> | undefined,
  directory: DirectoryOptions,
  { responses, errors, skipped }: Collected,
): Promise<void> {
  const [first, second] = directoryOperations;
  if (asked && !directoryOperations.some((each) => asked.has(each))) {
    for (const operation of directoryOperations) skipped.push({ operation, reason: 'not-selected' });
    return;
  }
  const unread = errors.find(({ operation }) => operation === namesPrincipals[0]);
  if (unread) {
    errors.push(notAsked(first, unread), notAsked(second, unread));
    return;
  }
  const ids = namesPrincipals.flatMap((operation) => rowsIn(responses[operation]).flatMap(principalIn));
  const found = await collectDirectory(ids, directory);
  Object.assign(responses, found.responses);
  errors.push(...found.errors);
}

function principalIn({ properties }: ArmRow): readonly string[] {
  const id =
    typeof properties === 'object' && properties !== null && 'principalId' in properties
      ? properties.principalId
      : undefined;
  return typeof id === 'string' ? [id] : [];
}
