import { armPermission } from '../../model/azure/arm-operations.ts';
import { notAsked } from '../not-asked.ts';
import type { ArmOperation } from './arm-operation.ts';
import { rowsIn, type Collected } from '../collected.ts';
import { holdsAction } from './reader-rights.ts';

/** The operation that tells what the caller may do. */
export const permissions = 'Microsoft.Authorization/permissions';

/** Takes back what Resource Graph said of types that the caller may not read: it leaves them out without a word. */
export function verifyGraph(operations: readonly ArmOperation[], { responses, errors }: Collected): void {
  const rights = rowsIn(responses[permissions]);
  const unread = errors.find(({ operation }) => operation === permissions);
  for (const { id } of operations.filter(({ by }) => by === 'resource-graph')) {
    const action = armPermission(id);
    if (!Object.hasOwn(responses, id) || (!unread && holdsAction(rights, action))) continue;
    delete responses[id];
    if (unread) errors.push(notAsked(id, unread));
    else
      errors.push({
        operation: id,
        code: 'AuthorizationFailed',
        message: `the scan does not hold ${action} at the subscription, and Resource Graph leaves out what it may not see`,
      });
  }
}
