import type { ApplicationGateway, GatewayListener } from '../../model/azure/load-balancing.ts';
import { armKey } from '../../model/azure/arm-id.ts';
import type { PartDefinition } from '../part.ts';
import { given, itemsOf, numberIn, wordIn, type JsonObject } from '../json-object.ts';
import { childrenIn, namedIn, propertiesIn, referenceIn, skuIn } from './arm-resource.ts';
import { frontends } from './frontends.ts';

const operation = 'Microsoft.Network/applicationGateways';

/** Application gateways and what they listen on. */
export const applicationGateways: PartDefinition<'azure.applicationGateways'> = {
  per: 'azure-subscription',
  operations: [operation],
  interpret: (answers) =>
    itemsOf(answers, operation).map((each): ApplicationGateway => {
      const named = namedIn(each);
      const properties = propertiesIn(each);
      const [subnet] = childrenIn(properties, 'gatewayIPConfigurations', named.id).flatMap(
        (one) => referenceIn(one.properties, 'subnet') ?? [],
      );
      return {
        ...named,
        isV1: !(skuIn(properties) ?? '_v2').endsWith('_v2') && skuIn(properties) !== 'basic',
        runs: wordIn(properties, 'operationalState')?.toLowerCase() !== 'stopped',
        ...given('subnetId', subnet),
        frontends: frontends(properties, named.id),
        listeners: [
          ...listenersIn(properties, 'httpListeners', named.id),
          // Listeners of layer 4 ("TCP/TLS proxy").
          ...listenersIn(properties, 'listeners', named.id),
        ],
      };
    }),
};

function listenersIn(properties: JsonObject, field: string, gatewayId: string): readonly GatewayListener[] {
  const ports = new Map(
    childrenIn(properties, 'frontendPorts', gatewayId).map((each) => [
      armKey(each.id),
      numberIn(each.properties, 'port'),
    ]),
  );
  return childrenIn(properties, field, gatewayId).flatMap(({ name, properties: own }) => {
    const frontendId = referenceIn(own, 'frontendIPConfiguration');
    const port = ports.get(armKey(referenceIn(own, 'frontendPort') ?? ''));
    if (frontendId === undefined || port === undefined) return [];
    return [{ name, frontendId, port, protocol: (wordIn(own, 'protocol') ?? '').toLowerCase() }];
  });
}
