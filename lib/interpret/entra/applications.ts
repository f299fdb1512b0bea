import type { AppCredential } from '../../model/entra/application.ts';
import type { PartDefinition } from '../part.ts';
import { ofEvery } from './of-every.ts';
import {
  given,
  itemsOf,
  momentIn,
  objectsIn,
  outputsOf,
  textIn,
  valuesOf,
  wordIn,
  type JsonObject,
} from '../json-object.ts';

/** The app registrations of a tenant. */
export const applications: PartDefinition<'entra.applications'> = {
  per: 'entra-tenant',
  operations: ['/applications'],
  interpret: (answers) =>
    itemsOf(answers, '/applications').map((application) => {
      const appId = textIn(application, 'appId').toLowerCase();
      return {
        id: textIn(application, 'id'),
        appId,
        name: wordIn(application, 'displayName') ?? appId,
        ...given('created', momentIn(application, 'createdDateTime')),
        credentials: credentialsOf(application),
      };
    }),
};

const federated = '/applications/{id}/federatedIdentityCredentials';

/** Credentials that other issuers vouch for, of the app registrations that are privileged. */
export const federatedCredentials: PartDefinition<'entra.federatedCredentials'> = {
  per: 'entra-tenant',
  operations: [federated],
  interpret(answers, _unit, how) {
    ofEvery(federated, how);
    return new Map(
      [...outputsOf(answers, federated)].map(([id, output]) => [
        id,
        valuesOf(output, 'federatedIdentityCredentials').map((each) => ({
          name: wordIn(each, 'name') ?? '',
          issuer: wordIn(each, 'issuer') ?? '',
          subject: wordIn(each, 'subject') ?? '',
        })),
      ]),
    );
  },
};

/** Secrets and certificates, without what they consist of. */
export function credentialsOf(object: JsonObject): readonly AppCredential[] {
  return [
    ...objectsIn(object, 'passwordCredentials').map((each) => credentialOf(each, 'secret')),
    ...objectsIn(object, 'keyCredentials').map((each) => credentialOf(each, 'certificate')),
  ];
}

function credentialOf(credential: JsonObject, kind: AppCredential['kind']): AppCredential {
  return {
    id: wordIn(credential, 'keyId') ?? '',
    kind,
    ...given('name', wordIn(credential, 'displayName')),
    ...given('starts', momentIn(credential, 'startDateTime')),
    ...given('ends', momentIn(credential, 'endDateTime')),
  };
}
