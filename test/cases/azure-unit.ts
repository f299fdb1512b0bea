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
  const known = (subscription['firewallPolicies'] ?? []) as readonly Row[];
  const stated = new Set(known.map((each) => String(each['id']).toLowerCase()));
  const named = ((subscription['azureFirewalls'] ?? []) as readonly Row[]).flatMap(policyOf);
  const implied = [...new Set([...policies.keys(), ...named])].filter((policy) => !stated.has(policy.toLowerCase()));
  // A policy of which a case states no rules has none.
  const all = [...known.map((each) => String(each['id'])), ...implied];
  responses['Microsoft.Network/firewallPolicies/ruleCollectionGroups'] = all.map((policy) => ({
    input: { id: policy },
    output: { value: policies.get(policy) ?? [] },
  }));
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

function policyOf(firewall: Row): readonly string[] {
  const policy = (firewall['properties'] as Row | undefined)?.['firewallPolicy'] as Row | undefined;
  return typeof policy?.['id'] === 'string' ? [policy['id']] : [];
}
