import type { EntraUser, EntraUserKind } from '../../model/entra/user.ts';
import type { PartDefinition } from '../part.ts';
import {
  flagIn,
  given,
  itemsOf,
  momentIn,
  objectsIn,
  splitIn,
  textIn,
  wordIn,
  type JsonObject,
} from '../json-object.ts';

/** The accounts of a tenant. */
export const users: PartDefinition<'entra.users'> = {
  per: 'entra-tenant',
  operations: ['/users'],
  interpret: (answers) => itemsOf(answers, '/users').map(userOf),
};

function userOf(user: JsonObject): EntraUser {
  const id = textIn(user, 'id');
  const name = wordIn(user, 'userPrincipalName') ?? id;
  const [givenName, surname] = [wordIn(user, 'givenName'), wordIn(user, 'surname')];
  const isGuest = /^guest$/i.test(wordIn(user, 'userType') ?? '');
  const enabled = flagIn(user, 'accountEnabled');
  if (enabled === undefined) throw new TypeError('accountEnabled is missing');
  const state = wordIn(user, 'externalUserState');
  return {
    id,
    name,
    displayName: wordIn(user, 'displayName') ?? name,
    enabled,
    isGuest,
    kind: kindOf(isGuest, name),
    ...given('created', momentIn(user, 'createdDateTime')),
    ...given('hired', momentIn(user, 'employeeHireDate')),
    ...(state !== undefined && {
      invitation: {
        isPending: state === 'PendingAcceptance',
        ...given('since', momentIn(user, 'externalUserStateChangeDateTime')),
      },
    }),
    isSynced: flagIn(user, 'onPremisesSyncEnabled') ?? false,
    passwordPolicies: splitIn(user, 'passwordPolicies'),
    ...given('passwordChanged', momentIn(user, 'lastPasswordChangeDateTime')),
    licences: objectsIn(user, 'assignedLicenses').flatMap((each) => wordIn(each, 'skuId') ?? []),
    ...(givenName && surname && { personalName: `${givenName} ${surname}` }),
  };
}

/** Who comes from another directory has #EXT# in the name ("Properties of a Microsoft Entra B2B collaboration user"). */
function kindOf(isGuest: boolean, name: string): EntraUserKind {
  const isExternal = /#EXT#/i.test(name);
  if (isGuest) return isExternal ? 'b2bCollaborationGuest' : 'internalGuest';
  return isExternal ? 'b2bCollaborationMember' : 'member';
}
