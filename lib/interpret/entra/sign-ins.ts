import { signInActivity } from '../../model/entra/graph-operations.ts';
import type { SignIns } from '../../model/entra/user.ts';
import type { PartDefinition } from '../part.ts';
import { given, itemsOf, momentIn, objectIn, textIn, type JsonObject } from '../json-object.ts';

/** When users last signed in. */
export const signIns: PartDefinition<'entra.signIns'> = {
  per: 'entra-tenant',
  operations: ['/users'],
  fields: [signInActivity],
  interpret(answers) {
    return new Map(
      itemsOf(answers, '/users').flatMap((user): [string, SignIns][] => {
        const activity = objectIn(user, 'signInActivity');
        return activity ? [[textIn(user, 'id'), signInsOf(activity)]] : [];
      }),
    );
  },
};

function signInsOf(activity: JsonObject): SignIns {
  const attempts = ['lastSignInDateTime', 'lastNonInteractiveSignInDateTime'].flatMap(
    (field) => momentIn(activity, field) ?? [],
  );
  const latest = attempts.toSorted((a, b) => b.getTime() - a.getTime())[0];
  return { ...given('attempted', latest), ...given('succeeded', momentIn(activity, 'lastSuccessfulSignInDateTime')) };
}
