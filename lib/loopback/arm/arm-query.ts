import type { Snapshot } from '../../model/snapshot.ts';
import { isObject, type JsonObject } from '../json-value.ts';
import { armFailure, type ArmReply } from './arm-reply.ts';
import type { ArmFaults } from './loopback-arm.ts';
import { rowsOf } from '../rows-of.ts';

const mostRows = 1000;

/** Types that are rows of another table than `resources`. */
const otherTables: Readonly<Record<string, string>> = {
  'microsoft.authorization/classicadministrators': 'authorizationresources',
  'microsoft.network/effectivesecurityadminrules': 'networkresources',
  'microsoft.recoveryservices/vaults/backupfabrics/protectioncontainers/protecteditems': 'recoveryservicesresources',
  ...Object.fromEntries(
    ['a', 'aaaa', 'cname', 'txt'].map((type) => [`microsoft.network/dnszones/${type}`, 'dnsresources']),
  ),
};

/**
 * Answers a query of Resource Graph of the shapes that the collector writes: a table, `where type in~ (…)`, `=~` or
 * `where id in~ (…)`, perhaps a name or what the properties hold, a projection, an order. Types that the caller may not read are left out without a word, as the service does.
 */
export function answerQuery(body: string, units: ReadonlyMap<string, Snapshot>, faults: ArmFaults): ArmReply {
  const asked: unknown = JSON.parse(body);
  if (!isObject(asked) || typeof asked['query'] !== 'string')
    return armFailure(400, 'BadRequest', 'Please provide a query.');
  const query = queryIn(asked['query']);
  if (!query) return armFailure(400, 'BadRequest', 'Query is invalid. Please refer to the documentation.');
  const subscriptions = Array.isArray(asked['subscriptions']) ? asked['subscriptions'].map(String) : [...units.keys()];
  const options = isObject(asked['options']) ? asked['options'] : {};
  const rows = subscriptions.flatMap((id) => rowsIn(units.get(id.toLowerCase()), id.toLowerCase(), query, faults));
  const size = Math.min(mostRows, faults.pageSize ?? mostRows, Number(options['$top'] ?? 100));
  const from = Number(options['$skipToken'] ?? 0);
  const data = rows.slice(from, from + size);
  // Without an id in the projection there is nothing to page by.
  const hasMore = from + size < rows.length;
  const pages = query.fields.length === 0 || query.fields.includes('id');
  return {
    status: 200,
    body: {
      totalRecords: rows.length,
      count: data.length,
      resultTruncated: String(hasMore && !pages),
      facets: [],
      data,
      ...(hasMore && pages && { $skipToken: String(from + size) }),
    },
  };
}

interface Query {
  readonly table: string;
  /** None is all. */
  readonly types: readonly string[];
  readonly ids: readonly string[];
  /** Names, and texts in the properties: a row has one of either. None is all. */
  readonly names: readonly string[];
  readonly texts: readonly string[];
  /** Of the projection; none is all. */
  readonly fields: readonly string[];
}

function queryIn(text: string): Query | undefined {
  const [table = '', ...steps] = text.split('|').map((each) => each.trim());
  const step = (pattern: RegExp): string | undefined => steps.flatMap((each) => pattern.exec(each)?.[1] ?? [])[0];
  const types = step(/^where type in~ \(([^)]*)\)$/) ?? step(/^where type =~ ('[^']*')$/);
  const ids = step(/^where id in~ \(([^)]*)\)$/);
  if (types === undefined && ids === undefined) return undefined;
  const words = (list = ''): readonly string[] =>
    list
      .split(',')
      .map((each) => each.trim().replaceAll("'", ''))
      .filter((each) => each !== '');
  return {
    table: table.toLowerCase(),
    types: words(types?.toLowerCase()),
    ids: words(ids?.toLowerCase()),
    names: words(step(/^where name in~ \(([^)]*)\)/)?.toLowerCase()),
    texts: words(step(/ tostring\(properties\) has_any \(([^)]*)\)$/)?.toLowerCase()),
    fields: words(step(/^project (.*)$/)),
  };
}

function rowsIn(
  snapshot: Snapshot | undefined,
  subscriptionId: string,
  { table, types, fields, ...narrower }: Query,
  { denied = [] }: ArmFaults,
): JsonObject[] {
  if (!snapshot) return [];
  const isAsked = (type: string): boolean =>
    (types.length === 0 || types.includes(type)) && (otherTables[type] ?? 'resources') === table;
  return Object.keys(snapshot.responses)
    .filter((each) => isAsked(each.toLowerCase()))
    .filter((each) => !denied.includes(each) && !snapshot.errors.some(({ operation }) => operation === each))
    .flatMap((each) =>
      rowsOf(snapshot.responses[each])
        .filter((row) => isWanted(row, narrower))
        .map((row) => projected({ ...row, type: each.toLowerCase(), subscriptionId }, fields)),
    );
}

function isWanted(row: JsonObject, { ids, names, texts }: Pick<Query, 'ids' | 'names' | 'texts'>): boolean {
  const plain = (value: unknown): string => String(value).toLowerCase();
  if (ids.length > 0 && !ids.includes(plain(row['id']))) return false;
  if (names.length + texts.length === 0) return true;
  const properties = JSON.stringify(row['properties'] ?? {}).toLowerCase();
  return names.includes(plain(row['name'])) || texts.some((text) => properties.includes(text));
}

/** A field that a row has not is null. */
function projected(row: JsonObject, fields: readonly string[]): JsonObject {
  if (fields.length === 0) return row;
  return Object.fromEntries(fields.map((name) => [name, row[name] ?? null]));
}
