import { NetworkManagementClient } from '@azure/arm-network';
import { ResourceGraphClient, type QueryResponse } from '@azure/arm-resourcegraph';
import type { TokenCredential } from '@azure/identity';
import {
  bearerTokenAuthenticationPolicy,
  createEmptyPipeline,
  createHttpHeaders,
  createPipelineRequest,
  type HttpClient,
} from '@azure/core-rest-pipeline';
import type { TokenSource } from '../entra/sign-in/entra-token.ts';
import { objectOf, pageGuard, pageOf, unexpected, type ArmPage, type ArmRow } from './arm-page.ts';
import { armTransport, type ArmTransportOptions } from './arm-transport.ts';

/** The one door to Azure Resource Manager: everything else knows operations and answers. */
export interface Arm {
  /** `https://management.azure.com`, or that of another cloud. */
  readonly origin: string;
  /** Whether anybody can sign in at all. Throws SignInError. */
  signIn(): Promise<void>;
  /** All rows of a list, by its path with `api-version`. */
  list(path: string): Promise<readonly ArmRow[]>;
  /** One object, by its path with `api-version`. */
  one(path: string): Promise<ArmRow>;
  /** The answer to a question about a name, by its path with `api-version`. It is a POST, and changes nothing: no other is sent. */
  ask(path: string, question: Readonly<Record<string, string>>): Promise<ArmRow>;
  /** All rows of a list that the network client reads, in the shape of the wire. */
  network(
    subscription: string,
    read: (client: NetworkManagementClient) => AsyncIterable<unknown>,
  ): Promise<readonly ArmRow[]>;
  /** All rows of a query of Resource Graph over these subscriptions. */
  query(query: string, subscriptions: readonly string[]): Promise<readonly ArmRow[]>;
}

/** How the door is opened. */
export interface ArmClientOptions extends ArmTransportOptions {
  readonly token: TokenSource;
}

/** Opens Azure Resource Manager with Microsoft's clients. Their own failure to sign in has no name: the token is asked for beforehand. */
export function armClient({ token, ...options }: ArmClientOptions): Arm {
  const { origin } = options;
  const scopes = [`${origin}/.default`];
  const transport = armTransport(options);
  const credential = credentialOf(token);
  // Trying again is the transport's.
  const common = { endpoint: origin, credentials: { scopes }, retryOptions: { maxRetries: 0 } };
  const graph = new ResourceGraphClient(credential, { ...common, httpClient: transport });
  const pipeline = createEmptyPipeline();
  pipeline.addPolicy(bearerTokenAuthenticationPolicy({ credential, scopes }));
  const bodyAt = async (url: string, question?: object): Promise<string | null | undefined> => {
    await token();
    const request = createPipelineRequest({
      url,
      ...(question && {
        method: 'POST',
        body: JSON.stringify(question),
        headers: createHttpHeaders({ 'Content-Type': 'application/json' }),
      }),
    });
    return (await pipeline.sendRequest(transport, request)).bodyAsText;
  };
  return {
    origin,
    signIn: async () => void (await token()),
    list: (path) => allPages(origin + path, async (url) => pageOf(await bodyAt(url))),
    one: async (path) => objectOf(await bodyAt(origin + path)),
    async ask(path, question) {
      if (!/\/checkNameAvailability\?/i.test(path)) throw new TypeError(`nothing is sent to ${path}`);
      return objectOf(await bodyAt(origin + path, question));
    },
    async network(subscription, read) {
      await token();
      const pages: ArmPage[] = [];
      const httpClient = recording(transport, pages);
      const client = new NetworkManagementClient(credential, subscription, { ...common, httpClient });
      // What the client makes of the rows lacks fields that it does not know: the wire's own are kept.
      for await (const row of read(client)) void row;
      return pages.flatMap(({ value }) => value);
    },
    query: (query, subscriptions) =>
      allRows(async (skipToken) => {
        await token();
        const paging = { top: 1000, ...(skipToken !== undefined && { skipToken }) };
        const format = { resultFormat: 'objectArray', ...paging } as const;
        return graph.resources({ query, subscriptions: [...subscriptions], options: format });
      }),
  };
}

/** A token that is kept, and renewed, elsewhere: the clients shall ask for it again and again. */
function credentialOf(token: TokenSource): TokenCredential {
  return { getToken: async () => ({ token: await token(), expiresOnTimestamp: Date.now() + 60_000 }) };
}

async function allPages(first: string, read: (url: string) => Promise<ArmPage>): Promise<readonly ArmRow[]> {
  const rows: ArmRow[] = [];
  const guard = pageGuard();
  for (let next: string | undefined = first; next !== undefined;) {
    guard(next);
    const { value, nextLink }: ArmPage = await read(next);
    rows.push(...value);
    next = nextLink;
  }
  return rows;
}

/** Resource Graph cuts an answer off where it cannot page it. */
async function allRows(ask: (skipToken?: string) => Promise<QueryResponse>): Promise<readonly ArmRow[]> {
  const rows: ArmRow[] = [];
  const guard = pageGuard();
  for (let next: string | undefined; ;) {
    const { data, skipToken, resultTruncated }: QueryResponse = await ask(next);
    if (!Array.isArray(data)) throw unexpected('Resource Graph answered without rows');
    rows.push(...(data as ArmRow[]));
    if (skipToken === undefined || skipToken === '') {
      if (resultTruncated === 'true') throw unexpected('Resource Graph cut its answer off');
      return rows;
    }
    guard(skipToken);
    next = skipToken;
  }
}

/** Keeps the pages that pass, and stops a list that has no end: the client follows whatever it is told. */
function recording(transport: HttpClient, pages: ArmPage[]): HttpClient {
  const guard = pageGuard();
  return {
    async sendRequest(request) {
      guard(request.url);
      const response = await transport.sendRequest(request);
      pages.push(pageOf(response.bodyAsText));
      return response;
    },
  };
}
