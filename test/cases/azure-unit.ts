import { emptySubscription } from '../../checks/azure/cases/subscription.ts';
import { snapshotSchema, type Snapshot } from '../../lib/model/snapshot.ts';

type Row = Readonly<Record<string, unknown>>;

/** Collections of cases whose operation is not that of `Microsoft.Network` and the same name. */
const elsewhere: Readonly<Record<string, string>> = {
  virtualMachines: 'Microsoft.Compute/virtualMachines',
  virtualMachineScaleSets: 'Microsoft.Compute/virtualMachineScaleSets',
  firewallPolicyRuleCollectionGroups: 'Microsoft.Network/firewallPolicies/ruleCollectionGroups',
};

/** The unit that a scan of a case's networks would have written. What a case does not state is empty. */
export function networkUnit(subscription: Row): Snapshot {
  const id = String(subscription['subscriptionId']);
  const lists = Object.entries(subscription).flatMap(([name, value]): (readonly [string, readonly Row[]])[] =>
    Array.isArray(value) ? [[name, value as readonly Row[]]] : [],
  );
  const responses: Record<string, unknown> = { ...emptySubscription };
  for (const [name, rows] of lists) responses[elsewhere[name] ?? `Microsoft.Network/${name}`] = { value: rows };
  const groups = (subscription['firewallPolicyRuleCollectionGroups'] ?? []) as readonly Row[];
  const policies = Map.groupBy(groups, (group) => String(group['id']).replace(/\/ruleCollectionGroups\/.*$/i, ''));
  responses['Microsoft.Network/firewallPolicies/ruleCollectionGroups'] = [...policies].map(([policy, own]) => ({
    input: { id: policy },
    output: { value: own },
  }));
  const known = (subscription['firewallPolicies'] ?? []) as readonly Row[];
  const stated = new Set(known.map((each) => String(each['id']).toLowerCase()));
  const implied = [...policies.keys()].filter((policy) => !stated.has(policy.toLowerCase()));
  responses['Microsoft.Network/firewallPolicies'] = {
    value: [...known, ...implied.map((policy) => ({ id: policy, properties: {} }))],
  };
  return {
    schema: snapshotSchema,
    unit: { provider: 'azure', subscription: id },
    collectedAt: '2026-10-01T00:00:00.000Z',
    responses,
    errors: [],
  };
}
