import { subscriptionOf } from '../../model/azure/arm-id.ts';
import { hostKey, type AzureHost } from '../../model/azure/claimable-host.ts';
import { heldHosts, holdingTypes } from '../../model/azure/held-hosts.ts';
import { rowsIn, type Collected } from '../collected.ts';
import { notAsked } from '../not-asked.ts';
import type { Arm } from './arm-client.ts';
import { armError } from './arm-failure.ts';
import type { HolderOperation } from './arm-operation.ts';
import type { ArmRow } from './arm-page.ts';
import { hostsIn, targetsIn } from './record-targets.ts';

/** Names in one query, and subscriptions that it is about ("Guidance for throttled requests in Azure Resource Graph"). */
const namesInQuery = 250;
const subscriptionsInQuery = 300;

/** What holders are looked for with. */
export interface HolderOptions {
  readonly arm: Arm;
  readonly signal: AbortSignal;
  /** All subscriptions that the scan sees: a zone in one leads to resources of any. */
  readonly known: readonly ArmRow[];
}

/**
 * Finds the resources that hold the names that records lead to, and those of other subscriptions that records are aliases
 * of: rows of `id`, `type`, and `host` where it is a name. What Resource Graph does not show is no proof of anything.
 */
export async function collectHolders(
  { id, of }: HolderOperation,
  subscription: string,
  { arm, signal, known }: HolderOptions,
  { responses, errors }: Collected,
): Promise<void> {
  const refused = of.flatMap((each) => errors.find(({ operation }) => operation === each) ?? []);
  if (refused[0] && refused.length === of.length) {
    errors.push(notAsked(id, refused[0]));
    return;
  }
  const rows = of.flatMap((each) => rowsIn(responses[each]));
  const hosts = hostsIn(rows);
  const targets = targetsIn(rows).filter((target) => subscriptionOf(target) !== subscription.toLowerCase());
  const queries = [...chunks(hosts, namesInQuery).map(holdersOf), ...chunks(targets, namesInQuery).map(thoseOf)];
  const visible = known.flatMap(({ subscriptionId }) => (typeof subscriptionId === 'string' ? [subscriptionId] : []));
  try {
    const found: ArmRow[] = [];
    for (const query of queries)
      for (const some of chunks(visible, subscriptionsInQuery)) found.push(...(await arm.query(query, some)));
    responses[id] = { value: holdings(found, new Set(hosts.map(hostKey)), new Set(targets)) };
  } catch (error) {
    errors.push(armError(id, error, signal));
  }
}

/** What the answers say of the names and targets that were looked for; a query finds more than these. */
function holdings(found: readonly ArmRow[], names: ReadonlySet<string>, targets: ReadonlySet<string>): ArmRow[] {
  const rows = found.flatMap(({ id, type, properties }): readonly ArmRow[] => {
    const held = heldHosts({ type, properties }).filter((each) => names.has(hostKey(each)));
    const isTarget = typeof id === 'string' && targets.has(id.toLowerCase());
    return [...held.map(({ host }) => ({ id, type, host })), ...(isTarget ? [{ id, type }] : [])];
  });
  const byText = new Map(rows.map((row) => [JSON.stringify(row), row]));
  return [...byText].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

/** A storage account answers at several hosts, and need not name each: its own name tells. */
function holdersOf(hosts: readonly AzureHost[]): string {
  const names = quoted(hosts.map(({ name }) => name));
  const texts = quoted(hosts.map(({ host }) => host));
  return `resources | where type in~ (${quoted(holdingTypes)}) | where name in~ (${names}) or tostring(properties) has_any (${texts}) | project id, name, type, subscriptionId, properties | order by id asc`;
}

function thoseOf(ids: readonly string[]): string {
  return `resources | where id in~ (${quoted(ids)}) | project id, name, type, subscriptionId | order by id asc`;
}

/** No name and no id of Azure holds a quote; a query shall not end where one does all the same. */
function quoted(words: readonly string[]): string {
  return words.map((word) => `'${word.replaceAll(/['\\]/g, '')}'`).join(', ');
}

function chunks<T>(list: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, at) => list.slice(at * size, (at + 1) * size));
}
