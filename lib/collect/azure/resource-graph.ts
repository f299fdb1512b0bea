import type { Arm } from './arm-client.ts';
import type { ArmRow } from './arm-page.ts';
import type { GraphTypeOperation } from './arm-operation.ts';

/** What Resource Graph said of many subscriptions: the rows of each, by operation; or why there is nothing. */
export interface GraphAnswers {
  of(subscription: string, operation: GraphTypeOperation): readonly ArmRow[] | { readonly failed: unknown };
}

/** One query for all these types, and one for each other table: few enough for the quota of fifteen in five seconds. */
export async function askResourceGraph(
  arm: Arm,
  subscriptions: readonly string[],
  operations: readonly GraphTypeOperation[],
): Promise<GraphAnswers> {
  const tables = Map.groupBy(operations, ({ table }) => table);
  const answers = new Map(
    await Promise.all(
      [...tables].map(async ([table, own]) => [table, await ask(arm, queryOf(table, own), subscriptions)] as const),
    ),
  );
  return {
    of(subscription, { id, table }) {
      const answer = answers.get(table);
      if (!answer) return [];
      if ('failed' in answer) return answer;
      return (answer.rows.get(`${subscription} ${id.toLowerCase()}`) ?? []).map((row) => ({ ...said(row), type: id }));
    },
  };
}

type Answer = { readonly rows: ReadonlyMap<string, readonly ArmRow[]> } | { readonly failed: unknown };

async function ask(arm: Arm, query: string, subscriptions: readonly string[]): Promise<Answer> {
  try {
    const rows = await arm.query(query, subscriptions);
    return { rows: Map.groupBy(rows, (row) => `${textIn(row, 'subscriptionId')} ${textIn(row, 'type')}`) };
  } catch (failed) {
    return { failed };
  }
}

/** What a row says: each has all columns, and the subscription is known. */
function said(row: ArmRow): ArmRow {
  return Object.fromEntries(
    Object.entries(row).filter(([name, value]) => name !== 'subscriptionId' && value !== null && value !== ''),
  );
}

/** Ordered by id: Resource Graph pages nothing that has no order of its own. */
function queryOf(table: GraphTypeOperation['table'], operations: readonly GraphTypeOperation[]): string {
  const types = operations.map(({ id }) => `'${id.toLowerCase()}'`).join(', ');
  return `${table} | where type in~ (${types}) | project id, name, type, location, tags, kind, sku, identity, subscriptionId, properties | order by id asc`;
}

function textIn(row: ArmRow, field: string): string {
  const value = row[field];
  return typeof value === 'string' ? value.toLowerCase() : '';
}
