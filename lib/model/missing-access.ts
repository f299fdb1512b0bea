import { missingPermission } from './aws/permission.ts';
import { graphRefusal } from './entra/graph-error.ts';
import type { GraphLicence } from './entra/graph-operations.ts';

/** What would let an operation be read: a permission or a licence; neither, where neither is the cause. */
export interface MissingAccess {
  readonly permission?: string;
  readonly licence?: GraphLicence;
}

/** What is missing where an operation was refused. Operations of Microsoft Graph are paths; AWS's have a service. */
export function missingAccess(error: {
  readonly operation: string;
  readonly code: string;
  readonly message: string;
}): MissingAccess {
  if (!error.operation.startsWith('/')) {
    const permission = missingPermission(error);
    return permission ? { permission } : {};
  }
  const refusal = graphRefusal(error);
  if (refusal?.kind === 'permission') return { permission: refusal.permission };
  return refusal?.kind === 'licence' ? { licence: refusal.licence } : {};
}
