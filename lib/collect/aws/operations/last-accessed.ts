import {
  GenerateServiceLastAccessedDetailsCommand,
  GetServiceLastAccessedDetailsCommand,
  type GetServiceLastAccessedDetailsResponse,
  type IAMClient,
} from '@aws-sdk/client-iam';
import { awaitJob, jobFailure } from '../await-job.ts';
import { peopleRoleArns } from '../people-role-arns.ts';
import { reducibleArns } from '../reducible-arns.ts';
import { defineOperation, type CallOptions } from '../operation.ts';

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
    // What people use by IAM Identity Center nobody would reduce here, and somebody must have approved of.
    inputs: (details) => [...peopleRoleArns(details), ...reducibleArns(details)].map((Arn) => ({ Arn })),
    atMost: 100,
    refusedAlike: true,
  },
  async call({ iam }, options, page, { Arn }) {
    const [job, marker] = page?.split(' ') ?? [await startJob(iam, Arn, options)];
    const ask = new GetServiceLastAccessedDetailsCommand({ JobId: job, Marker: marker, MaxItems: 1000 });
    const answer = await awaitJob(
      () => iam.send(ask, options),
      (failed) => failed.Error,
      options.abortSignal,
    );
    return { ...answer, Marker: answer.IsTruncated ? `${job} ${answer.Marker}` : undefined };
  },
  next: (output: GetServiceLastAccessedDetailsResponse) => output.Marker,
});

async function startJob(iam: IAMClient, Arn: string, options: CallOptions): Promise<string> {
  const start = new GenerateServiceLastAccessedDetailsCommand({ Arn, Granularity: 'ACTION_LEVEL' });
  const { JobId } = await iam.send(start, options);
  if (!JobId) throw jobFailure('JobNotStarted', 'IAM did not name the job that it started');
  return JobId;
}
