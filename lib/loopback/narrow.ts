import { AwsError } from './aws-error.ts';
import { asText, isObject, sameJson, type JsonObject } from './json-value.ts';
import { notFound } from './not-found.ts';
import { pagedLists, pagingMembers } from './paging.ts';
import { operationId, type AwsRequest } from './request.ts';
import { membersOf, type Schema } from './schema.ts';

/** Inputs that say what a snapshot's merged answer was asked with, or that are their members' defaults. */
const asCollected: Readonly<Record<string, JsonObject>> = {
  'apigateway:GetResources': { embed: ['methods'] },
  'dynamodb:ListBackups': { BackupType: 'ALL' },
  'ec2:DescribeImageAttribute': { Attribute: 'launchPermission' },
  'ec2:DescribeImages': { ExecutableUsers: ['all'], Owners: ['self'] },
  'ec2:DescribeImages#own': { IncludeDisabled: true, Owners: ['self'] },
  'ec2:DescribeInstances': { IncludeManagedResources: true },
  'ec2:DescribeNetworkInterfaces': { IncludeManagedResources: true },
  'ec2:DescribeRegions': { AllRegions: false },
  'ec2:DescribeSnapshots': { OwnerIds: ['self'], RestorableByUserIds: ['all'] },
  'ec2:DescribeSnapshotAttribute': { Attribute: 'createVolumePermission' },
  'ec2:DescribeSnapshots#own': { OwnerIds: ['self'] },
  'ecs:DescribeTasks': { include: ['TAGS'] },
  'iam:ListVirtualMFADevices': { AssignmentStatus: 'Any' },
  'glacier:ListVaults': { accountId: '-' },
  'memorydb:DescribeSnapshots': { ShowDetail: true },
  'rds:DescribeDBClusterAutomatedBackups': { Filters: [{ Name: 'status', Values: ['retained'] }] },
  'rds:DescribeDBClusterSnapshots': { SnapshotType: 'manual' },
  'rds:DescribeDBInstanceAutomatedBackups': { Filters: [{ Name: 'status', Values: ['retained'] }] },
  'rds:DescribeDBSnapshots': { SnapshotType: 'manual' },
  'secretsmanager:ListSecrets': { IncludePlannedDeletion: true },
  'sqs:GetQueueAttributes': { AttributeNames: ['Policy', 'QueueArn'] },
  'states:DescribeStateMachine': { includedData: 'METADATA_ONLY' },
};

/** What of a request's input tells the resources apart: all but what every request of the collector says. */
export function identifying(id: string, input: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(input)
      .filter(([name, value]) => !isAsCollected(id, name, value))
      .flatMap((entry) => attributes(entry)),
  );
}

/** CloudTrail's attributes are named in the request, each with its value, as other services name members. */
function attributes([name, value]: readonly [string, unknown]): readonly (readonly [string, unknown])[] {
  if (name !== 'LookupAttributes' || !Array.isArray(value)) return [[name, value]];
  return value.filter(isObject).map(({ AttributeKey, AttributeValue }) => [asText(AttributeKey), AttributeValue]);
}

function isAsCollected(id: string, name: string, value: unknown): boolean {
  return value !== undefined && sameJson(asCollected[id]?.[name], value);
}

type Narrow = (answer: JsonObject, value: unknown) => JsonObject | undefined;

/** Inputs that choose in a way of their own. */
const special: Readonly<Record<string, Narrow>> = {
  'iam:ListVirtualMFADevices AssignmentStatus': (answer, value) =>
    filterList(answer, 'VirtualMFADevices', (device) => (device['User'] !== undefined) === (value === 'Assigned')),
  // An account asks about itself, and nobody else is let in.
  's3control:GetPublicAccessBlock AccountId': (answer) => answer,
  'ce:GetCostAndUsage TimePeriod': (answer, value) =>
    filterList(
      answer,
      'ResultsByTime',
      ({ TimePeriod: day }) => isObject(day) && isObject(value) && isWithin(day, value),
    ),
  'ce:GetCostAndUsage Granularity': (answer) => answer,
  'ce:GetCostAndUsage Metrics': (answer) => answer,
  'ce:GetCostAndUsage GroupBy': (answer) => answer,
  'ce:GetCostAndUsage Filter': (answer) => answer,
  'resource-explorer-2:ListIndexes Regions': (answer, value) =>
    filterList(answer, 'Indexes', ({ Region }) => Array.isArray(value) && value.includes(Region)),
  'resource-explorer-2:ListResources Filters': (answer, value) =>
    filterList(
      answer,
      'Resources',
      ({ Region }) => isObject(value) && asText(value['FilterString']) === `region:${asText(Region)}`,
    ),
  'iam:GetAccountAuthorizationDetails Filter': (answer, value) => filterEntities(answer, value),
};

