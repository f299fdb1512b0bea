import type { CollectError } from '../model/snapshot.ts';

/** An operation that was never asked, because the one whose answer says what to ask about was refused. */
export function notAsked(operation: string, refused: CollectError): CollectError {
  return {
    ...refused,
    operation,
    message: `${refused.operation} could not be read: ${refused.message}`,
    because: refused.because ?? refused.operation,
  };
}
