import { graphNeeds } from '../../model/entra/graph-operations.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { isObject, type JsonObject } from '../json-value.ts';
import { rowsOf } from '../rows-of.ts';
import { queryOf, selected } from './graph-page.ts';
import { graphFailure, permissionMissing, recordedFailure, type GraphReply } from './graph-reply.ts';
import type { GraphFaults } from './loopback-graph.ts';

/** The operation that answers with the objects of a list of ids. */
export const objectsById = '/directoryObjects/getByIds';

const mostIds = 1000;
/** Lists of a tenant, and what Graph calls each of their objects. */
const kinds: Readonly<Record<string, string>> = {
  '/users': '#microsoft.graph.user',
  '/groups': '#microsoft.graph.group',
  '/servicePrincipals': '#microsoft.graph.servicePrincipal',
};

/** Answers `getByIds` from the lists of a tenant: ids that nobody has are left out, as Graph does. */
export function serveObjectsById(
  snapshot: Snapshot,
  body: string,
  search: URLSearchParams,
  faults: GraphFaults,
): GraphReply {
  const permission = graphNeeds[objectsById]?.permission;
  if (permission && faults.withheld?.includes(permission)) return permissionMissing(objectsById, permission);
  const error = snapshot.errors.find(({ operation }) => operation === objectsById);
  if (error) return recordedFailure(error);
  const asked: unknown = JSON.parse(body);
  const ids = isObject(asked) && Array.isArray(asked['ids']) ? asked['ids'].map(String) : [];
  if (ids.length > mostIds)
    return graphFailure(400, 'Request_BadRequest', `The number of ids exceeds the limit of ${mostIds}.`);
  const query = queryOf(search);
  const value = Object.entries(kinds).flatMap(([list, type]) =>
    rowsOf(snapshot.responses[list])
      .filter(({ id }) => ids.includes(String(id)))
      .map((row): JsonObject => selected({ '@odata.type': type, ...row }, query)),
  );
  return { status: 200, body: { value } };
}
