import { azureHost, hostKey, type AzureHost } from '../../model/azure/claimable-host.ts';
import type { ArmRow } from './arm-page.ts';

/** The names of Azure that record sets lead to, each once, in order. */
export function hostsIn(rows: readonly ArmRow[]): readonly AzureHost[] {
  const hosts = rows.flatMap((row) => {
    const cname = within(row, 'CNAMERecord')['cname'];
    return typeof cname === 'string' ? (azureHost(cname) ?? []) : [];
  });
  const byKey = new Map(hosts.map((each) => [hostKey(each), each]));
  return [...byKey].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, host]) => host);
}

/** Ids of the resources that record sets are aliases of, in lower case, each once, in order. */
export function targetsIn(rows: readonly ArmRow[]): readonly string[] {
  const ids = rows.flatMap((row) => {
    const { id } = within(row, 'targetResource');
    return typeof id === 'string' ? [id.toLowerCase()] : [];
  });
  return [...new Set(ids)].toSorted();
}

function within({ properties }: ArmRow, field: string): ArmRow {
  const value = isRow(properties) ? properties[field] : undefined;
  return isRow(value) ? value : {};
}

function isRow(value: unknown): value is ArmRow {
  return typeof value === 'object' && value !== null;
}
