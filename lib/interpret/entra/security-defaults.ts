import type { PartDefinition } from '../part.ts';
import { flagIn, objectOf } from '../json-object.ts';

const operation = '/policies/identitySecurityDefaultsEnforcementPolicy';

/** Whether security defaults are on. */
export const securityDefaults: PartDefinition<'entra.securityDefaults'> = {
  per: 'entra-tenant',
  operations: [operation],
  interpret(answers) {
    const isEnabled = flagIn(objectOf(answers, operation), 'isEnabled');
    if (isEnabled === undefined) throw new TypeError('isEnabled is missing');
    return { isEnabled };
  },
};
