import { setTimeout as sleep } from 'node:timers/promises';

/** Longest wait for one report, in milliseconds: IAM makes it in seconds. */
const patience = 60_000;

/** What IAM answers about a job under way. */
interface Job {
  readonly JobStatus: string | undefined;
}

/** Asks for a job's report until it is complete. `reason` says why it failed, where it did. */
export async function awaitJob<Answer extends Job>(
  ask: () => Promise<Answer>,
  reason: (answer: Answer) => { readonly Code?: string | undefined; readonly Message?: string | undefined } | undefined,
  signal: AbortSignal,
): Promise<Answer> {
  let waited = 0;
  for (let pause = 100; ; pause = Math.min(2 * pause, 2_000)) {
    const answer = await ask();
    if (answer.JobStatus === 'COMPLETED') return answer;
    if (answer.JobStatus === 'FAILED') {
      const { Code = 'JobFailed', Message = 'IAM could not make the report' } = reason(answer) ?? {};
      throw jobFailure(Code, Message);
    }
    if (waited > patience) throw jobFailure('ReportNotReady', 'IAM did not finish the report in a minute');
    await sleep(pause, undefined, { signal });
    waited += pause;
  }
}

/** An error that is told as a service's is. */
export function jobFailure(name: string, message: string): Error {
  return Object.assign(new Error(message), { name });
}
