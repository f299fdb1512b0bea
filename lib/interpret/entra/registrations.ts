import type { Registration } from '../../model/entra/user.ts';
import type { PartDefinition } from '../part.ts';
import { flagIn, itemsOf, textIn, wordsIn } from '../json-object.ts';

const operation = '/reports/authenticationMethods/userRegistrationDetails';

/** What users registered for multi-factor authentication. */
export const registrations: PartDefinition<'entra.registrations'> = {
  per: 'entra-tenant',
  operations: [operation],
  interpret(answers) {
    return new Map(
      itemsOf(answers, operation).flatMap((row): [string, Registration][] => {
        // isMfaRegistered counts methods that the policies forbid; capable is who could use one.
        const isCapable = flagIn(row, 'isMfaCapable');
        return isCapable === undefined
          ? []
          : [[textIn(row, 'id'), { isCapable, methods: wordsIn(row, 'methodsRegistered') }]];
      }),
    );
  },
};
