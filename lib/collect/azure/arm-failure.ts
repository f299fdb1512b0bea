import type { CollectError } from '../../model/snapshot.ts';

/** What Azure Resource Manager answered that was no success. */
export interface ArmFailure {
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  /** ARM's own code; `HTTP 403` where the body names none. */
  readonly code: string;
  readonly message: string;
}

/** A failure as the collector throws it. */
export class ArmCallError extends Error {
  readonly failure: ArmFailure;

  constructor(failure: ArmFailure) {
    super(failure.message);
    this.name = 'ArmCallError';
    this.failure = failure;
  }
}

/** The failure that a body tells of ("Common error response", Azure REST API). */
export function failureOf(status: number, body: string | null | undefined): ArmFailure {
  const { code, message } = errorIn(body ?? '');
  return { status, code: code ?? `HTTP ${status}`, message: message ?? `Azure answered HTTP ${status}` };
}

function errorIn(body: string): { readonly code?: string; readonly message?: string } {
  try {
    const { error = {} } = JSON.parse(body) as { error?: { code?: unknown; message?: unknown } };
    return {
      ...(typeof error.code === 'string' && { code: error.code }),
      ...(typeof error.message === 'string' && { message: error.message }),
    };
  } catch {
    return {};
  }
}

/** An error as a snapshot keeps it: the service's own code and sentence, the network's, or that of signing in. */
export function armError(operation: string, error: unknown, signal: AbortSignal, id?: string): CollectError {
  const input = id === undefined ? {} : { input: { id } };
  if (signal.aborted)
    return { operation, code: 'Aborted', message: 'the scan was stopped before it was read', ...input };
  if (error instanceof ArmCallError) return { operation, code: error.failure.code, message: error.message, ...input };
  const code = codeOf(error);
  return { operation, code, message: error instanceof Error ? error.message : String(error), ...input };
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'Failed';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'name' in error && typeof error.name === 'string' ? error.name : 'Failed';
}
