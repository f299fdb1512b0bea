import type { StoredThing } from '../../../model/aws/stored-data.ts';
import { listOf, momentOf, required } from '../../shape.ts';
import { answerOf } from '../answer.ts';
import { tagMap } from '../tag-map.ts';
import { known, type StoredSource } from './stored-source.ts';

/** A secret can be restored for so many days at most ("DeleteSecret", RecoveryWindowInDays), from the moment that it names. */
const longestRecovery = 30;

/** Secrets and their replicas, those among them that wait to be deleted. One that a service made is that service's. */
export const secrets: StoredSource = {
  kind: 'secret',
  operation: 'secretsmanager:ListSecrets',
  onceEnded: true,
  things: (answers, { unit }) =>
    listOf(answerOf(answers, 'secretsmanager:ListSecrets').SecretList, 'SecretList').map((secret): StoredThing => {
      const arn = required(secret.ARN, 'ARN');
      const { PrimaryRegion: primary, DeletedDate: deleted, OwningService: owner } = secret;
      const isReplica = primary !== undefined && primary !== unit.region;
      return {
        kind: isReplica ? 'secret-replica' : 'secret',
        services: ['secretsmanager', ...(owner === undefined ? [] : [owner.toLowerCase()])],
        arn,
        id: arn,
        name: required(secret.Name, 'Name'),
        tags: tagMap(secret.Tags),
        ...known({
          created: secret.CreatedDate,
          // Deleted by taking its region from the secret that it is a replica of.
          source: isReplica ? arn.replace(`:${unit.region}:`, `:${primary}:`) : undefined,
          deletedOn: deleted === undefined ? undefined : lastDay(deleted),
        }),
        operation: 'secretsmanager:ListSecrets',
      };
    }),
};

function lastDay(deleted: string): string {
  const moment = momentOf(deleted, 'DeletedDate').getTime() + longestRecovery * 86_400_000;
  return new Date(moment).toISOString().slice(0, 10);
}
