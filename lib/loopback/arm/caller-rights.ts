import { armPermission, missingArmPermission } from '../../model/azure/arm-operations.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { JsonObject } from '../json-value.ts';
import type { ArmFaults } from './loopback-arm.ts';
import { rowsOf } from '../rows-of.ts';

/** The operation that tells what the caller may do. */
export const permissions = 'Microsoft.Authorization/permissions';

/** What a Reader of the subscription is told: whoever wrote a snapshot that says nothing of it was one. */
const reader = { actions: ['*/read'], notActions: [], dataActions: [], notDataActions: [] };

/** The caller's rights, without those to what is denied or was refused when the snapshot was taken. */
export function callerRights({ responses, errors }: Snapshot, { denied = [] }: ArmFaults): readonly JsonObject[] {
  const refused = errors.flatMap((error) => (error.because || error.input ? [] : (missingArmPermission(error) ?? [])));
  const without = [...denied.map(armPermission), ...refused];
  const rows = Object.hasOwn(responses, permissions) ? rowsOf(responses[permissions]) : [reader];
  return rows.map((row) => ({ ...row, notActions: [...stringsIn(row['notActions']), ...without] }));
}

function stringsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
