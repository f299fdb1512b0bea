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
  if (gaps.some(({ code }) => code === 'TOO_MANY_SIGN_INS')) {
    const message = 'the policies that apply to the user combine in more ways than a scan tries';
    return { operation: policies, code: 'TooManySignIns', message };
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
