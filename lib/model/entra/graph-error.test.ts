import { expect, it } from 'vitest';
import { graphRefusal } from './graph-error.ts';

const reports = '/reports/authenticationMethods/userRegistrationDetails';
const policies = '/identity/conditionalAccess/policies';
const pim = '/roleManagement/directory/roleEligibilityScheduleInstances';

/** Errors as Graph writes them, and what they mean. */
it.each([
  [
    reports,
    'Authentication_RequestFromNonPremiumTenantOrB2CTenant',
    "tenant doesn't have premium license",
    'licence P1',
  ],
  [pim, 'AadPremiumLicenseRequired', 'The tenant needs to have Microsoft Entra ID P2 or …', 'licence P2'],
  [
    '/deviceManagement/deviceConfigurations',
    'Forbidden',
    'Your tenant is not licensed for this feature.',
    'licence Intune',
  ],
  [
    policies,
    'Forbidden',
    'You cannot perform the requested operation, required scopes are missing in the token.',
    'permission Policy.Read.All',
  ],
  [
    policies,
    'AccessDenied',
    'You cannot perform the requested operation, required scopes are missing in the token.',
    'permission Policy.Read.All',
  ],
  [
    reports,
    'Authentication_MSGraphPermissionMissing',
    'The principal does not have required Microsoft Graph permission(s): AuditLog.Read.All to call this API.',
    'permission AuditLog.Read.All',
  ],
  [
    '/users',
    'Authorization_RequestDenied',
    'Insufficient privileges to complete the operation.',
    'permission Directory.Read.All',
  ],
  [
    pim,
    'UnknownError',
    '{"errorCode":"PermissionScopeNotGranted","message":"Authorization failed due to missing permission scope RoleManagement.Read.Directory."}',
    'permission RoleManagement.Read.Directory',
  ],
  [
    pim,
    'PermissionScopeNotGranted',
    'Authorization failed due to missing permission scope.',
    'permission RoleManagement.Read.Directory',
  ],
  [policies, 'HTTP 403', '', 'permission Policy.Read.All'],
  [policies, 'AADSTS700213', 'Signing in failed', 'sign-in'],
  ['/users', 'UnknownError', 'Something went wrong', 'nothing'],
  ['/users', 'NetworkError', 'fetch failed', 'nothing'],
  ['/users', 'TooManyRequests', 'Too many requests', 'nothing'],
] as const)('%s %s %s', (operation, code, message, expected) => {
  const refusal = graphRefusal({ operation, code, message });
  const said =
    refusal?.kind === 'licence'
      ? `licence ${refusal.licence}`
      : refusal?.kind === 'permission'
        ? `permission ${refusal.permission}`
        : (refusal?.kind ?? 'nothing');
  expect(said).toBe(expected);
});
