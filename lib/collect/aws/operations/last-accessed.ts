import { setTimeout as sleep } from 'node:timers/promises';
import {
  GenerateServiceLastAccessedDetailsCommand,
  GetServiceLastAccessedDetailsCommand,
  type GetServiceLastAccessedDetailsResponse,
  type IAMClient,
} from '@aws-sdk/client-iam';
import { reducibleArns } from '../reducible-arns.ts';
import { defineOperation, type CallOptions } from '../operation.ts';

/** Longest wait for one report, in milliseconds: IAM makes it in seconds. */
const patience = 60_000;

/**
 * When each service and tracked action was last used, by principal. A job belongs to the session that started it
 * (GenerateServiceLastAccessedDetails, IAM API Reference), so one call starts it, waits for it and reads it; the token of
 * a further page names the job. Every job costs two calls or more, so only the first hundred principals are asked about.
 */
export const getServiceLastAccessedDetails = defineOperation({
  id: 'iam:GetServiceLastAccessedDetails',
  per: 'account',
  budget: 'iam-job',
  alsoNeeds: ['iam:GenerateServiceLastAccessedDetails'],
  each: {
    of: ['iam:GetAccountAuthorizationDetails'],
    inputs: (details) => reducibleArns(details).map((Arn) => ({ Arn })),
    atMost: 100,
    refusedAlike: true,
  },
  async call({ iam }, options, page, { Arn }) {
    const [job, marker] = page?.split(' ') ?? [await startJob(iam, Arn, options)];
    const answer = await finished(iam, { JobId: job, Marker: marker, MaxItems: 1000 }, options);
    return { ...answer, Marker: answer.IsTruncated ? `${job} ${answer.Marker}` : undefined };
  },
  next: (output: GetServiceLastAccessedDetailsResponse) => output.Marker,
});

async function startJob(iam: IAMClient, Arn: string, options: CallOptions): Promise<string> {
  const start = new GenerateServiceLastAccessedDetailsCommand({ Arn, Granularity: 'ACTION_LEVEL' });
  const { JobId } = await iam.send(start, options);
  if (!JobId) throw failure('JobNotStarted', 'IAM did not name the job that it started');
  return JobId;
}

/** Asks for a job's report until it is complete. */
async function finished(
  iam: IAMClient,
  input: { readonly JobId: string | undefined; readonly Marker: string | undefined; readonly MaxItems: number },
  options: CallOptions,
): Promise<GetServiceLastAccessedDetailsResponse> {
  let waited = 0;
  for (let pause = 100; ; pause = Math.min(2 * pause, 2_000)) {
    const answer = await iam.send(new GetServiceLastAccessedDetailsCommand(input), options);
    if (answer.JobStatus === 'COMPLETED') return answer;
    if (answer.JobStatus === 'FAILED')
      throw failure(answer.Error?.Code ?? 'JobFailed', answer.Error?.Message ?? 'IAM could not make the report');
    if (waited > patience) throw failure('ReportNotReady', 'IAM did not finish the report in a minute');
    await sleep(pause, undefined, { signal: options.abortSignal });
    waited += pause;
  }
}

function failure(name: string, message: string): Error {
  return Object.assign(new Error(message), { name });
}
