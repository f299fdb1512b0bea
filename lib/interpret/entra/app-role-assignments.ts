import type { AppRoleAssignment } from '../../model/entra/application.ts';
import type { PartDefinition } from '../part.ts';
import { ofEvery } from './of-every.ts';
import { given, momentIn, outputsOf, textIn, valuesOf } from '../json-object.ts';

const operation = '/servicePrincipals/{id}/appRoleAssignedTo';

/** The application permissions that were granted, as the services that offer them list them. */
export const appRoleAssignments: PartDefinition<'entra.appRoleAssignments'> = {
  per: 'entra-tenant',
  operations: [operation],
  interpret(answers, _unit, how) {
    ofEvery(operation, how);
    return [...outputsOf(answers, operation).values()]
      .flatMap((output) => valuesOf(output, operation))
      .map((each): AppRoleAssignment => ({
        id: textIn(each, 'id'),
        principal: textIn(each, 'principalId'),
        resource: textIn(each, 'resourceId'),
        role: textIn(each, 'appRoleId'),
        ...given('granted', momentIn(each, 'createdDateTime')),
      }));
  },
};
