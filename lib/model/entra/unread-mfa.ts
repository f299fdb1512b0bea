import type { Unread } from '../unread.ts';
import type { MfaCoverage, MfaReport } from './mfa-coverage.ts';

const policies = '/identity/conditionalAccess/policies';

/** What keeps the answer about a user's second factor open; `basis` is that of the tenant. */
export function unreadMfa({ gaps, enforcement, status }: MfaCoverage, basis: MfaReport['basis']): Unread {
  if (enforcement !== 'unknown' && status === 'unknown') {
    return {
      operation: '/reports/authenticationMethods/userRegistrationDetails',
      code: 'NotRegisteredAnywhere',
      message: 'the report of registered methods has no row for the user',
    };
  }
  if (basis === 'unknown') {
    const message = 'the list of policies is empty, and without the licence it always is: it proves nothing';
    return { operation: policies, code: 'EmptyWithoutLicence', message, licence: 'P1' };
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
  const partly = gaps.flatMap((gap) => gap.policies.map(({ name }) => name));
  if (partly.length > 0) {
    const message = `whether it applies to the user depends on a group, a role or a guest's tenant that was not read: ${partly.join(', ')}`;
    return { operation: '/groups/{id}/transitiveMembers', code: 'MembersUnread', message };
  }
  const message = 'no policy covers the user, and the old per-user setting was not read';
  return { operation: '/users/{id}/authentication/requirements', code: 'SettingUnread', message };
}
