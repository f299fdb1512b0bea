import type { AzureEndpointKind } from '../../../model/azure/endpoint.ts';
import { itemsOf } from '../../json-object.ts';
import { namedIn, propertiesIn, skuIn } from '../arm-resource.ts';
import { everybody, type ReadRules } from './access-rules.ts';
import type { AzureEndpointSource } from './azure-endpoint-source.ts';
import { endpointOf } from './endpoint-of.ts';
import { notAnswered, publicAccess } from './public-access.ts';

/** Namespaces of Service Bus: only the SKU Premium has network rules. */
export const serviceBuses = namespaces('Microsoft.ServiceBus/namespaces', 'service-bus', ['basic', 'standard']);

/** Namespaces of Event Hubs: all SKUs but Basic have network rules. */
export const eventHubs = namespaces('Microsoft.EventHub/namespaces', 'event-hub', ['basic']);

function namespaces(operation: string, kind: AzureEndpointKind, withoutRules: readonly string[]): AzureEndpointSource {
  return {
    kinds: [kind],
    operation,
    endpoints: (answers) =>
      itemsOf(answers, operation).map((each) => {
        const hasRules = !withoutRules.includes(skuIn(each) ?? '');
        const rules = rulesOf(operation, namedIn(each).id, hasRules);
        const open = publicAccess(propertiesIn(each), operation);
        return endpointOf(each, { kind, operation, ports: [443, 5671], open, rules });
      }),
  };
}

/** The rules of a namespace are a resource of their own, which the scan does not read. */
function rulesOf(operation: string, id: string, hasRules: boolean): ReadRules {
  return { access: everybody, unread: hasRules ? [notAnswered(`${operation}/networkRuleSets`, id)] : [] };
}
