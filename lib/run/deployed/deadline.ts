/** Kept free at the end of an invocation, to evaluate and write what was collected. */
const margin = 60_000;

/** What a Lambda function is told about its time. */
export interface TimedContext {
  getRemainingTimeInMillis(): number;
}

/** Aborts while there is still time to write: what was not collected until then is unknown, not lost. */
export function deadline(context: TimedContext): AbortSignal {
  return AbortSignal.timeout(Math.max(0, context.getRemainingTimeInMillis() - margin));
}
