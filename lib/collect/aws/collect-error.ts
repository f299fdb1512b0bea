import type { CollectError } from '../../model/snapshot.ts';
import type { ResourceInput } from './operation.ts';

/** What an SDK error looks like, as far as we read it. */
interface SdkError {
  readonly name?: string;
  readonly message?: string;
  readonly code?: unknown;
  readonly cause?: unknown;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

/** The reason that the abort signal of a scan carries when its time is up. */
export const deadlineExceeded = 'DeadlineExceeded';

/** An SDK's, a socket's or a parser's error as the snapshot keeps it: one line, no request ids. */
export function collectError(
  operation: string,
  error: unknown,
  signal: AbortSignal | undefined,
  input?: ResourceInput,
): CollectError {
  const about = { operation, ...(input && { input }) };
  if (signal?.aborted) return { ...about, ...aborted(signal) };
  const sdk: SdkError = typeof error === 'object' && error !== null ? error : { message: String(error) };
  return { ...about, code: codeOf(sdk), message: oneLine(sdk.message ?? '', sdk) };
}

/** How an operation that was not called any more is recorded. */
export function aborted(signal: AbortSignal): Pick<CollectError, 'code' | 'message'> {
  return signal.reason === deadlineExceeded
    ? { code: deadlineExceeded, message: 'the time for the scan was up' }
    : { code: 'Aborted', message: 'the scan was interrupted' };
}

/** Whether the code says that the endpoint itself was not reached, so that trying its other operations is in vain. */
export function isUnreachable(code: string): boolean {
  return /^E[A-Z]+$|^TimeoutError$|^UnknownEndpoint$/.test(code);
}

function codeOf(error: SdkError): string {
  if (typeof error.code === 'string' && /^E[A-Z_]+$/.test(error.code)) return error.code;
  const cause: SdkError | undefined = typeof error.cause === 'object' && error.cause !== null ? error.cause : undefined;
  if (typeof cause?.code === 'string') return cause.code;
  const parsedNothing = error.name === undefined || error.name === 'Error' || error.name === 'SyntaxError';
  if (!parsedNothing) return error.name ?? 'Error';
  return error.$metadata?.httpStatusCode === undefined ? 'Error' : 'UnparseableAnswer';
}

function oneLine(message: string, error: SdkError): string {
  const status = error.$metadata?.httpStatusCode;
  const text = message
    .replaceAll(/\s+/g, ' ')
    .replace(/ ?Deserialization error: to see the raw response.*$/, '')
    .replaceAll(/(,? ?(Request ?ID|Extended Request ID|Proxy)|Encoded authorization failure message): ?[^\s,;)]+/gi, '')
    .trim()
    .slice(0, 500);
  return codeOf(error) === 'UnparseableAnswer' ? `HTTP ${status}: ${text}` : text;
}
