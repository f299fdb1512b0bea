import type { Snapshot } from '../../model/snapshot.ts';
import { isObject, type JsonObject } from '../json-value.ts';
import { armFailure, type ArmReply } from './arm-reply.ts';
import type { ArmFaults } from './loopback-arm.ts';
import { rowsOf } from './rows-of.ts';

const mostRows = 1000;

/**
 * Answers a query of Resource Graph of the one shape that the collector writes: a table, `where type in~ (…)`, a
 * projection, an order. Types that the caller may not read are left out without a word, as the service does.
 */
export function answerQuery(body: string, units: ReadonlyMap<string, Snapshot>, faults: ArmFaults): ArmReply {
  const asked: unknown = JSON.parse(body);
  if (!isObject(asked) || typeof asked['query'] !== 'string')
    return armFailure(400, 'BadRequest', 'Please provide a query.');
  const [, list] = /where type in~ \(([^)]*)\)/.exec(asked['query']) ?? [];
  if (list === undefined) return armFailure(400, 'BadRequest', 'Query is invalid. Please refer to the documentation.');
  const types = list.split(',').map((each) => each.trim().replaceAll("'", ''));
  const subscriptions = Array.isArray(asked['subscriptions']) ? asked['subscriptions'].map(String) : [...units.keys()];
  const options = isObject(asked['options']) ? asked['options'] : {};
  const rows = subscriptions.flatMap((id) => rowsIn(units.get(id.toLowerCase()), id.toLowerCase(), types, faults));
  const size = Math.min(mostRows, faults.pageSize ?? mostRows, Number(options['$top'] ?? 100));
  const from = Number(options['$skipToken'] ?? 0);
  const data = rows.slice(from, from + size);
  const hasMore = from + size < rows.length;
  return {
    status: 200,
    body: {
      totalRecords: rows.length,
      count: data.length,
      resultTruncated: 'false',
      facets: [],
      data,
      ...(hasMore && { $skipToken: String(from + size) }),
    },
  };
}

function rowsIn(
  snapshot: Snapshot | undefined,
  subscriptionId: string,
  types: readonly string[],
  { denied = [] }: ArmFaults,
): JsonObject[] {
  if (!snapshot) return [];
  const operations = Object.keys(snapshot.responses).filter((each) => types.includes(each.toLowerCase()));
  return operations
    .filter((each) => !denied.includes(each) && !snapshot.errors.some(({ operation }) => operation === each))
    .flatMap((operation) =>
      rowsOf(snapshot.responses[operation]).map((row) => ({ ...row, type: operation.toLowerCase(), subscriptionId })),
    );
}
