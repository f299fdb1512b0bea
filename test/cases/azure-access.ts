import { tenantModel } from '../../lib/evaluate/tenant-model.ts';
import type { AzureAccess } from '../../lib/model/azure/access.ts';
import { snapshotSchema, type CollectError, type KeyedResponse, type Snapshot } from '../../lib/model/snapshot.ts';
import type { Standard } from '../../lib/model/standard.ts';
import { defaultStandard } from '../../lib/standard/schema.ts';
import type { Comparison } from './case-file.ts';

type Row = Readonly<Record<string, unknown>>;

interface AccessCase {
  readonly subscription: Row;
  readonly config?: Row;
  readonly expect: Row;
  readonly description?: string;
}

/** The moment that all cases are judged at. */
const now = '2026-10-01T00:00:00Z';

/** Who holds what in the subscription of a case: the set of (rule, principal), and whether something is unknown. */
export function compareAccess(example: unknown): readonly Comparison[] {
  const { subscription, config = {}, expect, description = '' } = example as AccessCase;
  const unit = accessUnit(subscription);
  const standard = standardOf(config);
  const reading = tenantModel([unit], standard).read('azure.access', unit);
  const found = reading.read ? findingsOf(reading.value, standard) : [];
  const isUnknown = !reading.read || reading.value.unknowns.length > 0;
  const reason = reading.read
    ? [
        description,
        ...reading.value.unknowns.map(
          ({ about, principal, unread }) => `${about} ${principal ?? ''}: ${unread.message}`,
        ),
      ].join('; ')
    : JSON.stringify(reading);
  return [
    { about: 'findings', expected: plain(rows(expect['findings']).map(pairOf)), found: plain(found), reason },
    { about: 'unknown', expected: String(saysUnknown(expect['unknown'])), found: String(isUnknown), reason },
  ];
}

/** What is said of the subscription or of a role, and not of a principal. */
const withoutPrincipal: ReadonlySet<string> = new Set(['too-many-owners', 'custom-owner-role-unused']);

function findingsOf(access: AzureAccess, { azure }: Standard): readonly string[] {
  const held = access.holders.flatMap(({ id, roles, path }) => [
    ...roles.flatMap(({ rule }) => (rule ? [`${rule} ${id}`] : [])),
    ...(path ? [`escalation-path ${id}`] : []),
  ]);
  return [
    ...held,
    ...(access.owners.length > azure.owners.most ? ['too-many-owners'] : []),
    ...[...access.unusedRoles].map(() => 'custom-owner-role-unused'),
  ];
}

function pairOf(finding: Row): string {
  const rule = String(finding['rule']);
  const principal = textOf(finding['principal']) ?? textOf(finding['principalId']);
  return withoutPrincipal.has(rule) ? rule : `${rule} ${principal?.toLowerCase() ?? ''}`;
}

/** Sets are compared as sets: in order, once each. */
function plain(pairs: readonly string[]): string {
  return [...new Set(pairs)].toSorted().join(', ');
}

function saysUnknown(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : isRecord(value) ? Object.keys(value).length > 0 : Boolean(value);
}

/** Collections of a case, and the operation that answers with each. A missing one is empty. */
const collections: Readonly<Record<string, readonly string[]>> = {
  'Microsoft.App/containerApps': ['containerApps'],
  'Microsoft.Authorization/classicAdministrators': ['classicAdministrators'],
  'Microsoft.Authorization/denyAssignments': ['denyAssignments'],
  'Microsoft.Authorization/roleAssignmentScheduleInstances': ['roleAssignmentScheduleInstances', 'roleSchedules'],
  'Microsoft.Authorization/roleAssignments': ['roleAssignments'],
  'Microsoft.Authorization/roleDefinitions': ['roleDefinitions'],
  'Microsoft.Authorization/roleEligibilityScheduleInstances': [
    'roleEligibilityScheduleInstances',
    'eligibleRoleAssignments',
    'roleEligibilities',
  ],
  'Microsoft.Automation/automationAccounts': ['automationAccounts'],
  'Microsoft.Compute/virtualMachineScaleSets': ['virtualMachineScaleSets', 'scaleSets'],
  'Microsoft.Compute/virtualMachines': ['virtualMachines', 'vms'],
  'Microsoft.ContainerInstance/containerGroups': ['containerGroups'],
  'Microsoft.ContainerService/managedClusters': ['managedClusters', 'aksClusters'],
  'Microsoft.DataFactory/factories': ['dataFactories', 'factories'],
  'Microsoft.HybridCompute/machines': ['hybridMachines', 'machines', 'arcMachines'],
  'Microsoft.Logic/workflows': ['workflows', 'logicApps', 'logicWorkflows'],
  'Microsoft.ManagedIdentity/userAssignedIdentities': ['userAssignedIdentities', 'managedIdentities'],
  'Microsoft.ManagedServices/registrationAssignments': ['registrationAssignments'],
  'Microsoft.ManagedServices/registrationDefinitions': ['registrationDefinitions'],
  'Microsoft.Web/sites': ['sites', 'webApps', 'functionApps', 'appServices', 'websites'],
  'Microsoft.Web/sites/slots': ['slots', 'siteSlots'],
};

