import type { PartDefinition } from '../part.ts';
import { flagIn, itemsOf, objectIn, objectOf, textIn, type JsonObject } from '../json-object.ts';

const byDefault = '/policies/crossTenantAccessPolicy/default';
const ofPartners = '/policies/crossTenantAccessPolicy/partners';

/** Whether the MFA that guests did in their own tenants is trusted. */
export const crossTenantTrust: PartDefinition<'entra.crossTenantTrust'> = {
  per: 'entra-tenant',
  operations: [byDefault, ofPartners],
  interpret: (answers) => ({
    byDefault: isMfaAccepted(objectOf(answers, byDefault)) ?? false,
    partners: new Map(
      itemsOf(answers, ofPartners).flatMap((partner) => {
        const accepted = isMfaAccepted(partner);
        return accepted === undefined ? [] : [[textIn(partner, 'tenantId').toLowerCase(), accepted] as const];
      }),
    ),
  }),
};

function isMfaAccepted(policy: JsonObject): boolean | undefined {
  return flagIn(objectIn(policy, 'inboundTrust') ?? {}, 'isMfaAccepted');
}
