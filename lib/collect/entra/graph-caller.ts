import { setTimeout as sleep } from 'node:timers/promises';
import { GraphCallError, retryAfterOf, innerError, type Graph, type GraphFailure } from './graph-client.ts';
import type { GraphOperation, GraphRow } from './graph-operation.ts';
import type { GraphPace } from './graph-pace.ts';

/** Attempts for what the service refuses for the moment, and for connections that break. */
const attempts = 6;
/** Where a service does not say how long to wait; Conditional Access never does, and needs more than a second. */
const firstWait = 2_000;
const longestWait = 60_000;
/** A list of so many pages has no end: a million users are two thousand. */
const mostPages = 5_000;
/** "JSON batching", Microsoft Graph. */
const batchSize = 20;

/** Calls operations of Microsoft Graph: paced, tried again, page by page or twenty at a time. */
export interface GraphCaller {
  /** The whole answer: all objects of a collection as `{ value }`, or the object. Throws what keeps it from being read. */
  read(operation: GraphOperation, query?: string): Promise<unknown>;
  /** All objects that a search by a body finds; `path` is one of the directory's. */
  find(path: string, body: unknown): Promise<readonly GraphRow[]>;
  /** The answer for each id, or why there is none. */
  readEach(operation: GraphOperation, ids: readonly string[]): Promise<ReadonlyMap<string, EachAnswer>>;
}

/** One answer of many. */
export type EachAnswer = { readonly answer: unknown } | { readonly error: unknown };

/** What calling works with. */
export interface GraphCallerOptions {
  readonly graph: Graph;
  readonly pace: GraphPace;
  readonly signal: AbortSignal;
  /** Called before every request. */
  readonly onCall: () => void;
  /** Milliseconds before the first further attempt; for tests. */
  readonly wait?: number;
}

/** Makes the caller of one tenant. */
export function graphCaller({ graph, pace, signal, onCall, wait = firstWait }: GraphCallerOptions): GraphCaller {
  const versionOf = ({ version }: GraphOperation): 'v1.0' | 'beta' => version ?? 'v1.0';

  /** Tries again what may pass. A tenant that has the licence is sometimes told that it has none: once more decides. */
  async function persist<T>(call: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        signal.throwIfAborted();
        return await call();
      } catch (error) {
        const pause = pauseBefore(error, attempt, wait);
        if (pause === undefined || signal.aborted) throw error;
        await sleep(pause, undefined, { signal });
      }
    }
  }

  async function request(operation: GraphOperation, path: string): Promise<unknown> {
    return persist(async () => {
      await pace.take(operation.budget, operation.cost ?? 1, signal);
      onCall();
      return graph.get(path, versionOf(operation), signal);
    });
  }

  async function pages(operation: GraphOperation, first: unknown): Promise<unknown> {
    const rows: GraphRow[] = [];
    const seen = new Set<string>();
    for (let page = first; ;) {
      rows.push(...valuesOf(page));
      const next = nextLinkOf(page, graph.origin);
      if (next === undefined) return { value: kept(operation, rows) };
      if (seen.has(next) || seen.size >= mostPages) throw new GraphCallError(endless);
      seen.add(next);
      page = await request(operation, next);
    }
  }

  const whole = (operation: GraphOperation, first: unknown): Promise<unknown> =>
    operation.answers === 'collection' ? pages(operation, first) : Promise.resolve(withoutAnnotations(first));

  async function readBatch(operation: GraphOperation, ids: readonly string[]): Promise<Map<string, EachAnswer>> {
    const found = new Map<string, EachAnswer>();
    let open = ids;
    for (let attempt = 1; open.length > 0; attempt += 1) {
      const asked = open;
      const answers = await persist(async () => {
        await pace.take(operation.budget, (operation.cost ?? 1) * asked.length, signal);
        onCall();
        return graph.post(
          '/$batch',
          versionOf(operation),
          { requests: asked.map((id, at) => partOf(operation, id, at)) },
          signal,
        );
      });
      const again: string[] = [];
      let pause = 0;
      for (const [at, id] of asked.entries()) {
        const answer = answerAt(answers, at);
        const ownPause = answer instanceof GraphCallError ? pauseBefore(answer, attempt, wait) : undefined;
        if (ownPause === undefined)
          found.set(id, answer instanceof GraphCallError ? { error: answer } : await settle(operation, answer));
        else {
          again.push(id);
          pause = Math.max(pause, ownPause);
        }
      }
      open = again;
      if (open.length > 0) await sleep(pause, undefined, { signal });
    }
    return found;
  }

  async function settle(operation: GraphOperation, first: unknown): Promise<EachAnswer> {
    try {
      return { answer: await whole(operation, first) };
    } catch (error) {
      return { error };
    }
  }

  return {
    async read(operation, query = operation.query) {
      return whole(operation, await request(operation, pathOf(operation, query)));
    },
    async find(path, body) {
      const first = await persist(async () => {
        await pace.take('directory', 1, signal);
        onCall();
        return graph.post(path, 'v1.0', body, signal);
      });
      const operation: GraphOperation = { id: path, answers: 'collection', budget: 'directory' };
      return valuesOf(await pages(operation, first));
    },
    async readEach(operation, ids) {
      const batches = Array.from({ length: Math.ceil(ids.length / batchSize) }, (_, at) =>
        ids.slice(at * batchSize, (at + 1) * batchSize),
      );
      const found = new Map<string, EachAnswer>();
      // A few batches at once: what is inside is counted one by one.
      for (let at = 0; at < batches.length; at += 4) {
        const settled = await Promise.all(
          batches.slice(at, at + 4).map(async (batch) => {
            try {
              return await readBatch(operation, batch);
            } catch (error) {
              return new Map(batch.map((id): [string, EachAnswer] => [id, { error }]));
            }
          }),
        );
        for (const each of settled) for (const [id, answer] of each) found.set(id, answer);
      }
      return found;
    },
  };
}

