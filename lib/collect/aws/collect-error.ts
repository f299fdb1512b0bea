import type { CollectError } from '../../model/snapshot.ts';

/** What an SDK error looks like, as far as we read it. */
export interface SdkError {
  readonly name?: string;
  readonly message?: string;
  readonly code?: unknown;
  readonly cause?: unknown;
  readonly $metadata?: { readonly httpStatusCode?: number };
}

/** An SDK's, a socket's or a parser's error as the snapshot keeps it: one line, no request ids. */
export function collectError(
  operation: string,
  error: unknown,
  signal: AbortSignal | undefined,
  input?: CollectError['input'],
): CollectError {
  const about = { operation, ...(input && { input }) };
  if (signal?.aborted) return { ...about, ...aborted(signal) };
  const sdk: SdkError = typeof error === 'object' && error !== null ? error : { message: String(error) };
  const code = codeOf(sdk);
  return { ...about, code, message: oneLine(sdk.message ?? '', sdk) || code };
}

/** How an operation is recorded that was cut short or not called any more: `AbortSignal.timeout` is the deadline. */
function aborted({ reason }: AbortSignal): Pick<CollectError, 'code' | 'message'> {
  return reason instanceof DOMException && reason.name === 'TimeoutError'
    ? { code: 'DeadlineExceeded', message: 'the time for the scan was up' }
    : { code: 'Aborted', message: 'the scan was interrupted' };
}

/** Node's codes of DNS, sockets and TLS, and the SDK's own of endpoints. */
const unreachable = /^(E|CERT_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_)[A-Z0-9_]+$|^TimeoutError$|^UnknownEndpoint$/;

/** Whether a code says that the endpoint did not answer, so that trying its other operations is in vain. */
export function isUnreachable(code: string): boolean {
  return unreachable.test(code);
}

/** The service's own code, or else the system's. */
export function codeOf(error: SdkError): string {
  const cause: SdkError | undefined = typeof error.cause === 'object' && error.cause !== null ? error.cause : undefined;
  const systemCode = [error.code, cause?.code].find(
    (code) => typeof code === 'string' && /^[A-Z][A-Z0-9_]+$/.test(code),
  );
  if (typeof systemCode === 'string') return systemCode;
  const parsedNothing = error.name === undefined || error.name === 'Error' || error.name === 'SyntaxError';
  if (!parsedNothing) return error.name ?? 'Error';
  return error.$metadata?.httpStatusCode === undefined ? 'Error' : 'UnparseableAnswer';
}

function oneLine(message: string, error: SdkError): string {
  const status = error.$metadata?.httpStatusCode;
  const text = message
    .replaceAll(/[\s\p{C}]+/gu, ' ')
    .replace(/ ?Deserialization error: to see the raw response.*$/, '')
    .replaceAll(/(,? ?(Request ?ID|Extended Request ID|Proxy)|Encoded authorization failure message): ?[^\s,;)]+/gi, '')
    .trim()
    .slice(0, 500);
  return codeOf(error) === 'UnparseableAnswer' ? `HTTP ${status}: ${text}` : text;
}
