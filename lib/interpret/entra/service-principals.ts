import type { ServicePrincipal } from '../../model/entra/application.ts';
import type { PartDefinition } from '../part.ts';
import { credentialsOf } from './applications.ts';
import {
  flagIn,
  given,
  itemsOf,
  momentIn,
  objectIn,
  objectsIn,
  textIn,
  wordIn,
  wordsIn,
  type JsonObject,
} from '../json-object.ts';

/** The enterprise applications and managed identities of a tenant. */
export const servicePrincipals: PartDefinition<'entra.servicePrincipals'> = {
  per: 'entra-tenant',
  operations: ['/servicePrincipals'],
  interpret: (answers) => itemsOf(answers, '/servicePrincipals').map(servicePrincipalOf),
};

function servicePrincipalOf(principal: JsonObject): ServicePrincipal {
  const appId = textIn(principal, 'appId').toLowerCase();
  const publisher = objectIn(principal, 'verifiedPublisher') ?? {};
  const resource = wordsIn(principal, 'alternativeNames').find((name) => /^\/subscriptions\//i.test(name));
  return {
    id: textIn(principal, 'id'),
    appId,
    name: wordIn(principal, 'displayName') ?? appId,
    // A service principal without the field can be signed in to.
    enabled: flagIn(principal, 'accountEnabled') ?? true,
    isManagedIdentity: wordIn(principal, 'servicePrincipalType') === 'ManagedIdentity',
    ...given('publisherTenant', wordIn(principal, 'appOwnerOrganizationId')?.toLowerCase()),
    ...given('publisherName', wordIn(publisher, 'displayName') ?? wordIn(principal, 'publisherName')),
    isVerifiedPublisher: wordIn(publisher, 'verifiedPublisherId') !== undefined,
    ...given('created', momentIn(principal, 'createdDateTime')),
    isAssignmentRequired: flagIn(principal, 'appRoleAssignmentRequired') ?? false,
    credentials: credentialsOf(withoutSigningKeys(principal)),
    ...given('azureResource', resource),
    roles: new Map(objectsIn(principal, 'appRoles').map((role) => [textIn(role, 'id'), wordIn(role, 'value') ?? ''])),
  };
}

/** What signs SAML tokens is there to be checked by the application: nobody signs in with it. */
function withoutSigningKeys(principal: JsonObject): JsonObject {
  const keys = objectsIn(principal, 'keyCredentials');
  const signs = keys.some((key) => wordIn(key, 'usage') === 'Sign');
  const isSaml = wordIn(principal, 'preferredSingleSignOnMode') === 'saml' || signs;
  if (!isSaml) return principal;
  // The secret that belongs to the signing key has the same custom key identifier.
  const identifiers = new Set(keys.flatMap((key) => wordIn(key, 'customKeyIdentifier') ?? []));
  const secrets = objectsIn(principal, 'passwordCredentials').filter(
    (secret) => !identifiers.has(wordIn(secret, 'customKeyIdentifier') ?? '\0'),
  );
  return { ...principal, keyCredentials: [], passwordCredentials: secrets };
}
