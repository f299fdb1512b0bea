import type { PartDefinition } from '../part.ts';
import { given, itemsOf, textIn, wordIn } from '../json-object.ts';

/** What applications may do in the name of users. */
export const permissionGrants: PartDefinition<'entra.permissionGrants'> = {
  per: 'entra-tenant',
  operations: ['/oauth2PermissionGrants'],
  interpret: (answers) =>
    itemsOf(answers, '/oauth2PermissionGrants').map((grant) => ({
      id: textIn(grant, 'id'),
      client: textIn(grant, 'clientId'),
      resource: textIn(grant, 'resourceId'),
      ...(wordIn(grant, 'consentType') !== 'AllPrincipals' && given('user', wordIn(grant, 'principalId') ?? 'unknown')),
      scopes: (wordIn(grant, 'scope') ?? '').split(/\s+/).filter((scope) => scope !== ''),
    })),
};
