import type { PartDefinition } from '../part.ts';
import { outputsOf, wordIn } from '../json-object.ts';

const operation = '/users/{id}/authentication/requirements';
const states = ['disabled', 'enabled', 'enforced'] as const;

/** Per-user MFA of the users that were asked about. */
export const perUserMfa: PartDefinition<'entra.perUserMfa'> = {
  per: 'entra-tenant',
  operations: [],
  optional: [operation],
  interpret(answers) {
    return new Map(
      [...outputsOf(answers, operation)].flatMap(([id, output]) => {
        const state = states.find((each) => each === wordIn(output, 'perUserMfaState'));
        return state ? [[id, state] as const] : [];
      }),
    );
  },
};
