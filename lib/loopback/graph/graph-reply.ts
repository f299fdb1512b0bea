import {
  graphNeeds,
  signInActivity,
  type GraphLicence,
  type GraphPermission,
} from '../../model/entra/graph-operations.ts';
import type { CollectError } from '../../model/snapshot.ts';

/** An answer, ready to be written as JSON. */
export interface GraphReply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** An error as Graph writes it. */
export function graphFailure(
  status: number,
  code: string,
  message: string,
  headers?: Readonly<Record<string, string>>,
): GraphReply {
  const innerError = { date: '2026-11-23T00:00:00', 'request-id': '00000000-0000-4000-8000-000000000000' };
  return { status, body: { error: { code, message, innerError } }, ...(headers && { headers }) };
}

/** The refusal of a permission, in the words of the service that stands behind the path. */
export function permissionMissing(operation: string, permission: GraphPermission): GraphReply {
  if (operation.startsWith('/reports/') || operation === signInActivity)
    return graphFailure(
      403,
      'Authentication_MSGraphPermissionMissing',
      `The principal does not have required Microsoft Graph permission(s): ${permission} to call this API. For more information about Microsoft Graph permissions, please visit https://learn.microsoft.com/graph/permissions-overview.`,
    );
  if (/ScheduleInstances$/i.test(operation))
    return graphFailure(
      403,
      'UnknownError',
      JSON.stringify({
        errorCode: 'PermissionScopeNotGranted',
        message: `Authorization failed due to missing permission scope ${permission}.`,
        instanceAnnotations: [],
      }),
    );
  if (/^\/(policies|identity)\//.test(operation) || operation.startsWith('/users/{id}/authentication'))
    return graphFailure(
      403,
      'AccessDenied',
      'You cannot perform the requested operation, required scopes are missing in the token.',
    );
  return graphFailure(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
}

/** The refusal for want of a licence. Conditional Access is not refused: its lists are empty. */
export function licenceMissing(licence: GraphLicence): GraphReply {
  if (licence === 'P2')
    return graphFailure(
      400,
      'AadPremiumLicenseRequired',
      'The tenant needs to have Microsoft Entra ID P2 or Microsoft Entra ID Governance license.',
    );
  if (licence === 'Intune') return graphFailure(403, 'Forbidden', 'Your tenant is not licensed for this feature.');
  return graphFailure(
    403,
    'Authentication_RequestFromNonPremiumTenantOrB2CTenant',
    "Neither tenant is B2C or tenant doesn't have premium license",
  );
}

/** An error that a snapshot holds, with the status that belongs to its code. */
export function recordedFailure({ code, message }: CollectError): GraphReply {
  if (code === 'PermissionScopeNotGranted')
    return graphFailure(403, 'UnknownError', JSON.stringify({ errorCode: code, message }));
  const status = Number(/^HTTP (\d{3})$/.exec(code)?.[1] ?? (code === 'AadPremiumLicenseRequired' ? 400 : 403));
  return graphFailure(status, code, message);
}

/** What an operation needs; an unknown one needs nothing. */
export function needOf(operation: string): (typeof graphNeeds)[string] | undefined {
  return graphNeeds[operation];
}
