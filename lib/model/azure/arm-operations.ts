/**
 * Operations of Azure in a snapshot: named by resource type, as ARM writes it. AWS's have a service and a colon, those of
 * Microsoft Graph begin with a slash.
 */
export function isArmOperation(operation: string): boolean {
  return operation.startsWith('Microsoft.');
}

/** Operations whose permission is not that of reading their own type ("Azure permissions", Microsoft Learn). */
const otherPermissions: Readonly<Record<string, string>> = {
  'Microsoft.AppConfiguration/deletedConfigurationStores':
    'Microsoft.AppConfiguration/locations/deletedConfigurationStores/read',
  'Microsoft.Network/effectiveSecurityAdminRules': 'Microsoft.Network/virtualNetworks/read',
  'Microsoft.Resources/subscriptions': 'Microsoft.Resources/subscriptions/read',
  'Microsoft.Resources/resources': 'Microsoft.Resources/subscriptions/resources/read',
  'Microsoft.Resources/resources/hostNames': 'Microsoft.Resources/subscriptions/resources/read',
};

/** The action that lets an operation be read; all of them are in the role Reader. */
export function armPermission(operation: string): string {
  return otherPermissions[operation] ?? `${operation}/read`;
}

/** Codes with which ARM, and the collector, say that the caller may not. */
const refusals: ReadonlySet<string> = new Set([
  'AuthorizationFailed',
  'LinkedAuthorizationFailed',
  'AccessDenied',
  'Forbidden',
  'HTTP 403',
]);

/** The action that is missing where ARM refused an operation; undefined where that is not the cause. */
export function missingArmPermission({
  operation,
  code,
}: {
  readonly operation: string;
  readonly code: string;
}): string | undefined {
  return refusals.has(code) ? armPermission(operation) : undefined;
}
