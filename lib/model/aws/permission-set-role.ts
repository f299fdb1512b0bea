import type { IamRole } from './iam-entities.ts';

const reservedPath = '/aws-reserved/sso.amazonaws.com/';

/**
 * The permission set whose role this is; absent for a role that IAM Identity Center did not make. It names its roles
 * `AWSReservedSSO_<permission set>_<16 hex digits>`, under a path that nobody else may use.
 */
export function permissionSetOf({ path, name }: Pick<IamRole, 'path' | 'name'>): string | undefined {
  if (!path.startsWith(reservedPath)) return undefined;
  return /^AWSReservedSSO_(.+)_[0-9a-f]{16}$/.exec(name)?.[1] ?? name;
}
