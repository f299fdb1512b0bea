import { missingPermission } from './aws/permission.ts';
import { isArmOperation, missingArmPermission } from './azure/arm-operations.ts';
import { graphRefusal } from './entra/graph-error.ts';
import type { GraphLicence } from './entra/graph-operations.ts';
import type { CollectError } from './snapshot.ts';

/** What would let an operation be read: a permission or a licence; neither, where neither is the cause. */
export interface MissingAccess {
  readonly permission?: string;
  readonly licence?: GraphLicence;
}

/** Licences by the names that they are sold under. */
export const licenceNames: Readonly<Record<GraphLicence, string>> = {
  P1: 'Microsoft Entra ID P1',
  P2: 'Microsoft Entra ID P2',
  Intune: 'Microsoft Intune',
};

/** What is missing, by name: the permission, or the licence; undefined where neither is. */
export function missingName({ permission, licence }: MissingAccess): string | undefined {
  return permission ?? (licence && licenceNames[licence]);
}

/**
 * What is missing where an operation was refused, or was never asked because another was refused: then that one's.
 * Operations of Microsoft Graph are paths; Azure's are resource types; AWS's have a service.
 */
export function missingAccess({ operation, code, message, because = operation }: CollectError): MissingAccess {
  const refused = { operation: because, code, message };
  if (!because.startsWith('/')) {
    const permission = isArmOperation(because) ? missingArmPermission(refused) : missingPermission(refused);
    return permission ? { permission } : {};
  }
  const refusal = graphRefusal(refused);
  if (refusal?.kind === 'permission') return { permission: refusal.permission };
  return refusal?.kind === 'licence' ? { licence: refusal.licence } : {};
}
