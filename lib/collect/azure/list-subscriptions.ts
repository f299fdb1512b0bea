import type { CollectError } from '../../model/snapshot.ts';
import type { AzureTenant } from '../../model/standard.ts';
import type { Arm } from './arm-client.ts';
import type { ArmRow } from './arm-page.ts';

/** The subscriptions of a tenant that a scan reads, and those that it was told of and cannot see. */
export interface ListedSubscriptions {
  /** Whose they are. */
  readonly tenant: string;
  /** Ids in ascending order. */
  readonly ids: readonly string[];
  /** Those among them that are switched off: what stands in them can be listed, and nothing of it runs. */
  readonly disabled: ReadonlySet<string>;
  readonly invisible: readonly string[];
  /** All that the scan sees, as ARM answers them. */
  readonly known: readonly ArmRow[];
  /** Why none is visible, where the list itself could not be read. */
  readonly failure?: Pick<CollectError, 'code' | 'message'>;
}

/** A deleted subscription was deleted with all its data, and answers nothing ("Azure subscription states"). Any other state may hold something. */
const gone = 'deleted';

/** Finds the subscriptions that the standard names. Throws what keeps them from being listed. */
export async function listSubscriptions(
  arm: Arm,
  { tenant, subscriptions, managementGroup }: AzureTenant,
): Promise<ListedSubscriptions> {
  const known = (await arm.list('/subscriptions?api-version=2022-12-01')).filter(
    (row) => textIn(row, 'tenantId').toLowerCase() === tenant,
  );
  const states = new Map(
    known.map((row) => [textIn(row, 'subscriptionId').toLowerCase(), textIn(row, 'state').toLowerCase()]),
  );
  const visible = [...states].flatMap(([id, state]) => (state === gone ? [] : [id]));
  const below = managementGroup === undefined ? undefined : await belowGroup(arm, managementGroup);
  const isWanted = (id: string): boolean => !below || below.has(id);
  // What a management group names and nobody shows is a gap, and no choice of whoever wrote the standard.
  const named = subscriptions === 'all' ? [...visible, ...(below ?? [])] : subscriptions.map((id) => id.toLowerCase());
  const isMissing = (id: string): boolean => (subscriptions === 'all' ? !states.has(id) : !visible.includes(id));
  const wanted = [...new Set(named)].toSorted();
  return {
    tenant,
    ids: wanted.filter((id) => visible.includes(id) && isWanted(id)),
    disabled: new Set(visible.filter((id) => states.get(id) === 'disabled')),
    invisible: wanted.filter(isMissing),
    known: known.map(({ id, subscriptionId, displayName, tenantId, state, managedByTenants }) => {
      return { id, subscriptionId, displayName, tenantId, state, managedByTenants };
    }),
  };
}

/** The subscriptions that the standard names, where they could not be listed; undefined when it names none by id. */
export function unlistedSubscriptions(
  { tenant, subscriptions }: AzureTenant,
  { code, message }: Pick<CollectError, 'code' | 'message'>,
): ListedSubscriptions | undefined {
  if (subscriptions === 'all') return undefined;
  return {
    tenant,
    ids: [],
    disabled: new Set(),
    invisible: subscriptions.toSorted(),
    known: [],
    failure: { code, message },
  };
}

async function belowGroup(arm: Arm, group: string): Promise<ReadonlySet<string>> {
  const path = `/providers/Microsoft.Management/managementGroups/${encodeURIComponent(group)}/descendants?api-version=2020-05-01`;
  const rows = await arm.list(path);
  return new Set(
    rows.filter((row) => /\/subscriptions$/i.test(textIn(row, 'type'))).map((row) => textIn(row, 'name').toLowerCase()),
  );
}

function textIn(row: ArmRow, field: string): string {
  const value = row[field];
  return typeof value === 'string' ? value : '';
}
