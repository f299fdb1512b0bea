import type { ReadSoFar } from '../graph-operation.ts';
import { idIn, textIn } from '../row-fields.ts';

const assignments = '/roleManagement/directory/roleAssignments';
const eligibilities = '/roleManagement/directory/roleEligibilityScheduleInstances';

/** The operations that say which groups hold roles. */
export const tellGroupsWithRoles: readonly string[] = [assignments, eligibilities, '/groups'];

/** Groups that hold a role, are eligible for one, or may be given one. */
export function groupsWithRoles(read: ReadSoFar): readonly string[] {
  const holders = new Set(
    [assignments, eligibilities].flatMap((each) => read.rows(each).map((row) => textIn(row, 'principalId'))),
  );
  return read
    .rows('/groups')
    .flatMap((group) => (group['isAssignableToRole'] === true || holders.has(textIn(group, 'id')) ? idIn(group) : []));
}
