import type { Counterpart } from '../../../model/aws/external-connection.ts';
import type { AzureConnection } from '../../../model/azure/connection.ts';
import { itemsOf, objectIn, wordIn, wordsIn, type JsonObject } from '../../json-object.ts';
import { namedIn, propertiesIn } from '../arm-resource.ts';
import type { AzureConnectionSource } from './azure-connection-source.ts';

const operation = 'Microsoft.Network/privateLinkServices';

/** Private link services by whom they are shown to, and who needs no approval. */
export const privateLinkServices: AzureConnectionSource = {
  kind: 'private-link-service',
  operation,
  connections: (answers, { subscription }) =>
    itemsOf(answers, operation).flatMap((each): readonly AzureConnection[] => {
      const properties = propertiesIn(each);
      const approved = namesIn(properties, 'autoApproval');
      const shown = [...new Set([...namesIn(properties, 'visibility'), ...approved])];
      return shown
        .filter((who) => who !== subscription.toLowerCase())
        .map((who) => ({
          kind: 'private-link-service',
          ...namedIn(each),
          state: wordIn(properties, 'provisioningState') ?? '',
          isPending: false,
          counterpart: whoIs(who),
          reach: [wordIn(properties, 'alias') ?? namedIn(each).id],
          isApprovedByItself: approved.includes(who) || approved.includes('*'),
          operation,
        }));
    }),
};

function namesIn(properties: JsonObject, field: string): readonly string[] {
  return wordsIn(objectIn(properties, field) ?? {}, 'subscriptions').map((word) => word.toLowerCase());
}

function whoIs(who: string): Counterpart {
  return who === '*' ? { kind: 'anyone' } : { kind: 'account', id: who };
}
