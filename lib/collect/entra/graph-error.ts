import type { CollectError } from '../../model/snapshot.ts';
import { GraphCallError } from './graph-client.ts';

/** An error as a snapshot keeps it: the service's own code and sentence, the network's, or that of signing in. */
export function graphError(operation: string, error: unknown, signal: AbortSignal, id?: string): CollectError {
  const input = id === undefined ? {} : { input: { id } };
  if (signal.aborted)
    return { operation, code: 'Aborted', message: 'the scan was stopped before it was read', ...input };
  if (error instanceof GraphCallError) {
    const { code, message } = error.failure;
    return { operation, code, message: message || `Graph answered ${code}`, ...input };
  }
  const code = codeOf(error);
  return { operation, code, message: error instanceof Error ? error.message : String(error), ...input };
}

function codeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'Failed';
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'name' in error && typeof error.name === 'string' ? error.name : 'Failed';
}
