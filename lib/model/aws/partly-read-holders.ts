import type { Undecided } from '../judgement.ts';
import type { Unit } from '../unit.ts';
import type { AccountAccess } from './principal-access.ts';
import { principalResource } from './principal-resource.ts';

/** Permission sets of which not everybody who holds them is known: nobody may take the others for all. */
export function partlyReadHolders(unit: Unit, { principals }: Pick<AccountAccess, 'principals'>): readonly Undecided[] {
  return principals
    .filter(({ heldBy }) => heldBy?.isPartial)
    .map((role) => ({
      status: 'unknown',
      resource: principalResource(unit, role),
      unread: {
        operation: 'sso-admin:ListAccountAssignments',
        code: 'NotCollected',
        message: `not everybody who holds permission set ${role.permissionSet ?? role.name} could be read`,
      },
    }));
}
