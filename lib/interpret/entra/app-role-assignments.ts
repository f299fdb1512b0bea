import type { AppRoleAssignment } from '../../model/entra/application.ts';
import type { PartDefinition } from '../part.ts';
import { given, momentIn, outputsOf, textIn, valuesOf } from './graph-object.ts';

const ofResources = '/servicePrincipals/{id}/appRoleAssignedTo';
const ofPrincipals = '/servicePrincipals/{id}/appRoleAssignments';

/** The application permissions that were granted: asked of the service that offers them, or of who holds them. */
export const appRoleAssignments: PartDefinition<'entra.appRoleAssignments'> = {
  per: 'entra-tenant',
  operations: [],
  optional: [ofResources, ofPrincipals],
  interpret(answers, _unit, how) {
    const isRead = [ofResources, ofPrincipals].some((each) => answers[each] !== undefined);
    if (!isRead && !how?.isSkipped(ofResources)) throw new TypeError(`${ofResources} was not read`);
    const outputs = [ofResources, ofPrincipals].flatMap((each) => [...outputsOf(answers, each).values()]);
    const assignments = outputs
      .flatMap((output) => valuesOf(output, ofResources))
      .map((each): [string, AppRoleAssignment] => [
        textIn(each, 'id'),
        {
          id: textIn(each, 'id'),
          principal: textIn(each, 'principalId'),
          resource: textIn(each, 'resourceId'),
          role: textIn(each, 'appRoleId'),
          ...given('granted', momentIn(each, 'createdDateTime')),
        },
      ]);
    return [...new Map(assignments).values()];
  },
};
