/** What decides whether a principal's use is looked at. */
export interface Reducible {
  readonly kind: 'user' | 'role';
  readonly path: string;
  /** Policies of its own, and groups. */
  readonly holds: number;
  /** A role's last use in the last 400 days, if there was any. */
  readonly lastUsed: unknown;
}

/**
 * Whether somebody could reduce what a user or role may do, and gain by it. Roles of services and of IAM Identity Center
 * are made and changed by these; a role without any use is to be deleted, not reduced.
 */
export function isWorthReducing({ kind, path, holds, lastUsed }: Reducible): boolean {
  if (holds === 0 || /^\/aws-(service-role|reserved)\//.test(path)) return false;
  return kind === 'user' || (lastUsed !== undefined && lastUsed !== null);
}
