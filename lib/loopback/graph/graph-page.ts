import type { JsonObject } from '../json-value.ts';
import type { GraphFaults } from './loopback-graph.ts';
import { graphFailure, type GraphReply } from './graph-reply.ts';

/** What is asked for beside the path. */
export interface GraphQuery {
  readonly select: readonly string[];
  readonly top: number | undefined;
  readonly skip: number;
  readonly filter: string | undefined;
}

/** Reads the query of a request. */
export function queryOf(search: URLSearchParams): GraphQuery {
  const top = search.get('$top');
  return {
    select:
      search
        .get('$select')
        ?.split(',')
        .map((name) => name.trim()) ?? [],
    top: top === null ? undefined : Number(top),
    skip: Number(/^page-(\d+)$/.exec(search.get('$skiptoken') ?? '')?.[1] ?? 0),
    filter: search.get('$filter') ?? undefined,
  };
}

/** Only what `$select` names. What says of which type an object is comes with it. */
export function selected(object: JsonObject, { select }: GraphQuery): JsonObject {
  if (select.length === 0) return object;
  return Object.fromEntries(
    Object.entries(object).filter(([name]) => name.startsWith('@odata') || select.includes(name)),
  );
}

/** What a page is cut out of, and how it says where the next one is. */
export interface Paged {
  readonly operation: string;
  readonly rows: readonly JsonObject[];
  readonly query: GraphQuery;
  /** Address of the request as the real Graph would have been asked, without `$skiptoken`. */
  readonly address: URL;
  readonly faults: GraphFaults;
}

/** One page of a collection, with the address of the next one. */
export function graphPage({ operation, rows, query, address, faults }: Paged): GraphReply {
  const matching = query.filter === undefined ? rows : filtered(rows, query.filter);
  if (!matching)
    return graphFailure(400, 'Request_UnsupportedQuery', `Unsupported or invalid query filter clause: ${query.filter}`);
  const size = Math.min(faults.pageSize ?? Number.POSITIVE_INFINITY, standardSize(operation, query));
  const isEmpty = faults.emptyPages === true && query.skip === size;
  const from = faults.emptyPages === true && query.skip > size ? query.skip - 1 : query.skip;
  const page = isEmpty ? [] : matching.slice(from, from + size);
  const next = isEmpty ? query.skip + 1 : query.skip + page.length;
  const hasMore = isEmpty || (faults.emptyPages === true && query.skip > size ? next - 1 : next) < matching.length;
  const isEndless = faults.endless?.includes(operation) === true;
  return {
    status: 200,
    body: {
      '@odata.context': `${address.origin}/v1.0/$metadata#${operation.slice(1)}`,
      ...(hasMore || isEndless
        ? {
            '@odata.nextLink': nextLink(
              address,
              isEndless ? 0 : next,
              faults.hostileNextLink?.includes(operation) === true,
            ),
          }
        : {}),
      value: page.map((row) => selected(row, query)),
    },
  };
}

/** Reports and policies choose their own size; what carries the sign-in activity is smaller. */
function standardSize(operation: string, { top = 100, select }: GraphQuery): number {
  if (/^\/(reports|identity)\//.test(operation)) return 1_000;
  return Math.min(top, select.includes('signInActivity') ? 500 : 999);
}

function nextLink(address: URL, skip: number, isHostile: boolean): string {
  const next = new URL(address);
  next.searchParams.set('$skiptoken', `page-${skip}`);
  const text = next.href.replaceAll('%24', '$').replaceAll('%2C', ',');
  return isHostile ? text.replace(next.origin, 'https://evil.example') : text;
}

/** `groupId eq 'x'`, or a value without quotes; anything else is not understood. */
function filtered(rows: readonly JsonObject[], filter: string): readonly JsonObject[] | undefined {
  const [, name, quoted, plain] = /^(\w+) eq (?:'([^']*)'|(true|false|\d+))$/.exec(filter) ?? [];
  if (name === undefined) return undefined;
  return rows.filter((row) => String(row[name]) === (quoted ?? plain));
}
