import type { DirectoryKind, DirectoryMember, DirectoryObject } from '../../model/azure/directory.ts';
import { readWhole, type PartDefinition } from '../part.ts';
import { flagIn, given, itemsOf, outputsOf, textIn, valuesOf, wordIn, type JsonObject } from '../json-object.ts';

const objects = '/directoryObjects/getByIds';
const members = '/groups/{id}/transitiveMembers';

/** What Microsoft Graph says of the principals that roles name. */
export const directory: PartDefinition<'azure.directory'> = {
  per: 'azure-subscription',
  operations: [objects],
  optional: [members],
  interpret: (answers, _unit, { isPartial } = readWhole) => ({
    objects: new Map(itemsOf(answers, objects).map((each) => [textIn(each, 'id').toLowerCase(), objectOf(each)])),
    members: new Map(
      [...outputsOf(answers, members)].map(([id, output]) => [
        id.toLowerCase(),
        valuesOf(output, members).map(memberOf),
      ]),
    ),
    isPartial: isPartial(objects),
  }),
};

function objectOf(object: JsonObject): DirectoryObject {
  const id = textIn(object, 'id').toLowerCase();
  return {
    id,
    kind: kindOf(object),
    name: wordIn(object, 'userPrincipalName') ?? wordIn(object, 'displayName') ?? id,
    isGuest: isGuest(object),
    ...given('enabled', flagIn(object, 'accountEnabled')),
    isManagedIdentity: wordIn(object, 'servicePrincipalType')?.toLowerCase() === 'managedidentity',
    ...given('appOwnerTenant', wordIn(object, 'appOwnerOrganizationId')?.toLowerCase()),
  };
}

/** Guests of old have no type; the name that Entra made for them tells. */
function isGuest(object: JsonObject): boolean {
  const type = wordIn(object, 'userType')?.toLowerCase();
  return type === undefined ? /#ext#@/i.test(wordIn(object, 'userPrincipalName') ?? '') : type === 'guest';
}

function memberOf(object: JsonObject): DirectoryMember {
  return { id: textIn(object, 'id').toLowerCase(), kind: kindOf(object) };
}

const kinds: Readonly<Record<string, DirectoryKind>> = {
  '#microsoft.graph.user': 'user',
  '#microsoft.graph.group': 'group',
  '#microsoft.graph.serviceprincipal': 'servicePrincipal',
};

function kindOf(object: JsonObject): DirectoryKind {
  return kinds[wordIn(object, '@odata.type')?.toLowerCase() ?? ''] ?? 'other';
}
