import type { PartDefinition } from '../part.ts';

/** STUB: to be written. */
export const securityAdminRules: PartDefinition<'azure.securityAdminRules'> = {
  per: 'azure-subscription',
  operations: ['Microsoft.Network/effectiveSecurityAdminRules'],
  interpret: () => {
    throw new TypeError('not built');
  },
};