/** The unit that a scan of the subscription of a case would have written. */
function accessUnit(subscription: Row): Snapshot {
  const id = textOf(subscription['subscriptionId']) ?? '00000000-0000-0000-0000-000000000001';
  const errors: CollectError[] = [];
  const responses: Record<string, unknown> = {};
  for (const [operation, names] of Object.entries(collections)) {
    // A collection that is null, or named among errors, was not read.
    if (names.some((name) => subscription[name] === null || isRefused(subscription, name)))
      errors.push({ operation, code: 'AuthorizationFailed', message: 'refused' });
    else
      responses[operation] = {
        value: rowsOf(subscription, operation, names).map((row) => withId(row, id, operation)),
      };
  }
  Object.assign(responses, directoryOf(subscription, errors));
  return {
    schema: snapshotSchema,
    unit: { provider: 'azure', subscription: id },
    collectedAt: now,
    responses,
    errors,
  };
}

/** The rows of a collection, and those of its type in a list of all resources. */
function rowsOf(subscription: Row, operation: string, names: readonly string[]): readonly Row[] {
  const typed = rows(subscription['resources']).filter(
    ({ type }) => String(type).toLowerCase() === operation.toLowerCase(),
  );
  return [...names.flatMap((name) => rows(subscription[name])), ...typed];
}

/** A row that states no id gets one by its name. */
function withId(row: Row, subscription: string, operation: string): Row {
  const name = textOf(row['name']);
  if (row['id'] !== undefined || name === undefined) return row;
  return { ...row, id: `/subscriptions/${subscription}/resourceGroups/rg/providers/${operation}/${name}` };
}

function isRefused(subscription: Row, name: string): boolean {
  const lists = ['errors', 'fetchErrors', 'unread', 'denied'].map((field) => JSON.stringify(subscription[field] ?? ''));
  return lists.some((text) => text.toLowerCase().includes(`${name.toLowerCase()}"`));
}

const objectTypes: Readonly<Record<string, string>> = {
  user: '#microsoft.graph.user',
  group: '#microsoft.graph.group',
  serviceprincipal: '#microsoft.graph.servicePrincipal',
};

/** Answers of Microsoft Graph; a directory that is not complete is answered for in part. */
function directoryOf(subscription: Row, errors: CollectError[]): Row {
  const objects = '/directoryObjects/getByIds';
  const members = '/groups/{id}/transitiveMembers';
  const failed = { code: 'Authorization_RequestDenied', message: 'Insufficient privileges to complete the operation.' };
  if (!Array.isArray(subscription['directory'])) {
    errors.push({ operation: objects, ...failed }, { operation: members, ...failed });
    return {};
  }
  if (subscription['directoryComplete'] === false)
    errors.push({ operation: objects, input: { ids: 'rest' }, ...failed });
  const directory = rows(subscription['directory']);
  const groups = directory.filter((each) => String(each['type']).toLowerCase() === 'group');
  const answered = groups.map((group): KeyedResponse => ({
    input: { id: String(group['id']) },
    output: { value: membersOf(group, directory) },
  }));
  return { [objects]: { value: directory.map(objectOf) }, [members]: answered };
}

function objectOf(entry: Row): Row {
  const type = objectTypes[String(entry['type']).toLowerCase()] ?? textOf(entry['@odata.type']) ?? '';
  return { ...entry, '@odata.type': type };
}

/** Members and those of nested groups; where only their number is said, so many people that nobody names. */
function membersOf(group: Row, directory: readonly Row[]): readonly Row[] {
  const byId = new Map(directory.map((each) => [String(each['id']), each]));
  const found = new Map<string, Row>();
  const queue = idsIn(group);
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (found.has(id)) continue;
    const entry = byId.get(id);
    found.set(id, { id, '@odata.type': entry ? objectOf(entry)['@odata.type'] : objectTypes['user'] });
    if (entry) queue.push(...idsIn(entry));
  }
  const missing = Number(group['memberCount'] ?? 0) - idsIn(group).length;
  const unnamed = Array.from({ length: Math.max(0, missing) }, (_, at) => `${String(group['id'])}-member-${at}`);
  return [...found.values(), ...unnamed.map((id) => ({ id, '@odata.type': objectTypes['user'] }))];
}

function idsIn(group: Row): string[] {
  const members = group['members'];
  if (!Array.isArray(members)) return [];
  return (members as unknown[]).map((each) => (isRecord(each) ? String(each['id']) : String(each)));
}

/** The configuration of a case, in the words of the standard. */
function standardOf(config: Row): Standard {
  const most = Object.entries(config).find(([name, value]) => /owner/i.test(name) && typeof value === 'number')?.[1];
  const trusted = Object.entries(config).find(
    ([name, value]) => /tenant|trusted/i.test(name) && Array.isArray(value),
  )?.[1];
  return {
    ...defaultStandard,
    ...(typeof most === 'number' && { azure: { ...defaultStandard.azure, owners: { most } } }),
    ...(Array.isArray(trusted) && {
      trustedAccounts: (trusted as unknown[]).map((id) => ({
        id: String(isRecord(id) ? id['id'] : id),
        name: 'trusted',
      })),
    }),
  };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function rows(value: unknown): readonly Row[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

function isRecord(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
