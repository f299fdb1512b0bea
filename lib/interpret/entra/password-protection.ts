import type { PasswordProtection } from '../../model/entra/tenant.ts';
import type { PartDefinition } from '../part.ts';
import { itemsOf, objectsIn, wordIn } from '../json-object.ts';

const template = '5cf42378-d67d-4f36-ba46-e8b86229381d';

/** Password protection; without an object of its own, a tenant has the values that Microsoft delivers. */
export const passwordProtection: PartDefinition<'entra.passwordProtection'> = {
  per: 'entra-tenant',
  operations: ['/groupSettings'],
  interpret(answers): PasswordProtection {
    const own = itemsOf(answers, '/groupSettings').find((each) => wordIn(each, 'templateId') === template);
    const values = new Map(
      (own ? objectsIn(own, 'values') : []).map((each) => [wordIn(each, 'name'), wordIn(each, 'value')]),
    );
    const says = (name: string, otherwise: string): string => values.get(name) ?? otherwise;
    const isTrue = (name: string, otherwise: string): boolean => /^true$/i.test(says(name, otherwise));
    const isOnPremises = isTrue('EnableBannedPasswordCheckOnPremises', 'false');
    const enforced = /^enforced?$/i.test(says('BannedPasswordCheckOnPremisesMode', 'Audit'));
    return {
      lockoutThreshold: Number(says('LockoutThreshold', '10')),
      lockoutSeconds: Number(says('LockoutDurationInSeconds', '60')),
      isCustomListEnforced: isTrue('EnableBannedPasswordCheck', 'false'),
      customWords: Number(says('BannedPasswordCount', '0')),
      onPremises: isOnPremises ? (enforced ? 'enforced' : 'audited') : 'off',
      isOwn: own !== undefined,
    };
  },
};