/**
 * Leaves in an answer only what the request asks for: ids, names and filters that the answer's items show as members.
 * Any other input is refused with InvalidParameterValue, so that nobody takes a snapshot's whole answer for a part of it.
 */
export function narrow(request: AwsRequest, answer: JsonObject): JsonObject {
  const asked = Object.entries(request.input).filter(([name]) => !pagingMembers.has(name));
  return asked.reduce((rest, [name, value]) => narrowBy(request, rest, name, value), answer);
}

function narrowBy(request: AwsRequest, answer: JsonObject, name: string, value: unknown): JsonObject {
  const id = operationId(request);
  if ((name === 'DryRun' && value === false) || (Array.isArray(value) && value.length === 0)) return answer;
  if (isAsCollected(id, name, value)) return answer;
  const [list, ...others] = pagedLists(request);
  const chosen = special[`${id} ${name}`]?.(answer, value);
  if (chosen) return chosen;
  const item = list === undefined || others.length > 0 ? undefined : itemOf(request, list);
  if (!list || !item) throw refuse(request, name);
  if (name === 'Filters' || name === 'Filter') return applyFilters(request, answer, { list, item, filters: value });
  const member = [name, name.replace(/s$/, '')].find((candidate) => hasScalar(item, candidate));
  if (!member) throw refuse(request, name);
  return pick(request, answer, { list, member, wanted: Array.isArray(value) ? value : [value] });
}

/** Items by id or name; every one that is asked for must exist. */
function pick(
  request: AwsRequest,
  answer: JsonObject,
  { list, member, wanted }: { readonly list: string; readonly member: string; readonly wanted: readonly unknown[] },
): JsonObject {
  const picked = filterList(answer, list, (item) => wanted.includes(item[member]));
  const found = new Set(itemsOf(picked, list).map((item) => item[member]));
  const missing = wanted.find((value) => !found.has(value));
  if (missing !== undefined) throw notFound(request.service, member, asText(missing));
  return picked;
}

function applyFilters(
  request: AwsRequest,
  answer: JsonObject,
  { list, item, filters }: { readonly list: string; readonly item: Schema; readonly filters: unknown },
): JsonObject {
  if (!Array.isArray(filters)) throw refuse(request, 'Filters');
  return filters.filter(isObject).reduce((rest, filter) => {
    const { Name: name, Values: values } = filter;
    const member = typeof name === 'string' ? pascal(name) : '';
    if (!Array.isArray(values) || !hasScalar(item, member)) {
      throw new AwsError(request.service.codes.invalid, `The filter '${String(name)}' is invalid`);
    }
    const patterns = values.map((value) => wildcard(String(value)));
    return filterList(
      rest,
      list,
      ({ [member]: shown }) => shown !== undefined && patterns.some((pattern) => pattern.test(asText(shown))),
    );
  }, answer);
}

/** Days as Cost Explorer counts them: the last one named is the first that is not asked for. */
function isWithin(day: JsonObject, asked: JsonObject): boolean {
  return asText(day['Start']) >= asText(asked['Start']) && asText(day['Start']) < asText(asked['End']);
}

function filterEntities(answer: JsonObject, kinds: unknown): JsonObject | undefined {
  if (!Array.isArray(kinds)) return undefined;
  const lists = { User: 'UserDetailList', Group: 'GroupDetailList', Role: 'RoleDetailList' };
  const unwanted = Object.entries(lists).filter(([kind]) => !kinds.includes(kind));
  const rest = Object.fromEntries(unwanted.map(([, list]) => [list, []]));
  return filterList({ ...answer, ...rest }, 'Policies', ({ Arn }) =>
    kinds.includes(String(Arn).startsWith('arn:aws:iam::aws:') ? 'AWSManagedPolicy' : 'LocalManagedPolicy'),
  );
}

function filterList(answer: JsonObject, list: string, keep: (item: JsonObject) => boolean): JsonObject {
  return { ...answer, [list]: itemsOf(answer, list).filter(keep) };
}

function itemsOf(answer: JsonObject, list: string): readonly JsonObject[] {
  const items: unknown = answer[list];
  return Array.isArray(items) ? items.filter(isObject) : [];
}

function itemOf(request: AwsRequest, list: string): Schema | undefined {
  const item = request.schema.output.getMemberSchema(list).getValueSchema();
  return item.isStructSchema() ? item : undefined;
}

function hasScalar(item: Schema, name: string): boolean {
  const member = membersOf(item).get(name);
  return member !== undefined && (member.isStringSchema() || member.isBooleanSchema() || member.isNumericSchema());
}

function refuse(request: AwsRequest, name: string): AwsError {
  return new AwsError(request.service.codes.invalid, `The loopback cloud does not know how to choose by ${name}.`);
}

function pascal(name: string): string {
  return name.replaceAll(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** EC2's filters: `*` stands for any characters, `?` for one. */
function wildcard(text: string): RegExp {
  const escaped = text
    .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${escaped}$`, 's');
}
