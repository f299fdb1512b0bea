import { AwsError } from './aws-error.ts';
import { asText, isObject, type JsonObject } from './json-value.ts';
import { operationId, type AwsRequest } from './request.ts';
import { membersOf } from './schema.ts';

const sizeNames = [
  'MaxResults',
  'MaxItems',
  'MaxRecords',
  'PageSize',
  'maxResults',
  'limit',
  'Limit',
  'MaxBuckets',
  'ResourcesPerPage',
];
const tokenNames = [
  'NextToken',
  'NextPageToken',
  'PaginationToken',
  'Marker',
  'nextToken',
  'position',
  'ContinuationToken',
  'ExclusiveStartBackupArn',
  'ExclusiveStartTableName',
  'pageToken',
  'marker',
  'StartRecordName',
];
const nextNames = [
  'NextToken',
  'NextPageToken',
  'PaginationToken',
  'NextMarker',
  'Marker',
  'nextToken',
  'position',
  'ContinuationToken',
  'LastEvaluatedBackupArn',
  'LastEvaluatedTableName',
  'nextPageToken',
  'NextRecordName',
];

/** The members of a request that say which page it asks for. */
export const pagingMembers: ReadonlySet<string> = new Set([...sizeNames, ...tokenNames]);

/** The lists of an operation's answer that its pages divide, first to last. */
export function pagedLists({ schema }: Pick<AwsRequest, 'schema'>): readonly string[] {
  return [...membersOf(schema.output)].filter(([, member]) => member.isListSchema()).map(([name]) => name);
}

/**
 * The page that a request asks for, with the token of the next one. Which members carry sizes and tokens is read off
 * the operation's schemas; an operation without them answers everything at once. Tokens are opaque and hold only for the
 * operation, account and region that gave them.
 */
export function page(request: AwsRequest, answer: JsonObject): JsonObject {
  const tokenName = findMember(request.schema.input, tokenNames);
  const nextName = findMember(request.schema.output, nextNames);
  const size = pageSize(request);
  if (!tokenName || !nextName) return answer;
  const start = readToken(request, request.input[tokenName]);
  const end = start + size;
  const { lists, total } = slice(answer, pagedLists(request), start, end);
  const more = end < total;
  const { [nextName]: _token, ...rest } = answer;
  return {
    ...rest,
    ...lists,
    ...(findMember(request.schema.output, ['IsTruncated']) ? { IsTruncated: more } : {}),
    ...(more ? { [nextName]: writeToken(request, end) } : {}),
  };
}

function findMember(schema: AwsRequest['schema']['input'], names: readonly string[]): string | undefined {
  return names.find((name) => membersOf(schema).has(name));
}

function pageSize(request: AwsRequest): number {
  const { min, max, standard, most = max } = request.service.pageSize(request.schema.name);
  const name = sizeNames.find((candidate) => request.input[candidate] !== undefined);
  if (!name) return standard;
  const size = Number(request.input[name]);
  if (Number.isInteger(size) && size >= min && size <= max) return Math.min(size, most);
  throw new AwsError(
    request.service.codes.invalid,
    `Value ( ${String(request.input[name])} ) for parameter ${name} is invalid. Expecting a value from ${min} to ${max}.`,
  );
}

/** Cuts [start, end) out of the lists laid end to end, as GetAccountAuthorizationDetails divides its four. */
function slice(answer: JsonObject, names: readonly string[], start: number, end: number) {
  let before = 0;
  const lists: Record<string, unknown> = {};
  for (const name of names) {
    const list: unknown = answer[name];
    if (!Array.isArray(list)) continue;
    lists[name] = list.slice(Math.max(0, start - before), Math.max(0, end - before));
    before += list.length;
  }
  return { lists, total: before };
}

function writeToken(request: AwsRequest, offset: number): string {
  return Buffer.from(JSON.stringify({ ...place(request), offset })).toString('base64url');
}

function readToken(request: AwsRequest, token: unknown): number {
  if (token === undefined) return 0;
  const { offset, ...origin } = parseToken(asText(token));
  const expected = place(request);
  if (typeof offset === 'number' && origin['of'] === expected.of && origin['at'] === expected.at) return offset;
  throw new AwsError(request.service.codes.invalid, `The pagination token ${asText(token)} is invalid.`);
}

function parseToken(token: string): JsonObject {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(token, 'base64url').toString());
    return isObject(parsed) ? parsed : {};
  } catch {
    return {};
  }
}

function place(request: AwsRequest): { readonly of: string; readonly at: string } {
  return { of: operationId(request), at: `${request.identity.account}/${request.region}` };
}
