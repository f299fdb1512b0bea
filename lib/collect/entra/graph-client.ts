import {
  AuthenticationHandler,
  Client,
  GraphError,
  type AuthenticationProvider,
  type Context,
  type Middleware,
} from '@microsoft/microsoft-graph-client';

/** What Graph answered that was no success. */
export interface GraphFailure {
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  /** Graph's own code; `HTTP 403` where the body names none. */
  readonly code: string;
  readonly message: string;
  /** Milliseconds that the service asks to wait. */
  readonly retryAfter?: number;
}

/** A failure as it is thrown by {@link Graph}. */
export class GraphCallError extends Error {
  readonly failure: GraphFailure;

  constructor(failure: GraphFailure) {
    super(failure.message);
    this.failure = failure;
  }
}

/** The one door to Microsoft Graph: everything else knows paths and answers. */
export interface Graph {
  /** `https://graph.microsoft.com` or that of a national cloud: no token goes anywhere else. */
  readonly origin: string;
  /** Whether anybody can sign in at all. Throws SignInError. */
  signIn(): Promise<void>;
  /** `path` begins with a slash, or is a link to the next page. Throws {@link GraphCallError}. */
  get(path: string, version: 'v1.0' | 'beta', signal: AbortSignal): Promise<unknown>;
  post(path: string, version: 'v1.0' | 'beta', body: unknown, signal: AbortSignal): Promise<unknown>;
}

/** How the door is opened. */
export interface GraphClientOptions {
  readonly origin: string;
  /** An access token for the origin. */
  token(): Promise<string>;
  /** A loopback server that stands for the origin: requests stay as they are, and go there. */
  readonly endpoint?: string;
}

/** No single call may hang: the slowest reports take some ten seconds. */
const callTimeout = 60_000;

/**
 * Opens Microsoft Graph with Microsoft's client. Its own retrying is left out, for it neither knows of server errors nor
 * of broken connections. Errors and dates come in English, and words that are newer than the version come as they are.
 */
export function graphClient({ origin, token, endpoint }: GraphClientOptions): Graph {
  const provider: AuthenticationProvider = { getAccessToken: token };
  const authentication = new AuthenticationHandler(provider);
  authentication.setNext(new Transport(endpoint));
  const client = Client.initWithMiddleware({ middleware: authentication, baseUrl: `${origin}/` });
  const request = (path: string, version: string, signal: AbortSignal) =>
    client
      .api(path)
      .version(version)
      .headers({ 'Accept-Language': 'en-US', Prefer: 'include-unknown-enum-members' })
      .options({ signal: AbortSignal.any([signal, AbortSignal.timeout(callTimeout)]) });
  return {
    origin,
    signIn: async () => void (await token()),
    get: (path, version, signal) => attempt(token, () => request(path, version, signal).get() as Promise<unknown>),
    post: (path, version, body, signal) =>
      attempt(token, () => request(path, version, signal).post(body) as Promise<unknown>),
  };
}

/** The last of the chain: sends the request, to the loopback server if there is one. */
class Transport implements Middleware {
  private readonly endpoint: string | undefined;

  constructor(endpoint: string | undefined) {
    this.endpoint = endpoint;
  }

  async execute(context: Context): Promise<void> {
    const { request, options } = context;
    if (typeof request !== 'string') throw new TypeError('only addresses are requested');
    const { pathname, search } = new URL(request);
    context.response = await fetch(this.endpoint ? new URL(pathname + search, this.endpoint) : request, {
      ...(options as RequestInit),
      // A redirect would carry the token to wherever it points.
      redirect: 'manual',
    });
  }
}

/** The client would make an error without a name of a failed sign-in: the token is asked for beforehand. */
async function attempt<T>(token: () => Promise<string>, call: () => Promise<T>): Promise<T> {
  await token();
  try {
    return await call();
  } catch (error) {
    throw error instanceof GraphError ? new GraphCallError(failureOf(error)) : error;
  }
}

function failureOf({ statusCode, code, message, headers }: GraphError): GraphFailure {
  const status = Math.max(0, statusCode);
  const inner = innerError(message);
  const wait = retryAfterOf(headers?.get('retry-after'));
  return {
    status,
    code: inner.code ?? (status === 0 ? 'NetworkError' : code || `HTTP ${status}`),
    message: inner.message ?? message,
    ...(wait !== undefined && { retryAfter: wait }),
  };
}

/** Privileged Identity Management writes its own error into the message, as JSON. */
export function innerError(message: string): { readonly code?: string; readonly message?: string } {
  if (!message.startsWith('{')) return {};
  try {
    const { errorCode, message: said } = JSON.parse(message) as Readonly<Record<string, unknown>>;
    return {
      ...(typeof errorCode === 'string' && { code: errorCode }),
      ...(typeof said === 'string' && { message: said }),
    };
  } catch {
    return {};
  }
}

/** Milliseconds, from seconds or from a date. */
export function retryAfterOf(header: string | null | undefined, now = Date.now()): number | undefined {
  if (!header) return undefined;
  const seconds = Number(header);
  const wait = Number.isNaN(seconds) ? Date.parse(header) - now : seconds * 1000;
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}
