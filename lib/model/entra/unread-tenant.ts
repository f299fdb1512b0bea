import type { Undecided } from '../judgement.ts';
import { tenantResource } from './entra-resource.ts';
import type { MfaReport } from './mfa-coverage.ts';

/** That nothing is known of anybody in the tenant: said once, and not of every user. Nothing, where something is known. */
export function unreadTenant({ users, unread }: MfaReport, tenant: string): Undecided | undefined {
  const isEmpty = users.every(({ user }) => !user.enabled);
  return unread && !isEmpty ? { status: 'unknown', resource: tenantResource(tenant), unread } : undefined;
}
