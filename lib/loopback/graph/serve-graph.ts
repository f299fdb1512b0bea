import { graphNeeds, signInActivity } from '../../model/entra/graph-operations.ts';
import type { KeyedResponse, Snapshot } from '../../model/snapshot.ts';
import { isObject } from '../json-value.ts';
import { rowsOf } from '../rows-of.ts';
import { graphPage, queryOf, selected, type GraphQuery } from './graph-page.ts';
import {
  graphFailure,
  licenceMissing,
  needOf,
  permissionMissing,
  recordedFailure,
  type GraphReply,
} from './graph-reply.ts';
import type { GraphFaults } from './loopback-graph.ts';

/** Only the beta version knows them. */
const betaOnly: ReadonlySet<string> = new Set([
  '/users/{id}/authentication/requirements',
  '/reports/servicePrincipalSignInActivities',
]);
/** Named by a filter, and not by the path. */
const byFilter = '/identityGovernance/privilegedAccess/group/eligibilityScheduleInstances';

/** One GET, as it came alone or within a batch. */
export interface GraphGet {
  readonly snapshot: Snapshot;
  readonly version: string;
  /** Without version and query. */
  readonly path: string;
  readonly search: URLSearchParams;
  readonly acceptLanguage: string;
  readonly faults: GraphFaults;
  readonly graphHost: string;
}

/** Which operation a path is of, and for what it is called. */
export function operationOf(
  path: string,
  search: URLSearchParams,
): { readonly operation: string; readonly id?: string } {
  if (path === byFilter) {
    const id = /groupId eq '([^']+)'/.exec(search.get('$filter') ?? '')?.[1];
    return { operation: path, ...(id !== undefined && { id }) };
  }
  if (Object.hasOwn(graphNeeds, path)) return { operation: path };
  const parts = path.split('/');
  const id = decodeURIComponent(parts[2] ?? '');
  const operation = [...parts.slice(0, 2), '{id}', ...parts.slice(3)].join('/');
  return Object.hasOwn(graphNeeds, operation) ? { operation, id } : { operation: path };
}

/** Answers one GET from a tenant's snapshot. */
export function serveGraph(get: GraphGet): GraphReply {
  const { path, search, version, snapshot, faults } = get;
  const { operation, id } = operationOf(path, search);
  const query = queryOf(search);
  if (!Object.hasOwn(graphNeeds, operation) || (betaOnly.has(operation) && version !== 'beta'))
    return graphFailure(400, 'BadRequest', `Resource not found for the segment '${path.split('/').at(-1) ?? ''}'.`);
  if (get.acceptLanguage === '*' && /^\/(roleManagement|applications\/)/.test(path))
    return graphFailure(400, 'BadRequest', '* is an invalid culture identifier. (CultureNotFoundException)');
  return (
    refusal(operation, query, faults) ?? recorded(snapshot, operation, id, query) ?? answer(get, operation, id, query)
  );
}

function asksForSignIns(operation: string, { select }: GraphQuery): boolean {
  return operation === '/users' && select.includes('signInActivity');
}

function refusal(
  operation: string,
  query: GraphQuery,
  { withheld = [], unlicensed = [] }: GraphFaults,
): GraphReply | undefined {
  for (const asked of asksForSignIns(operation, query) ? [operation, signInActivity] : [operation]) {
    const need = needOf(asked);
    if (need && withheld.includes(need.permission)) return permissionMissing(asked, need.permission);
    const isList = asked.startsWith('/identity/conditionalAccess/');
    if (need?.licence && unlicensed.includes(need.licence) && !isList) return licenceMissing(need.licence);
  }
  return undefined;
}

function recorded(
  { errors }: Snapshot,
  operation: string,
  id: string | undefined,
  query: GraphQuery,
): GraphReply | undefined {
  const named = asksForSignIns(operation, query) ? [operation, signInActivity] : [operation];
  const error = errors.find((each) => named.includes(each.operation) && (!each.input || each.input['id'] === id));
  return error && recordedFailure(error);
}

function answer(get: GraphGet, operation: string, id: string | undefined, query: GraphQuery): GraphReply {
  const { snapshot, faults, graphHost, version, path, search } = get;
  const stored = snapshot.responses[operation];
  const isEmptied = faults.unlicensed?.includes('P1') && operation.startsWith('/identity/conditionalAccess/');
  const whole = id === undefined ? stored : keyed(stored, id);
  if (whole === undefined)
    return graphFailure(
      404,
      'Request_ResourceNotFound',
      id === undefined
        ? `The snapshot of ${snapshot.unit.provider} does not hold ${operation}.`
        : `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
    );
  if (!isObject(whole) || !Array.isArray(whole['value']))
    return {
      status: 200,
      body: { '@odata.context': `${graphHost}/${version}/$metadata`, ...selected(isObject(whole) ? whole : {}, query) },
    };
  const address = new URL(`${graphHost}/${version}${path}`);
  for (const [name, value] of search) if (name !== '$skiptoken') address.searchParams.set(name, value);
  const rows = isEmptied ? [] : rowsOf(whole);
  // What a filter names by id was chosen already.
  return graphPage({
    operation,
    rows,
    query: path === byFilter ? { ...query, filter: undefined } : query,
    address,
    faults,
  });
}

function keyed(stored: unknown, id: string): unknown {
  return Array.isArray(stored)
    ? (stored as readonly KeyedResponse[]).find(({ input }) => input['id'] === id)?.output
    : undefined;
}
