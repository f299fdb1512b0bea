import { NetworkManagementClient } from '@azure/arm-network';
import { ResourceGraphClient } from '@azure/arm-resourcegraph';
import type { TokenCredential } from '@azure/identity';
import {
  bearerTokenAuthenticationPolicy,
  createEmptyPipeline,
  createPipelineRequest,
  type HttpClient,
} from '@azure/core-rest-pipeline';
import type { TokenSource } from '../entra/sign-in/entra-token.ts';
import { ArmCallError } from './arm-failure.ts';
import { armTransport, type ArmTransportOptions } from './arm-transport.ts';

/** A list of so many pages has no end. */
const mostPages = 2000;

/** A row as ARM answers it. */
export type ArmRow = Readonly<Record<string, unknown>>;

/** The one door to Azure Resource Manager: everything else knows operations and answers. */
export interface Arm {
  /** Whether anybody can sign in at all. Throws SignInError. */
  signIn(): Promise<void>;
  /** All rows of a list, by its path with `api-version`. */
  list(path: string): Promise<readonly ArmRow[]>;
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

/** Opens Azure Resource Manager with Microsoft's clients. */
export function armClient({ token, ...options }: ArmClientOptions): Arm {
  const { origin } = options;
  const scope = `${origin}/.default`;
  const transport = armTransport(options);
  // A token that is kept elsewhere needs no renewal by the client.
  const credential: TokenCredential = {
    getToken: async () => ({ token: await token(), expiresOnTimestamp: Date.now() + 600_000 }),
  };
  // Trying again is the transport's.
  const common = { endpoint: origin, credentials: { scopes: [scope] }, retryOptions: { maxRetries: 0 } };
  const graph = new ResourceGraphClient(credential, { ...common, httpClient: transport });
  const pipeline = createEmptyPipeline();
  pipeline.addPolicy(bearerTokenAuthenticationPolicy({ credential, scopes: scope }));

  async function page(url: string): Promise<Page> {
    await token();
    const response = await pipeline.sendRequest(transport, createPipelineRequest({ url }));
    return pageOf(response.bodyAsText);
  }

  return {
    signIn: async () => void (await token()),
    async list(path) {
      const rows: ArmRow[] = [];
      const seen = new Set<string>();
      for (let next: string | undefined = `${origin}${path}`; next !== undefined;) {
        if (seen.has(next) || seen.size >= mostPages) throw endless();
        seen.add(next);
        const { value, nextLink }: Page = await page(next);
        rows.push(...value);
        next = nextLink;
      }
      return rows;
    },
    async network(subscription, read) {
      await token();
      const pages: Page[] = [];
      const client = new NetworkManagementClient(credential, subscription, {
        ...common,
        httpClient: recording(transport, pages),
      });
      // What the client makes of the rows lacks fields that it does not know: the wire's own are kept.
      for await (const _row of read(client)) if (pages.length > mostPages) throw endless();
      return pages.flatMap(({ value }) => value);
    },
    async query(query, subscriptions) {
      await token();
      const rows: ArmRow[] = [];
      const seen = new Set<string>();
      for (let skipToken: string | undefined; ;) {
        const answer = await graph.resources({
          query,
          subscriptions: [...subscriptions],
          options: { resultFormat: 'objectArray', top: 1000, ...(skipToken !== undefined && { skipToken }) },
        });
        if (!Array.isArray(answer.data)) throw unexpected('Resource Graph answered without rows');
        rows.push(...(answer.data as ArmRow[]));
        if (answer.skipToken === undefined) {
          if (answer.resultTruncated === 'true') throw unexpected('Resource Graph cut its answer off');
          return rows;
        }
        if (seen.has(answer.skipToken) || seen.size >= mostPages) throw endless();
        seen.add(answer.skipToken);
        skipToken = answer.skipToken;
      }
    },
  };
}

interface Page {
  readonly value: readonly ArmRow[];
  readonly nextLink?: string;
}

/** Keeps the pages that pass, and stops a list that leads in circles. */
function recording(transport: HttpClient, pages: Page[]): HttpClient {
  const seen = new Set<string>();
  return {
    async sendRequest(request) {
      if (seen.has(request.url)) throw endless();
      seen.add(request.url);
      const response = await transport.sendRequest(request);
      pages.push(pageOf(response.bodyAsText));
      return response;
    },
  };
}

/** One page of a list; throws where it is none. */
function pageOf(body: string | null | undefined): Page {
  const answer = parsed(body ?? '');
  const value = isRow(answer) ? answer['value'] : undefined;
  if (!isRow(answer) || !Array.isArray(value) || !value.every(isRow))
    throw unexpected('Azure answered without a list of objects');
  const { nextLink } = answer;
  return { value, ...(typeof nextLink === 'string' && nextLink !== '' && { nextLink }) };
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function isRow(value: unknown): value is ArmRow {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function endless(): ArmCallError {
  return new ArmCallError({ status: 200, code: 'EndlessPages', message: 'the pages never end' });
}

function unexpected(message: string): ArmCallError {
  return new ArmCallError({ status: 200, code: 'UnexpectedAnswer', message });
}
