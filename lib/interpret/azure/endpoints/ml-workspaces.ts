import { itemsOf, wordsIn } from '../../json-object.ts';
import { propertiesIn } from '../arm-resource.ts';
import { everybody, onlyFrom } from './access-rules.ts';
import type { AzureEndpointSource } from './azure-endpoint-source.ts';
import { endpointOf } from './endpoint-of.ts';
import { publicAccess } from './public-access.ts';

const operation = 'Microsoft.MachineLearningServices/workspaces';

/** Workspaces of Azure Machine Learning. What silence about public access means has changed with the API. */
export const mlWorkspaces: AzureEndpointSource = {
  kinds: ['ml-workspace'],
  operation,
  endpoints: (answers) =>
    itemsOf(answers, operation).map((each) => {
      const properties = propertiesIn(each);
      const allowed = wordsIn(properties, 'ipAllowlist');
      return endpointOf(each, {
        kind: 'ml-workspace',
        operation,
        open: publicAccess(properties, operation, 'unknown'),
        rules: { access: allowed.length === 0 ? everybody : onlyFrom(allowed, 'ipAllowlist'), unread: [] },
      });
    }),
};
