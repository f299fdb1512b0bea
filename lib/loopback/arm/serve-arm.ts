import { armPermission } from '../../model/azure/arm-operations.ts';
import type { CollectError, KeyedResponse, Snapshot } from '../../model/snapshot.ts';
import { isAzureUnit } from '../../model/unit.ts';
import { isObject, type JsonObject } from '../json-value.ts';
import { armFailure, armPage, notAuthorized, type ArmReply } from './arm-reply.ts';
import type { ArmRoute } from './arm-route.ts';
import { callerRights, permissions } from './caller-rights.ts';
import type { ArmFaults } from './loopback-arm.ts';
import { rowsOf } from '../rows-of.ts';

/** One GET. */
export interface ArmGet {
  readonly route: ArmRoute;
  /** As the real ARM would have been asked. */
  readonly address: URL;
  /** The caller's. */
  readonly tenant: string;
  /** By id of the subscription, of the caller's tenant alone. */
  readonly units: ReadonlyMap<string, Snapshot>;
  readonly faults: ArmFaults;
}

/** Answers a list from the snapshots. What a subscription holds none of is an empty list, as it is in Azure. */
export function serveArm({ route, address, tenant, units, faults }: ArmGet): ArmReply {
  const { operation, subscription, parent, id } = route;
  if (!address.searchParams.has('api-version'))
    return armFailure(
      400,
      'MissingApiVersionParameter',
      'The api-version query parameter (?api-version=) is required for all requests.',
    );
  if (operation === 'Microsoft.Resources/subscriptions')
    return armPage(operation, known(units, tenant), address, faults);
  if (operation.startsWith('Microsoft.Management/')) return armPage(operation, descendants(units), address, faults);
  const snapshot = units.get(subscription);
  if (!snapshot)
    return armFailure(404, 'SubscriptionNotFound', `The subscription '${subscription}' could not be found.`);
  const name = nameIn(snapshot, operation);
  if (faults.denied?.some((each) => each.toLowerCase() === name.toLowerCase()))
    return notAuthorized(armPermission(name), parent ?? `/subscriptions/${subscription}`);
  const error = snapshot.errors.find(
    (each) => each.operation === name && (!each.input || isSame(each.input['id'], parent)),
  );
  if (error) return recorded(error);
  const rows = rowsAt(snapshot, name, parent, faults);
  if (id === undefined) return armPage(name, rows, address, faults);
  const one = rows.find((row) => isSame(row['id'], id));
  return one ? { status: 200, body: one } : armFailure(404, 'ResourceNotFound', `The Resource '${id}' was not found.`);
}

function rowsAt(
  snapshot: Snapshot,
  name: string,
  parent: string | undefined,
  faults: ArmFaults,
): readonly JsonObject[] {
  const stored = snapshot.responses[name];
  if (name === permissions) return callerRights(snapshot, faults);
  return parent === undefined ? rowsOf(stored) : childrenOf(stored, parent);
}

/** The subscriptions that the snapshots tell of, and those that they are of. */
function known(units: ReadonlyMap<string, Snapshot>, tenantId: string): readonly JsonObject[] {
  const untold = [...units.keys()].map((subscriptionId) => {
    const id = `/subscriptions/${subscriptionId}`;
    return { id, subscriptionId, displayName: subscriptionId, tenantId, state: 'Enabled', managedByTenants: [] };
  });
  const told = [...units.values()].flatMap(({ responses }) => rowsOf(responses['Microsoft.Resources/subscriptions']));
  return [...new Map([...untold, ...told].map((row) => [String(row['subscriptionId']).toLowerCase(), row])).values()];
}

/** All of them stand below every management group that is asked for. */
function descendants(units: ReadonlyMap<string, Snapshot>): readonly JsonObject[] {
  return [...units.values()].flatMap(({ unit }) =>
    isAzureUnit(unit)
      ? [
          {
            id: `/subscriptions/${unit.subscription}`,
            name: unit.subscription,
            type: 'Microsoft.Management/managementGroups/subscriptions',
          },
        ]
      : [],
  );
}

/** The operation as the snapshot writes it: paths come in any case. */
function nameIn({ responses, errors }: Snapshot, operation: string): string {
  const all = [...Object.keys(responses), ...errors.map((each) => each.operation)];
  return all.find((each) => each.toLowerCase() === operation.toLowerCase()) ?? operation;
}

function childrenOf(stored: unknown, parent: string): readonly JsonObject[] {
  const answers = Array.isArray(stored) ? (stored as readonly KeyedResponse[]) : [];
  // Some children stand below a service of the resource: `…/storageAccounts/a/blobServices/default/containers`.
  const own = answers.find(
    ({ input }) => isSame(input['id'], parent) || isSame(`${String(input['id'])}/blobServices/default`, parent),
  );
  return own && isObject(own.output) ? rowsOf(own.output) : [];
}

function isSame(id: unknown, parent: string | undefined): boolean {
  return typeof id === 'string' && parent !== undefined && id.toLowerCase() === parent.toLowerCase();
}

function recorded({ code, message }: CollectError): ArmReply {
  const status = Number(/^HTTP (\d{3})$/.exec(code)?.[1] ?? (code === 'SubscriptionNotFound' ? 404 : 403));
  return armFailure(status, code, message);
}
