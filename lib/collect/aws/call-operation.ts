import type { AwsClients } from './clients.ts';
import { codeOf, collectError } from './collect-error.ts';
import type { CollectContext } from './collect-context.ts';
import type { Attribute, AwsOperation, ResourceInput } from './operation.ts';
import { plain } from './plain.ts';
import type { CollectError } from '../../model/snapshot.ts';

/** One operation's merged output, or why it could not be read. */
export type Outcome = { readonly output: object } | { readonly error: CollectError };

/** Where an operation is called. */
export interface CallPlace {
  readonly account: string;
  readonly region: string;
  readonly clients: AwsClients;
  /** What is worth asking CloudTrail about; absent: nothing. */
  readonly attribute?: Attribute;
}

/** Calls an operation page by page and merges the pages. Never throws for what a service does. */
export async function callOperation(
  operation: AwsOperation,
  place: CallPlace,
  context: CollectContext,
  input: ResourceInput = {},
): Promise<Outcome> {
  const pages: object[] = [];
  const tokens = new Set<string>();
  let token: string | undefined;
  try {
    do {
      const answer = await callPage(operation, place, context, token, input);
      pages.push(answer);
      token = operation.next?.(answer);
      if (token && tokens.has(token)) throw Object.assign(new Error('the pages never end'), { name: 'RepeatedToken' });
      if (token) tokens.add(token);
    } while (token);
  } catch (error) {
    if (isAnswer(operation, error)) return { output: {} };
    return {
      error: collectError(operation.id, error, context.signal, Object.keys(input).length > 0 ? input : undefined),
    };
  }
  const secrets = new Set(operation.secrets);
  return { output: merge(pages.map((page) => plain(page, secrets) as object)) };
}

async function callPage(
  operation: AwsOperation,
  { account, region, clients }: CallPlace,
  context: CollectContext,
  token: string | undefined,
  input: ResourceInput,
): Promise<object> {
  const { signal } = context;
  await context.budgets.take({ account, region, budget: operation.budget, operation: operation.id }, signal);
  return context.inFlight(() => {
    signal.throwIfAborted();
    context.count(account);
    return operation.call(clients, { abortSignal: signal }, token, input, account, context.clock());
  });
}

function isAnswer(operation: AwsOperation, error: unknown): boolean {
  return (
    error instanceof Error && (operation.absent?.some((code) => [error.name, codeOf(error)].includes(code)) ?? false)
  );
}

const paging = new Set([
  'NextToken',
  'NextPageToken',
  'PaginationToken',
  'NextMarker',
  'Marker',
  'IsTruncated',
  'nextToken',
  'position',
  'ContinuationToken',
  'LastEvaluatedBackupArn',
  'LastEvaluatedTableName',
  'nextPageToken',
  'NextRecordName',
  'NextRecordType',
  'NextRecordIdentifier',
]);

/** One list after the other; anything else as the last page has it. */
function joined(before: unknown, value: unknown): unknown {
  if (Array.isArray(before) && Array.isArray(value)) return [...(before as unknown[]), ...(value as unknown[])];
  // CloudFront's lists stand in an object of their own.
  return isPage(value) && 'Items' in value ? merge([...(isPage(before) ? [before] : []), value]) : value;
}

function isPage(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Lists of all pages one after the other; other members as the last page has them; no tokens. */
function merge(pages: readonly object[]): object {
  const merged: Record<string, unknown> = {};
  for (const page of pages) {
    for (const [key, value] of Object.entries(page)) {
      if (paging.has(key)) continue;
      merged[key] = joined(merged[key], value);
    }
  }
  return merged;
}
