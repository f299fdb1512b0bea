import type { GraphOperation, GraphRow } from '../graph-operation.ts';

/** What the reports say of use, and what Intune hands out. */
export const reportOperations: readonly GraphOperation[] = [
  {
    id: '/reports/authenticationMethods/userRegistrationDetails',
    query: '$select=id,isMfaCapable,isMfaRegistered,methodsRegistered',
    answers: 'collection',
    budget: 'reports',
  },
  { id: '/reports/servicePrincipalSignInActivities', version: 'beta', answers: 'collection', budget: 'reports' },
  { id: '/deviceManagement/deviceConfigurations', answers: 'collection', budget: 'other', keep: wifiOnly },
];

const kept = ['@odata.type', 'id', 'displayName', 'ssid', 'wifiSecurityType', 'wiFiSecurityType', 'preSharedKeyIsSet'];

/** Of Wi-Fi profiles what is judged, and of others nothing: some hold keys. */
function wifiOnly(row: GraphRow): GraphRow | undefined {
  if (!/wifi/i.test(String(row['@odata.type']))) return undefined;
  return Object.fromEntries(kept.flatMap((field) => (field in row ? [[field, row[field]]] : [])));
}
