import type { PartDefinition } from '../part.ts';
import { itemsOf, momentIn, objectIn, wordIn, type JsonObject } from '../json-object.ts';

const operation = '/reports/servicePrincipalSignInActivities';

const activities = [
  'lastSignInActivity',
  'applicationAuthenticationClientSignInActivity',
  'applicationAuthenticationResourceSignInActivity',
  'delegatedClientSignInActivity',
  'delegatedResourceSignInActivity',
];

/** When applications were last used, as the latest of the five ways that the report tells apart. */
export const appActivity: PartDefinition<'entra.appActivity'> = {
  per: 'entra-tenant',
  operations: [operation],
  interpret: (answers) =>
    new Map(
      itemsOf(answers, operation).flatMap((row) => {
        const appId = wordIn(row, 'appId')?.toLowerCase();
        const latest = latestOf(row);
        return appId !== undefined && latest ? [[appId, latest] as const] : [];
      }),
    ),
};

function latestOf(row: JsonObject): Date | undefined {
  return activities
    .flatMap((field) => momentIn(objectIn(row, field) ?? {}, 'lastSignInDateTime') ?? [])
    .toSorted((a, b) => b.getTime() - a.getTime())[0];
}
