import type { DirectoryObject } from '../../model/entra/group.ts';
import type { Answers, HowRead, PartDefinition } from '../part.ts';
import { ofEvery } from './of-every.ts';
import { flagIn, given, itemsOf, outputsOf, textIn, valuesOf, wordIn, type JsonObject } from '../json-object.ts';

/** The groups of a tenant. */
export const groups: PartDefinition<'entra.groups'> = {
  per: 'entra-tenant',
  operations: ['/groups'],
  interpret: (answers) =>
    itemsOf(answers, '/groups').map((group) => {
      const id = textIn(group, 'id');
      return {
        id,
        name: wordIn(group, 'displayName') ?? id,
        isRoleAssignable: flagIn(group, 'isAssignableToRole') ?? false,
      };
    }),
};

const pimForGroups = '/identityGovernance/privilegedAccess/group/eligibilityScheduleInstances';

/** Members of the groups that policies and roles name, those of nested groups among them. */
export const groupMembers = objectsBy<'entra.groupMembers'>('/groups/{id}/transitiveMembers');

/** Owners of the groups that hold roles. */
export const groupOwners = objectsBy<'entra.groupOwners'>('/groups/{id}/owners', ofEvery);

/** Owners of the app registrations that are privileged. */
export const applicationOwners = objectsBy<'entra.applicationOwners'>('/applications/{id}/owners', ofEvery);

/** Owners of the service principals that are privileged. */
export const servicePrincipalOwners = objectsBy<'entra.servicePrincipalOwners'>(
  '/servicePrincipals/{id}/owners',
  ofEvery,
);

/** Who may make himself a member or an owner of a group that holds a role. */
export const groupEligibilities: PartDefinition<'entra.groupEligibilities'> = {
  per: 'entra-tenant',
  operations: [pimForGroups],
  interpret(answers, _unit, how) {
    ofEvery(pimForGroups, how);
    return new Map(
      [...outputsOf(answers, pimForGroups)].map(([id, output]) => [
        id,
        valuesOf(output, 'eligibilityScheduleInstances').map((each) => ({
          principal: textIn(each, 'principalId'),
          group: wordIn(each, 'groupId') ?? id,
          access: wordIn(each, 'accessId') === 'owner' ? ('owner' as const) : ('member' as const),
        })),
      ]),
    );
  },
};

type ObjectsPart =
  'entra.groupMembers' | 'entra.groupOwners' | 'entra.applicationOwners' | 'entra.servicePrincipalOwners';

/** A group whose members were not read has no entry: nobody may take it for empty. */
function objectsBy<N extends ObjectsPart>(
  operation: string,
  demand?: (operation: string, how: HowRead | undefined) => void,
): PartDefinition<N> {
  const interpret = (
    answers: Answers,
    _unit: unknown,
    how?: HowRead,
  ): ReadonlyMap<string, readonly DirectoryObject[]> => {
    demand?.(operation, how);
    return new Map(
      [...outputsOf(answers, operation)].map(([id, output]) => [id, valuesOf(output, operation).map(objectOf)]),
    );
  };
  return { per: 'entra-tenant', operations: [operation], interpret };
}

const types = { user: 'user', group: 'group', servicePrincipal: 'servicePrincipal' } as const;

function objectOf(object: JsonObject): DirectoryObject {
  const type = (wordIn(object, '@odata.type') ?? '').replace('#microsoft.graph.', '');
  return {
    id: textIn(object, 'id'),
    type: types[type as keyof typeof types] ?? 'other',
    ...given('name', wordIn(object, 'userPrincipalName') ?? wordIn(object, 'displayName')),
  };
}