const endless: GraphFailure = { status: 200, code: 'EndlessPages', message: 'the pages never end' };

function pathOf({ id }: GraphOperation, query: string | undefined): string {
  return query === undefined ? id : `${id}?${encoded(query)}`;
}

/** Spaces and quotes in a filter; the rest is what OData expects. */
function encoded(query: string): string {
  return query.replaceAll(' ', '%20').replaceAll("'", '%27');
}

/** One request of a batch: its place is its name. */
function partOf(operation: GraphOperation, id: string, at: number): object {
  const fill = (text: string): string => text.replaceAll('{id}', encodeURIComponent(id));
  const query = operation.query === undefined ? '' : `?${encoded(fill(operation.query))}`;
  const headers = { 'Accept-Language': 'en-US', Prefer: 'include-unknown-enum-members' };
  return { id: String(at), method: 'GET', url: fill(operation.id) + query, headers };
}

/** What a batch answered to one of its requests: the body, or an error that was made of it. */
function answerAt(batch: unknown, at: number): unknown {
  const responses = isRow(batch) && Array.isArray(batch['responses']) ? (batch['responses'] as unknown[]) : [];
  const own = responses.find((each) => isRow(each) && each['id'] === String(at));
  if (!isRow(own))
    return failed({ status: 503, code: 'MissingAnswer', message: 'the batch has no answer to this request' });
  const status = Number(own['status']);
  if (status < 400) return own['body'];
  const error = isRow(own['body']) && isRow(own['body']['error']) ? own['body']['error'] : {};
  const message = typeof error['message'] === 'string' ? error['message'] : '';
  const inner = innerError(message);
  const headers = isRow(own['headers']) ? own['headers'] : {};
  const after = Object.entries(headers).find(([name]) => name.toLowerCase() === 'retry-after')?.[1];
  const retryAfter = retryAfterOf(
    typeof after === 'number' ? String(after) : typeof after === 'string' ? after : undefined,
  );
  const code = inner.code ?? (typeof error['code'] === 'string' ? error['code'] : `HTTP ${status}`);
  return failed({ status, code, message: inner.message ?? message, ...(retryAfter !== undefined && { retryAfter }) });
}

function failed(failure: GraphFailure): GraphCallError {
  return new GraphCallError(failure);
}

/** How long to wait before the next attempt; undefined when there is to be none. */
function pauseBefore(error: unknown, attempt: number, first: number): number | undefined {
  if (!(error instanceof GraphCallError) || attempt >= attempts) return undefined;
  const { status, code, retryAfter } = error.failure;
  // Licensed tenants are told so, too, now and then: once more, and it is believed.
  if (code === 'Authentication_RequestFromNonPremiumTenantOrB2CTenant') return attempt === 1 ? first : undefined;
  const mayPass = status === 0 || status === 429 || status >= 500;
  return mayPass ? Math.min(longestWait, retryAfter ?? first * 2 ** (attempt - 1)) : undefined;
}

function valuesOf(page: unknown): readonly GraphRow[] {
  const values = isRow(page) ? page['value'] : undefined;
  if (!Array.isArray(values) || !(values as unknown[]).every(isRow))
    throw new GraphCallError({
      status: 200,
      code: 'UnexpectedAnswer',
      message: 'Graph answered without a list of objects',
    });
  return values as readonly GraphRow[];
}

/** The next page. A link that leads anywhere else is not followed: no answer of a service chooses who gets the next request. */
function nextLinkOf(page: unknown, origin: string): string | undefined {
  const link = isRow(page) ? (page['@odata.nextLink'] ?? undefined) : undefined;
  if (link === undefined) return undefined;
  if (typeof link === 'string' && URL.canParse(link) && new URL(link).origin === origin) return link;
  throw new GraphCallError({
    status: 200,
    code: 'ForeignNextLink',
    message: `the link to the next page leads elsewhere than ${origin}`,
  });
}

function kept({ keep }: GraphOperation, rows: readonly GraphRow[]): readonly GraphRow[] {
  return keep ? rows.map(keep).filter((row) => row !== undefined) : rows;
}

/** The one object without the address of its schema. */
function withoutAnnotations(answer: unknown): unknown {
  if (!isRow(answer))
    throw new GraphCallError({ status: 200, code: 'UnexpectedAnswer', message: 'Graph answered without an object' });
  return Object.fromEntries(Object.entries(answer).filter(([name]) => name !== '@odata.context'));
}

function isRow(value: unknown): value is GraphRow {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
