import { compareAccess } from './azure-access.ts';
import { compareEndpoints } from './azure-endpoints.ts';
import { compareNetwork } from './azure-network.ts';
import { compareServices } from './azure-services.ts';
import type { CaseFile, Comparison } from './case-file.ts';

/** How each category of cases about a subscription is compared. */
const categories: Readonly<Record<string, (example: unknown) => readonly Comparison[]>> = {
  network: compareNetwork,
  paas: compareEndpoints,
  rbac: compareAccess,
  services: compareServices,
};

/** One Azure subscription: what is reached, who may do what, what is in use. */
export const azure: CaseFile = {
  file: 'azure.json',
  compare(example) {
    const { category } = example as { readonly category: string };
    const compare = categories[category];
    if (!compare) throw new Error(`no runner knows the category ${category}`);
    return compare(example);
  },
};
