import { itemsOf } from '../../json-object.ts';
import { namedIn, propertiesIn } from '../arm-resource.ts';
import type { AzureEndpointSource } from './azure-endpoint-source.ts';
import { endpointOf } from './endpoint-of.ts';
import { publicAccess } from './public-access.ts';
import { rulesByServer } from './server-rules.ts';

const operation = 'Microsoft.Sql/servers';
const ruleOperation = 'Microsoft.Sql/servers/firewallRules';

/** Logical servers of Azure SQL. Rules that are left have no say once public access is disabled. */
export const sqlServers: AzureEndpointSource = {
  kinds: ['sql-server'],
  operation,
  more: [ruleOperation],
  endpoints: (answers) => {
    const rulesOf = rulesByServer(answers, ruleOperation);
    return itemsOf(answers, operation).map((each) =>
      endpointOf(each, {
        kind: 'sql-server',
        operation,
        ports: [1433],
        open: publicAccess(propertiesIn(each), operation),
        rules: rulesOf(namedIn(each).id),
        ruleOperation,
      }),
    );
  },
};
