import type { AzureTenant } from '../../model/standard.ts';
import type { Arm, ArmRow } from './arm-client.ts';

/** The subscriptions of a tenant that a scan reads, and those that it was told of and cannot see. */
export interface ListedSubscriptions {
  /** Ids in ascending order. */
  readonly ids: readonly string[];
  readonly invisible: readonly string[];
  /** All that the scan sees, as ARM answers them. */
  readonly known: readonly ArmRow[];
}

/** What may still hold something: a subscription that was switched off is read by nobody, and charged for nothing. */
const readable: ReadonlySet<string> = new Set(['Enabled', 'Warned', 'PastDue']);

/** Finds the subscriptions that the standard names. Throws what keeps them from being listed. */
export async function listSubscriptions(
  arm: Arm,
  { tenant, subscriptions, managementGroup }: AzureTenant,
): Promise<ListedSubscriptions> {
  const known = (await arm.list('/subscriptions?api-version=2022-12-01')).filter(
    (row) => textIn(row, 'tenantId').toLowerCase() === tenant,
  );
  const visible = known
    .filter((row) => readable.has(textIn(row, 'state')))
    .map((row) => textIn(row, 'subscriptionId').toLowerCase());
  const named = subscriptions === 'all' ? visible : subscriptions;
  const below = managementGroup === undefined ? undefined : await belowGroup(arm, managementGroup);
  const wanted = [...new Set(named)].filter((id) => !below || below.has(id)).toSorted();
  return {
    ids: wanted.filter((id) => visible.includes(id)),
    invisible: wanted.filter((id) => !visible.includes(id)),
    known: known.map(({ id, subscriptionId, displayName, tenantId, state, managedByTenants }) => {
      return { id, subscriptionId, displayName, tenantId, state, managedByTenants };
    }),
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
