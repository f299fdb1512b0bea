import { graphNeeds, type GraphLicence } from './graph-operations.ts';

/** Why Graph refused: a licence or a permission is missing, or nobody could sign in; undefined for anything else. */
export type GraphRefusal =
  | { readonly kind: 'licence'; readonly licence: GraphLicence }
  | { readonly kind: 'permission'; readonly permission: string }
  | { readonly kind: 'sign-in' };

/** An error as a snapshot keeps it. */
interface GraphErrorSaid {
  /** A path, as in `graphNeeds`. */
  readonly operation: string;
  readonly code: string;
  readonly message: string;
}

const noPremium = 'Authentication_RequestFromNonPremiumTenantOrB2CTenant';
const permissionCodes: ReadonlySet<string> = new Set([
  'Forbidden',
  'AccessDenied',
  'Authorization_RequestDenied',
  'Authentication_MSGraphPermissionMissing',
  'PermissionScopeNotGranted',
  'UnknownError',
  'HTTP 403',
]);

/**
 * What a refusal of Microsoft Graph means. The same code stands for a licence and for a permission, so the sentence
 * decides ("Microsoft Graph error responses"; texts as the services send them).
 */
export function graphRefusal({ operation, code, message }: GraphErrorSaid): GraphRefusal | undefined {
  const need = graphNeeds[operation];
  if (code === noPremium) return { kind: 'licence', licence: need?.licence ?? 'P1' };
  if (code === 'AadPremiumLicenseRequired') return { kind: 'licence', licence: 'P2' };
  if (/not licensed|premium licen[sc]e|license.{0,20}required/i.test(message))
    return { kind: 'licence', licence: need?.licence ?? 'P1' };
  if (/^(AADSTS|InvalidAuthenticationToken|AuthenticationRequired|CredentialUnavailable|SignIn)/.test(code))
    return { kind: 'sign-in' };
  // Privileged Identity Management writes its own error into the message, as JSON.
  const isPermission =
    permissionCodes.has(code) && (code !== 'UnknownError' || message.includes('PermissionScopeNotGranted'));
  return isPermission ? { kind: 'permission', permission: named(message) ?? need?.permission ?? operation } : undefined;
}

/** The permission that a sentence names: `AuditLog.Read.All` in "… required Microsoft Graph permission(s): AuditLog.Read.All". */
function named(message: string): string | undefined {
  return /permission\(?s?\)?:? ?([A-Z]\w+(?:\.\w+)+)/.exec(message)?.[1];
}
