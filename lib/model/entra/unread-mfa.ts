import type { Unread } from '../unread.ts';
import type { MfaCoverage } from './mfa-coverage.ts';

const policies = '/identity/conditionalAccess/policies';

/** What keeps the answer about a user's second factor open. */
export function unreadMfa({ gaps, enforcement, status }: MfaCoverage): Unread {
  if (enforcement !== 'unknown' && status === 'unknown') {
    return {
      operation: '/reports/authenticationMethods/userRegistrationDetails',
      code: 'NotRegisteredAnywhere',
      message: 'the report of registered methods has no row for the user',
    };
  }
  const control = gaps.find(({ code }) => code === 'CUSTOM_CONTROL' || code === 'UNKNOWN_CONTROL');
  if (control) {
    const names = control.policies.map(({ name }) => name).join(', ');
    return {
      operation: policies,
      code: control.code,
      message: `what the policy asks for, Graph does not tell: ${names}`,
    };
  }
  const message =
    'a policy, a group, a role or the per-user setting that decides it was not read, or the tenant has no licence for policies';
  return { operation: policies, code: 'PoliciesUnreadable', message };
}
