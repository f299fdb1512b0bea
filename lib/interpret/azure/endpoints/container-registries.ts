import { flagIn, itemsOf } from '../../json-object.ts';
import { propertiesIn } from '../arm-resource.ts';
import { networkAcls } from './access-rules.ts';
import type { AzureEndpointSource } from './azure-endpoint-source.ts';
import { endpointOf } from './endpoint-of.ts';
import { publicAccess } from './public-access.ts';

const operation = 'Microsoft.ContainerRegistry/registries';

/** Container registries. Only those of the SKU Premium have rules; some let images be pulled without credentials. */
export const containerRegistries: AzureEndpointSource = {
  kinds: ['container-registry'],
  operation,
  endpoints: (answers) =>
    itemsOf(answers, operation).map((each) => {
      const properties = propertiesIn(each);
      return endpointOf(each, {
        kind: 'container-registry',
        operation,
        open: publicAccess(properties, operation),
        rules: networkAcls(properties, 'networkRuleSet', operation),
        strength: flagIn(properties, 'anonymousPullEnabled') ? 'open' : 'authenticated',
      });
    }),
};
